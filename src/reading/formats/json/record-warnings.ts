import type { Warning } from '../../../model/article.ts';
import { nearest } from '../../../model/nearest.ts';
import type { MappedField } from './automatic-names.ts';
import { type RecordOfFields, valueAt } from './record-paths.ts';

/** Returns a warning that names fields that were not used, if there are any. */
export function unusedWarning(unused: string[]): Warning[] {
  if (unused.length === 0) return [];
  return [{ code: 'field-unmapped', message: `Ignored fields: ${unused.slice(0, 12).join(', ')}.` }];
}

/** Returns a warning if all authors are numbers of other records. */
export function numberWarning(authors: string[], bylines: string[]): Warning[] {
  if (authors.length === 0 || bylines.length > 0) return [];
  const message = `The author ${authors[0]} is the number of another record; add a column or field with the name.`;
  return [{ code: 'numbers-without-names', message }];
}

/** Fields without which an article is little. Others are often left out of records that have none. */
const expected: readonly MappedField[] = ['headline', 'body', 'published'];

/** Returns a warning for each declared path whose name the record does not have at all. */
export function missingFields(record: RecordOfFields, map: Record<string, string>): Warning[] {
  return expected.flatMap((field) => {
    const path = map[field];
    if (path === undefined || valueAt(record, path) !== undefined) return [];
    const meant = nearest(path, Object.keys(record));
    const proposal = meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`;
    const message = `No field ${JSON.stringify(path)}, which --map names for ${field}${proposal}`;
    return [{ code: 'mapped-field-missing', message: proposal === '' ? `${message}.` : message }];
  });
}
