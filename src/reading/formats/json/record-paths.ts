import { isRecord, type Json } from './parse-json.ts';

/** A record of somebody's database or export: one article in fields of their naming. */
export type RecordOfFields = { [name: string]: Json };

/**
 * The value at a path of names and indexes, the names without regard to letter case; undefined when there is none.
 *
 * `valueAt({ meta: { author: ['Ann'] } }, 'meta.author[0]')` → `'Ann'`
 */
export function valueAt(record: RecordOfFields, path: string): Json | undefined {
  if (Object.hasOwn(record, path)) return record[path];
  let value: Json | undefined = record;
  for (const step of stepsOf(path)) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isRecord(value)) {
      const name = Object.hasOwn(value, step) ? step : caseless(value, step);
      value = name === undefined ? undefined : value[name];
    } else return undefined;
  }
  return value;
}

/** The names in lower case of the records that were asked for more than one field. */
const lowerNames = new WeakMap<RecordOfFields, Map<string, string>>();

function caseless(record: RecordOfFields, name: string): string | undefined {
  let names = lowerNames.get(record);
  if (names === undefined) {
    names = new Map(
      Object.keys(record)
        .map((known) => [known.toLowerCase(), known] as const)
        .reverse(),
    );
    lowerNames.set(record, names);
  }
  return names.get(name.toLowerCase());
}

/** Paths in steps, of which there are a few hundred whatever the input. */
const knownSteps = new Map<string, string[]>();

/** A path in its steps: `meta.author[0]` → `meta`, `author`, `0` */
export function stepsOf(path: string): string[] {
  let steps = knownSteps.get(path);
  if (steps === undefined) {
    steps = path.split(/\.|\[(\d+)\]/).filter((part) => part !== undefined && part !== '');
    knownSteps.set(path, steps);
  }
  return steps;
}

/** Names between points, each with its indexes. A bracket after a blank is part of a name, such as `Date [UTC]`. */
const name = String.raw`(?!\s)(?:\s\[[^.[\]]*\]|[^.[\]])+(?:\[\d+\])*`;
const validPath = new RegExp(`^(?:${name}(?:\\.${name})*)?(?=(.*))`, 's');

/**
 * Returns the part of a path that is invalid, up to its end; an empty text if the path is valid.
 *
 * `invalidRest('authors[-1].name')` → `'[-1].name'`
 */
export function invalidRest(path: string): string {
  return validPath.exec(path)?.[1] ?? path;
}
