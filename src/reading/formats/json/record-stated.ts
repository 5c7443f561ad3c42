import type { ArticleFields } from '../compose-draft.ts';
import { isRecord } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';
import { lineOf } from './record-values.ts';

/** Usual names of rights, urgency and notes in records, in lower case. Those of Dateline's own formats come first. */
const names = {
  holder: ['copyrightholder', 'copyright_holder', 'rightsholder', 'rights_holder'],
  notice: ['copyrightnotice', 'copyright_notice', 'copyright', 'rights'],
  usageTerms: ['usageterms', 'usage_terms', 'license', 'licence', 'lizenz', 'licencia', 'licença'],
  urgency: ['urgency'],
  slugline: ['slugline'],
  editorsNote: ['editorsnote', 'editors_note', 'ednote', 'ed_note', 'editorialnote', 'editorial_note'],
  location: ['location', 'located'],
};

/** Names of all these fields, in lower case. */
export const statedNames: readonly string[] = Object.values(names).flat();

type Stated = Pick<ArticleFields, 'rights' | 'urgency' | 'slugline' | 'editorsNote' | 'location'>;

/** Returns what a record states about rights, urgency, slugline, notes to editors and location. */
export function recordStated(record: RecordOfFields): Stated {
  const values = new Map(
    Object.entries(record).flatMap(([name, value]) => {
      const known = name.toLowerCase();
      return statedNames.includes(known) ? [[known, value] as const] : [];
    }),
  );
  if (values.size === 0) return {};
  const line = (field: keyof typeof names): string | null => {
    for (const name of names[field]) {
      const text = lineOf(values.get(name));
      if (text !== null) return text;
    }
    return null;
  };
  const rights = values.get('rights');
  const own = isRecord(rights) ? rights : {};
  const urgency = line('urgency');
  return {
    rights: {
      holder: line('holder') ?? lineOf(own.holder),
      notice: (isRecord(rights) ? null : line('notice')) ?? lineOf(own.notice),
      usageTerms: line('usageTerms') ?? lineOf(own.usageTerms),
    },
    urgency: urgency !== null && /^[1-9]$/.test(urgency) ? Number(urgency) : null,
    slugline: line('slugline'),
    editorsNote: line('editorsNote'),
    location: line('location'),
  };
}
