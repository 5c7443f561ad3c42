import type { AuthorityEntry } from '../../model/authority.ts';
import type { FieldText } from './field-text.ts';
import { type Linked, type TokenSpan, textOf } from './linked.ts';
import { isCapital, isPartOfLongerName } from './name-context.ts';
import { readRoleBefore } from './read-role.ts';
import { shortNamesOf, shortNamesOfEntry } from './short-names.ts';
import { indexByToken, type TokenIndex } from './token-index.ts';
import { tokenize } from './tokenize.ts';

/** A person whom the article names in full, and what it calls their office. */
interface Named {
  entry: AuthorityEntry;
  roles: string[];
  confidence: number;
}

interface ShortName extends TokenSpan {
  form: string;
  bearers: Named[];
}

/**
 * Later (and headline) mentions by surname of the people whom the article names in full: "Borrell" for
 * "Josep Borrell". Where two of them share a surname, a bare one is linked only when the title before it, or
 * "Mr"/"Mrs", tells whose it is. A surname that the article also gives to somebody not recognised in full
 * ("Kim" in "Kim Jong-un") is nobody's. `people` are the spans in which the recogniser sees names; `things` the
 * places and organizations, of which those that turn out to be a surname are returned in `displaced`.
 */
export function linkShortNames(
  fields: FieldText[],
  named: Linked[],
  people: TokenIndex<TokenSpan>,
  things: Linked[],
): { linked: Linked[]; displaced: Set<Linked>; contested: Set<string>; forms: Set<string> } {
  const bearers = bearersByShortName(named);
  const thingAt = indexByToken(things);
  const taken = indexByToken(named);
  const contested = new Set<string>();
  const displaced = new Set<Linked>();
  const free: ShortName[] = [];

  for (const field of fields) {
    for (let at = 0; at < field.tokens.length; at += 1) {
      const short = taken.at(field, at) ? undefined : shortNameAt(field, at, bearers);
      if (!short || taken.overlapping(short)) continue;
      const thing = thingAt.at(field, at);
      if (thing && thing.to - thing.from > 1) continue;
      if (isPlaceThere(short, people)) continue;
      const known = (index: number): boolean => thingAt.at(field, index) !== undefined && index !== at;
      const part = isPartOfLongerName(short, people, known);
      if (part === 'yes') contested.add(short.form);
      if (part !== 'no') continue;
      free.push(short);
      at = short.to - 1;
    }
  }
  const linked = free.flatMap((short) => {
    const bearer = bearerOf(short, contested.has(short.form));
    if (!bearer) return [];
    const thing = thingAt.overlapping(short);
    if (thing) displaced.add(thing);
    const method =
      short.bearers.length > 1 || contested.has(short.form) ? 'surname-with-title' : 'surname-in-article';
    return [
      {
        in: short.in,
        from: short.from,
        to: short.to,
        entry: bearer.entry,
        method,
        confidence: Math.min(0.95, bearer.confidence),
        role: null,
      },
    ];
  });
  const forms = new Set([...bearers.values()].flat().map(({ words }) => words.join(' ')));
  return { linked, displaced, contested, forms };
}

/** From each short name's first word to the short names that begin so, longest first. */
function bearersByShortName(named: Linked[]): Map<string, { words: string[]; bearers: Named[] }[]> {
  const people = new Map<AuthorityEntry, Named>();
  for (const { entry, role, confidence } of named) {
    const person = people.get(entry) ?? { entry, roles: rolesOf(entry), confidence };
    if (role !== null) person.roles.push(role);
    people.set(entry, person);
  }
  const forms = new Map<string, { words: string[]; bearers: Named[] }>();
  for (const person of people.values()) {
    for (const words of formsOf(person.entry)) {
      const form = forms.get(words.join(' ')) ?? { words, bearers: [] };
      form.bearers.push(person);
      forms.set(words.join(' '), form);
    }
  }
  const byFirst = new Map<string, { words: string[]; bearers: Named[] }[]>();
  for (const form of forms.values()) {
    const [first = ''] = form.words;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), form].toSorted((a, b) => b.words.length - a.words.length),
    );
  }
  return byFirst;
}

function formsOf(entry: AuthorityEntry): string[][] {
  return entry.discovered ? shortNamesOf(entry.name, entry.country) : shortNamesOfEntry(entry);
}

function rolesOf(entry: AuthorityEntry): string[] {
  return [...entry.titles, ...entry.roles.map(({ title, organization }) => `${title} ${organization ?? ''}`)];
}

function shortNameAt(
  field: FieldText,
  from: number,
  bearers: Map<string, { words: string[]; bearers: Named[] }[]>,
): ShortName | undefined {
  const { tokens } = field;
  for (const { words, bearers: all } of bearers.get(tokens[from]?.key ?? '') ?? []) {
    const to = from + words.length;
    if (words.some((word, index) => tokens[from + index]?.key !== word)) continue;
    // Particles may be in lower case, the name itself may not.
    if (!isCapital(tokens[to - 1]) && tokens[to - 1]?.shape !== 'caseless') continue;
    return { in: field, from, to, form: words.join(' '), bearers: all };
  }
  return undefined;
}

/** Whose short name it is, when the article leaves no doubt. */
function bearerOf(short: ShortName, contested: boolean): Named | undefined {
  const { bearers } = short;
  if (bearers.length === 1 && !contested) return bearers[0];
  const { tokens } = short.in;
  const role = readRoleBefore(tokens, short.from);
  if (role) {
    const written = wordsOf(textOf({ in: short.in, ...role }));
    return only(
      bearers.filter((bearer) => bearer.roles.some((other) => isSameRole(written, wordsOf(other)))),
    );
  }
  if (contested) return undefined;
  const address = tokens[short.from - 1]?.key ?? '';
  const pronoun = /^(?:mr|sir|lord)$/.test(address)
    ? 'he'
    : /^(?:mrs|ms|miss|dame|lady)$/.test(address)
      ? 'she'
      : null;
  if (pronoun === null) return undefined;
  // All must be known: the one of unknown pronoun may be meant as well.
  if (bearers.some(({ entry }) => entry.pronoun === null)) return undefined;
  return only(bearers.filter(({ entry }) => entry.pronoun === pronoun));
}

/** "Defense Minister" and "South Korean Defence Minister": all words of the shorter are in the longer. */
function isSameRole(one: Set<string>, other: Set<string>): boolean {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  return shorter.size > 0 && shorter.isSubsetOf(longer);
}

function wordsOf(text: string): Set<string> {
  const words = tokenize(text).filter(
    (token) => token.shape !== 'mark' && !/^(?:the|of|for|and|a)$/.test(token.key),
  );
  return new Set(words.map((token) => token.key.replace(/^defence$/, 'defense')));
}

/**
 * "in Washington", "Jackson, Mississippi": a place even where somebody of that name is in the article, unless the
 * recogniser sees the person or something of theirs follows ("in Borrell's view").
 */
function isPlaceThere({ in: field, from, to }: ShortName, people: TokenIndex<TokenSpan>): boolean {
  const { tokens } = field;
  if (tokens[to]?.key === "'s" || people.at(field, from)) return false;
  return /^(?:in|at|near|into|across|outside)$/.test(tokens[from - 1]?.key ?? '');
}

function only<T>(items: T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
