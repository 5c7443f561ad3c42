import { nearest } from '../model/nearest.ts';
import { automaticNames, mappedFields } from '../reading/formats/json/automatic-names.ts';
import { invalidRest } from '../reading/formats/json/record-paths.ts';

/**
 * Parses a field mapping, our field first: `headline=title,published=meta.date` → `{ headline: 'title', published:
 * 'meta.date' }`. Returns a sentence that says what is wrong if it is not one.
 */
export function readFieldMapping(text: string): Record<string, string> | string {
  const map: Record<string, string> = {};
  for (const pair of text.split(',')) {
    const [field = '', path = '', ...more] = pair.split('=').map((part) => part.trim());
    if (field === '' || path === '' || more.length > 0)
      return `invalid value ${JSON.stringify(text)} for --map; expected pairs such as headline=title,published=date`;
    const known = mappedFields.find((each) => each === field);
    if (known === undefined) return unknownField(field, path);
    if (known in map) return `--map names ${field} twice; give each field once`;
    const rest = invalidRest(path);
    if (rest !== '') {
      const place = `at character ${path.length - rest.length + 1}, ${JSON.stringify(rest)}`;
      return `invalid path ${JSON.stringify(path)} of ${field} in --map ${place}; expected names and indexes such as meta.authors[0].name`;
    }
    map[known] = path;
  }
  return map;
}

function unknownField(field: string, path: string): string {
  const meant = meantField(field);
  const reversed = mappedFields.find((each) => each === path);
  const proposal = reversed
    ? `; our field comes first, as in ${reversed}=${field}`
    : meant
      ? `; did you mean ${meant}=${path}?`
      : '';
  return `unknown field "${field}" in --map${proposal}\nThe fields are ${mappedFields.join(', ')}.`;
}

/** Returns the field that an unknown name probably means: by its spelling, else by its usual names elsewhere. */
function meantField(name: string): string | undefined {
  const bare = name.toLowerCase();
  return (
    nearest(name, mappedFields) ??
    mappedFields.find((field) => automaticNames[field].some((each) => each.toLowerCase() === bare)) ??
    mappedFields.find((field) => nearest(name, automaticNames[field]))
  );
}
