import type { AuthorityEntry } from '../../model/authority.ts';
import type { FieldText } from './field-text.ts';
import { isPartOfLongerName } from './name-context.ts';
import { readRoleBefore } from './read-role.ts';
import { isCapital } from './role-words.ts';
import { shortNamesOf, shortNamesOfEntry } from './short-names.ts';
import { indexByToken, type TokenIndex } from './token-index.ts';
import { type LinkedSpan, type TokenSpan, textOf } from './token-span.ts';
import { tokenize } from './tokenize.ts';

/** A person whom the article names in full. */
interface Candidate {
  entry: AuthorityEntry;
  /** Titles and roles, from the authority and the article. */
  roles: string[];
  confidence: number;
}

interface ShortName extends TokenSpan {
  form: string;
  candidates: Candidate[];
}

/**
 * Links surnames to people whom the article names in full: "Borrell" for "Josep Borrell".
 *
 * If two of them share a surname, it is linked only if the title before it, or "Mr" or "Mrs", fits just one. A surname
 * that also occurs in another name ("Kim" in "Kim Jong-un") needs a title, too; these are returned in `contested`.
 *
 * `people` are the spans recognised as names. `things` are linked places and organizations; those that turn out to be
 * surnames are returned in `displaced`. `forms` are all possible short names.
 */
export function linkShortNames(
  fields: FieldText[],
  named: LinkedSpan[],
  people: TokenIndex<TokenSpan>,
  things: LinkedSpan[],
): { linked: LinkedSpan[]; displaced: Set<LinkedSpan>; contested: Set<string>; forms: Set<string> } {
  const candidates = candidatesByShortName(named);
  const thingAt = indexByToken(things);
  const taken = indexByToken(named);
  const contested = new Set<string>();
  const displaced = new Set<LinkedSpan>();
  const free: ShortName[] = [];

  for (const field of fields) {
    for (let at = 0; at < field.tokens.length; at += 1) {
      const short = taken.at(field, at) ? undefined : shortNameAt(field, at, candidates);
      if (!short || taken.overlapping(short)) continue;
      const thing = thingAt.at(field, at);
      if (thing && thing.to - thing.from > 1) continue;
      if (isPlaceInContext(short, people)) continue;
      const known = (index: number): boolean => thingAt.at(field, index) !== undefined && index !== at;
      const part = isPartOfLongerName(short, people, known);
      if (part === 'yes') contested.add(short.form);
      if (part !== 'no') continue;
      free.push(short);
      at = short.to - 1;
    }
  }
  const linked = free.flatMap((short) => {
    const person = personOf(short, contested.has(short.form));
    if (!person) return [];
    const thing = thingAt.overlapping(short);
    if (thing) displaced.add(thing);
    const method =
      short.candidates.length > 1 || contested.has(short.form) ? 'surname-with-title' : 'surname-in-article';
    return [
      {
        in: short.in,
        from: short.from,
        to: short.to,
        entry: person.entry,
        method,
        confidence: Math.min(0.95, person.confidence),
        role: null,
      },
    ];
  });
  const forms = new Set([...candidates.values()].flat().map(({ words }) => words.join(' ')));
  return { linked, displaced, contested, forms };
}

/** Returns the short names of people by first word, longest first. */
function candidatesByShortName(
  named: LinkedSpan[],
): Map<string, { words: string[]; candidates: Candidate[] }[]> {
  const people = new Map<AuthorityEntry, Candidate>();
  for (const { entry, role, confidence } of named) {
    const person = people.get(entry) ?? { entry, roles: rolesOf(entry), confidence };
    if (role !== null) person.roles.push(role);
    people.set(entry, person);
  }
  const forms = new Map<string, { words: string[]; candidates: Candidate[] }>();
  for (const person of people.values()) {
    for (const words of formsOf(person.entry)) {
      const form = forms.get(words.join(' ')) ?? { words, candidates: [] };
      form.candidates.push(person);
      forms.set(words.join(' '), form);
    }
  }
  const byFirst = new Map<string, { words: string[]; candidates: Candidate[] }[]>();
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
  candidates: Map<string, { words: string[]; candidates: Candidate[] }[]>,
): ShortName | undefined {
  const { tokens } = field;
  for (const { words, candidates: all } of candidates.get(tokens[from]?.key ?? '') ?? []) {
    const to = from + words.length;
    if (words.some((word, index) => tokens[from + index]?.key !== word)) continue;
    // Particles may be in lower case, the name itself may not.
    if (!isCapital(tokens[to - 1]) && tokens[to - 1]?.shape !== 'caseless') continue;
    return { in: field, from, to, form: words.join(' '), candidates: all };
  }
  return undefined;
}

/** Returns the person meant by a short name, or undefined if that is ambiguous. */
function personOf(short: ShortName, contested: boolean): Candidate | undefined {
  const { candidates } = short;
  if (candidates.length === 1 && !contested) return candidates[0];
  const { tokens } = short.in;
  const role = readRoleBefore(tokens, short.from);
  if (role) {
    const written = wordsOf(textOf({ in: short.in, ...role }));
    return only(
      candidates.filter((candidate) => candidate.roles.some((other) => isSameRole(written, wordsOf(other)))),
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
  // A person whose pronoun is unknown could be meant, too.
  if (candidates.some(({ entry }) => entry.pronoun === null)) return undefined;
  return only(candidates.filter(({ entry }) => entry.pronoun === pronoun));
}

/** True if one role has all words of the other: "Defense Minister", "South Korean Defence Minister". */
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
 * True for a place, even if a person in the article has that name: "in Washington". False if the recogniser sees a
 * person or a possessive follows ("in Borrell's view").
 */
function isPlaceInContext({ in: field, from, to }: ShortName, people: TokenIndex<TokenSpan>): boolean {
  const { tokens } = field;
  if (tokens[to]?.key === "'s" || people.at(field, from)) return false;
  return /^(?:in|at|near|into|across|outside)$/.test(tokens[from - 1]?.key ?? '');
}

function only<T>(items: T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
