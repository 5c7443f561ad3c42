import { isVersionName } from '../../release/record-release.ts';
import { recordFieldOf } from '../../release/release-fields.ts';
import { automaticNames, type MappedField, mappedFields } from './automatic-names.ts';
import { envelopeNames } from './envelope-names.ts';
import type { Json } from './parse-json.ts';
import { entityFields } from './record-entities.ts';
import { altNames } from './record-images.ts';
import { type RecordOfFields, stepsOf, valueAt } from './record-paths.ts';
import { statedNames } from './record-stated.ts';

/**
 * The value of our field in a record: at the declared path when the user mapped it, else under the first of its
 * usual names that the record has, whatever its letter case. A value that is `except` is that of another field.
 */
export function fieldOf(
  record: RecordOfFields,
  field: MappedField,
  map: Record<string, string>,
  except?: Json,
): Json | undefined {
  const declared = map[field];
  if (declared !== undefined) return valueAt(record, declared);
  for (const name of namesIn(record).get(field) ?? []) {
    const value = valueAt(record, name);
    // `published: true` is no date, and `data` is one only in Italian and Portuguese.
    if (field === 'published' && (isFlag(value) || isNoDate(value) || (name === 'data' && !isPrinted(value))))
      continue;
    if (value !== undefined && value !== null && value !== '' && value !== except) return value;
  }
  return undefined;
}

/** Databases write `0000-00-00 00:00:00` for no date. */
function isNoDate(value: Json | undefined): boolean {
  return typeof value === 'string' && value.startsWith('0000-00-00');
}

function isPrinted(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length < 100 && /\d/.test(value);
}

function isFlag(value: Json | undefined): boolean {
  return (
    typeof value === 'boolean' ||
    (typeof value === 'string' &&
      /^(?:true|false|yes|no|0|1|ja|nein|oui|non|s[ií]|sim|não|da|да|нет|はい|いいえ)$/i.test(value))
  );
}

/** Of each field of ours, the usual names that lead to something in a record with certain names. */
type NamesOfFields = ReadonlyMap<MappedField, readonly string[]>;

/** Records of one file have the same few sets of names; a file in which each has its own must not fill the memory. */
const knownNames = new Map<string, NamesOfFields>();
const maxCached = 100;
const maxFolded = 5_000;
/** In UTF-16 code units. */
const maxCachedLength = 5_000;

/** The record that was asked last: it is asked for each field. */
let asked: { record: RecordOfFields; names: NamesOfFields } | undefined;

function namesIn(record: RecordOfFields): NamesOfFields {
  if (asked?.record !== record) asked = { record, names: namesAmong(Object.keys(record)) };
  return asked.names;
}

/** Folded names. Those of records are few; a file in which each has its own must not fill the memory. */
const foldedNames = new Map<string, string>();

/** Returns a name without capitals, accents and what separates its words: `Pub Date` and `pub_date` are `pubdate`. */
function foldedName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const folded = name
    .slice(0, 60)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|(?!^)[\s_-]/gu, '');
  if (foldedNames.size >= maxFolded) foldedNames.clear();
  foldedNames.set(name, folded);
  return folded;
}

function namesAmong(present: string[]): NamesOfFields {
  const key = JSON.stringify(present);
  let names = knownNames.get(key);
  if (names === undefined) {
    const whole = new Set(present);
    const lower = new Set(present.map((name) => name.toLowerCase()));
    const leads = (path: string) => whole.has(path) || lower.has((stepsOf(path)[0] ?? path).toLowerCase());
    const folded = new Map(present.map((name) => [foldedName(name), name] as const).reverse());
    const leading = (path: string) => (leads(path) ? path : (folded.get(foldedName(path)) ?? []));
    names = new Map(
      mappedFields.map((field) => [field, [...new Set(automaticNames[field].flatMap(leading))]] as const),
    );
    if (knownNames.size >= maxCached) knownNames.clear();
    if (key.length <= maxCachedLength) knownNames.set(key, names);
  }
  return names;
}

/** The fields of a record that none of ours takes: named in a warning, so that nothing is lost unnoticed. */
export function unmappedFields(record: RecordOfFields, map: Record<string, string>): string[] {
  let taken = usedPaths.get(map);
  if (taken === undefined) {
    taken = new Set(
      mappedFields
        .flatMap((field) => (map[field] === undefined ? automaticNames[field] : [map[field]]))
        .flatMap((path) => [(stepsOf(path)[0] ?? path).toLowerCase(), foldedName(path)])
        .concat(entityFields, statedNames, altNames),
    );
    usedPaths.set(map, taken);
  }
  const isTaken = (name: string) =>
    taken.has(name.toLowerCase()) ||
    taken.has(foldedName(name)) ||
    envelopeNames.has(name) ||
    recordFieldOf(name) !== null ||
    isVersionName(name);
  return Object.keys(record).filter((name) => !isTaken(name) && record[name] !== null && record[name] !== '');
}

/** Which names of a record are taken under a mapping: the same for all records of an import. */
const usedPaths = new WeakMap<Record<string, string>, Set<string>>();
