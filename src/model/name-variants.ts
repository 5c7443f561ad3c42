import { blockMap, blocks, pairs, pairsOf } from './blocks.ts';
import { editDistance } from './edit-distance.ts';
import { fullGivenNames } from './given-names.ts';
import { type ParsedName, parseName } from './parsed-name.ts';

/** Reasons why two different names may be one author. */
export const nameReasons = [
  'spacing',
  'transliteration',
  'word-order',
  'title',
  'particle',
  'middle-initial',
  'short-form',
  'initial',
  'double-surname',
  'spelling',
  'handle',
  'part-of-name',
] as const;
export type NameReason = (typeof nameReasons)[number];

/** A name that may be compared. `id` is anything that the caller knows it by. */
export interface ComparedName {
  id: number;
  name: string;
  isAgency: boolean;
}

/** Two names that may be one author, by their ids, and why. */
export interface NameVariant {
  ids: [number, number];
  reason: NameReason;
  /** The words that differ, in the order of the ids. */
  words: [string, string];
}

/** Maximum number of names that an account may be a part of. */
const MAX_FITS = 50;

/** Minimum length of a name with a typing slip. Shorter names often differ by one letter. */
const MIN_SLIP = 5;

type Entry = ParsedName & ComparedName;

/**
 * Finds names that may be one author. Names are compared only with those that share a key, such as a surname with a
 * given name, so the time grows with the number of names and not with its square.
 */
export function findNameVariants(names: Iterable<ComparedName>): NameVariant[] {
  const people: Entry[] = [];
  const agencies: ComparedName[] = [];
  for (const name of names) {
    if (name.isAgency) agencies.push(name);
    else people.push({ ...name, ...parseName(name.name) });
  }
  const found = new Map<string, NameVariant>();
  const add = (one: ComparedName, other: ComparedName, reason: NameReason, words: [string, string]): void => {
    if (one.id === other.id) return;
    const isFirst = one.id < other.id;
    const key = isFirst ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
    if (found.has(key)) return;
    found.set(key, {
      ids: isFirst ? [one.id, other.id] : [other.id, one.id],
      reason,
      words: isFirst ? words : [words[1], words[0]],
    });
  };
  const whole = (one: ComparedName, other: ComparedName, reason: NameReason): void =>
    add(one, other, reason, [one.name, other.name]);
  const full = people.filter(({ given, surname }) => given !== '' && surname !== '');

  for (const [one, other] of pairs(agencies, ({ name }) => [parseName(name.replace(/^the\s+/i, '')).letters]))
    whole(one, other, 'spacing');
  for (const [one, other] of pairs(people, ({ letters }) => [letters])) {
    const isHandle = one.given === '' || other.given === '';
    if (one.suffix === other.suffix)
      whole(one, other, isHandle ? 'handle' : one.titles === other.titles ? 'spacing' : 'title');
  }
  for (const [one, other] of pairs(people, ({ letters, expanded }) => [letters, expanded])) {
    if (one.letters !== other.letters) whole(one, other, 'transliteration');
  }
  for (const [one, other] of pairs(full, sortedWords)) {
    if (one.given !== other.given && one.suffix === other.suffix) whole(one, other, 'word-order');
  }
  compareFullNames(full, add);
  compareHandles(people, full, (one, other, reason) => whole(one, other, reason));
  return [...found.values()];
}

type Add = (one: ComparedName, other: ComparedName, reason: NameReason, words: [string, string]) => void;

function compareFullNames(full: Entry[], add: Add): void {
  const whole = (one: Entry, other: Entry, reason: NameReason): void =>
    add(one, other, reason, [one.name, other.name]);
  for (const block of blocks(full, ({ given, surname }) => [`${given} ${surname}`])) {
    for (const [one, other] of pairsOf(block)) {
      if (!isCompatible(one, other)) continue;
      const middles: [string, string] = [one.middles.join(' '), other.middles.join(' ')];
      if (middles[0] !== middles[1]) {
        if (isUnambiguous(block)) add(one, other, 'middle-initial', middles);
      } else if (one.particles !== other.particles) {
        if (one.particles === '' || other.particles === '')
          add(one, other, 'particle', [one.particles, other.particles]);
      } else whole(one, other, 'title');
    }
  }
  for (const block of blocks(full, givenForms)) {
    for (const [one, other] of pairsOf(block)) {
      if (one.given === other.given || !isCompatible(one, other) || !isUnambiguous(block)) continue;
      add(one, other, 'short-form', [one.given, other.given]);
    }
  }
  for (const block of blocks(full, ({ given, surname }) => [`${given.charAt(0)} ${surname}`])) {
    const [short, long] = [block.filter(isInitial), block.filter((entry) => !isInitial(entry))];
    const [only] = long;
    if (only === undefined || new Set(long.map(({ given }) => given)).size > 1) continue;
    for (const entry of short)
      for (const each of long)
        if (isCompatible(entry, each)) add(entry, each, 'initial', [entry.given, each.given]);
  }
  const double = full.filter(({ surnameParts }) => surnameParts.length > 1);
  const parts = double.flatMap(({ given, surnameParts }) => surnameParts.map((part) => `${given} ${part}`));
  const wanted = new Set(parts);
  const single = blockMap(full, ({ given, surname }) => {
    const key = `${given} ${surname}`;
    return wanted.has(key) ? [key] : [];
  });
  for (const entry of double) {
    if (entry.surnameParts.some(({ length }) => length < MIN_SLIP)) continue;
    for (const part of entry.surnameParts)
      for (const other of single.get(`${entry.given} ${part}`) ?? [])
        if (isCompatible(entry, other)) add(entry, other, 'double-surname', [entry.surname, other.surname]);
  }
  const slips: [(entry: Entry) => string[], (entry: Entry) => string][] = [
    [({ given, surname }) => [`${given} ${surname.charAt(0)}`], ({ surname }) => surname],
    [({ given, surname }) => [`${surname} ${given.charAt(0)}`], ({ given }) => given],
  ];
  for (const [keys, word] of slips) {
    for (const [one, other] of pairs(full, keys)) {
      const words: [string, string] = [word(one), word(other)];
      if (isSlip(...words) && isCompatible(one, other)) add(one, other, 'spelling', words);
    }
  }
}

/** Compares names of one word with those that they may abbreviate: `melody`, `jfinch`, `tim.lowden`. */
function compareHandles(
  people: Entry[],
  full: Entry[],
  add: (handle: Entry, other: Entry, reason: NameReason) => void,
): void {
  const handles = new Map<string, Entry[]>();
  for (const entry of people) {
    if (entry.given !== '' || !/^[a-z]{3,}\d*$/.test(entry.letters)) continue;
    const letters = entry.letters.replace(/\d+$/, '');
    handles.set(letters, [...(handles.get(letters) ?? []), entry]);
  }
  const fits = new Map<string, Entry[]>();
  for (const entry of full) {
    const { given, surname, particles } = entry;
    const last = particles.replaceAll(' ', '') + surname;
    const joined = [
      given + last,
      last + given,
      given.charAt(0) + last,
      given + last.charAt(0),
      last + given.charAt(0),
    ];
    for (const form of new Set(joined)) {
      if (form !== given && form !== last)
        for (const handle of handles.get(form) ?? []) add(handle, entry, 'handle');
    }
    for (const form of new Set([given, last]))
      if (handles.has(form)) fits.set(form, [...(fits.get(form) ?? []), entry].slice(0, MAX_FITS + 1));
  }
  for (const [form, entries] of fits) {
    if (entries.length > MAX_FITS) continue;
    for (const handle of handles.get(form) ?? [])
      for (const entry of entries) add(handle, entry, 'part-of-name');
  }
}

/** Returns keys of a given name and surname: one for each full name that the given name or the nickname stands for. */
function givenForms({ given, nickname, surname }: Entry): string[] {
  const forms = [given, nickname ?? given];
  return [...new Set(forms.flatMap((form) => [form, ...fullGivenNames(form)]))].map(
    (form) => `${form} ${surname}`,
  );
}

function sortedWords({ given, middles, surname }: Entry): string[] {
  const words = [given, ...middles, surname];
  return words.every(({ length }) => length > 1) ? [words.toSorted().join(' ')] : [];
}

function isInitial({ given }: Entry): boolean {
  return given.length === 1;
}

/** True if neither middle names nor suffixes contradict each other. An initial may be missing, a middle name may not. */
function isCompatible(one: Entry, other: Entry): boolean {
  if (one.suffix !== other.suffix) return false;
  const [few, many] = one.middles.length <= other.middles.length ? [one, other] : [other, one];
  if (few.middles.length === 0) return many.middles.every(({ length }) => length === 1);
  return (
    few.middles.length === many.middles.length &&
    few.middles.every((middle, index) => {
      const [short, long] = [middle, many.middles[index] ?? ''].toSorted((a, b) => a.length - b.length);
      return short === long || (short?.length === 1 && long?.startsWith(short) === true);
    })
  );
}

/** True if no two names have different middle initials, one of which a name without any could be. */
function isUnambiguous(block: Entry[]): boolean {
  const initials = block.flatMap(({ middles }) =>
    middles.length > 0 ? [middles.map((each) => each.charAt(0)).join('')] : [],
  );
  return new Set(initials).size <= 1;
}

/** True if one letter differs, neither the first nor the last: `Daniel` and `Daniela` are two names. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < MIN_SLIP || Math.abs(one.length - other.length) > 1) return false;
  return one.at(-1) === other.at(-1) && one !== other && editDistance(one, other) === 1;
}
