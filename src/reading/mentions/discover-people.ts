import { type AuthorityEntry, authorityEntry } from '../../model/authority.ts';
import { slugOf } from '../../model/slug.ts';
import { type Linked, textOf } from './linked.ts';
import { isNamesake } from './name-context.ts';
import { isNamedAfterPeople } from './named-after-people.ts';
import { isCompanyThere, isNoPerson } from './no-person.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import type { TokenIndex } from './token-index.ts';
import type { Token } from './tokenize.ts';

/** How sure the recogniser must be before a person enters the archive. */
const surely = 0.5;

interface Group {
  words: Token[];
  spans: RecognisedSpan[];
}

/**
 * The people whose full names the recogniser found outside everything already linked. One person of one article
 * is one entry, whether written "Barack Obama", "Barack H. Obama" or "B. Obama"; the commonest wording names it.
 * `namesakes` are no mentions, but say who a bare "Warhol" is in an article that has only "the Andy Warhol
 * Foundation" besides: news names in full whomever it goes on to mention.
 */
export function discoverPeople(
  spans: RecognisedSpan[],
  linked: TokenIndex<Linked>,
  known: Map<string, AuthorityEntry>,
): { mentions: Linked[]; namesakes: Linked[] } {
  const full = spans.filter(
    (span) => span.confidence >= surely && isWhole(span) && !linked.overlapping(span) && !isNoPerson(span),
  );
  const mentions: Linked[] = [];
  const namesakes: Linked[] = [];
  const groups = groupsOf(full);
  const isOneOfTwo = sharesIdentity(groups);
  for (const { words, spans: written } of groups) {
    const entry = entryOf(commonest(written.map(textOf)), known, isOneOfTwo);
    if (!entry) continue;
    const isAlone = countOf(words.at(-1)?.key, spans) < 2;
    // A company named after people is not called by the last of their names alone.
    const isThing = (span: RecognisedSpan) => isCompanyThere(span) || isNamedAfterPeople(textOf(span));
    if (isAlone && (written.every(isNamesake) || written.some(isThing))) continue;
    for (const span of written) {
      const list = isNamesake(span) ? namesakes : mentions;
      list.push({ ...span, entry, method: 'discovered-name', role: null });
    }
  }
  return { mentions, namesakes };
}

/** Spans that name one person, longer names first, so that a shorter one finds the person it shortens. */
function groupsOf(spans: RecognisedSpan[]): Group[] {
  const bySurname = new Map<string, Group[]>();
  for (const span of spans.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)) {
    const words = wordsOf(span);
    const surname = words.at(-1)?.key ?? '';
    const family = bySurname.get(surname) ?? [];
    const equal = family.filter((group) => keys(group.words) === keys(words));
    const same = equal.length > 0 ? equal : family.filter((group) => mayBeOne(group.words, words));
    const [group] = same;
    // "John Smith" beside John A. and John B. Smith is either, so neither.
    if (same.length > 1) continue;
    if (group) group.spans.push(span);
    else bySurname.set(surname, [...family, { words, spans: [span] }]);
  }
  return [...bySurname.values()].flat();
}

function commonest(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  // Of two as common, the first in the order of the groups: the longer.
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** How often the recogniser saw a person called by one word alone. */
function countOf(key: string | undefined, spans: RecognisedSpan[]): number {
  return spans.filter((span) => span.to - span.from === 1 && span.in.tokens[span.from]?.key === key).length;
}

function wordsOf({ in: { tokens }, from, to }: RecognisedSpan): Token[] {
  return tokens.slice(from, to).filter((token) => token.shape !== 'mark');
}

/** A first name and more: "von der Leyen" and "al-Sadr" are surnames. */
function isWhole(span: RecognisedSpan): boolean {
  const words = wordsOf(span);
  return words.length >= 2 && words[0]?.shape !== 'lower';
}

/** Same surname, and first names that agree or abbreviate each other. */
function mayBeOne(one: Token[], other: Token[]): boolean {
  const [first, second] = [one[0], other[0]];
  const last = one.at(-1);
  if (!first || !second || last?.shape === 'initial' || last?.key !== other.at(-1)?.key) return false;
  const agree =
    first.key === second.key ||
    isSlip(first.key, second.key) ||
    ((first.shape === 'initial' || second.shape === 'initial') && first.key[0] === second.key[0]);
  return agree && (one.length !== other.length || agreeByWord(one, other));
}

function agreeByWord(one: Token[], other: Token[]): boolean {
  return one.every((token, index) => {
    const match = other[index];
    if (!match) return false;
    return (
      token.key === match.key ||
      isSlip(token.key, match.key) ||
      ((token.shape === 'initial' || match.shape === 'initial') && token.key[0] === match.key[0])
    );
  });
}

/**
 * One letter inside a long name differs: "Kristin" and "Kristen" Wilkins of one article are a slip of the pen. A
 * last letter may tell two people apart ("Christina", "Christine").
 */
function isSlip(one: string, other: string): boolean {
  if (one.length < 6 || one.length !== other.length || one.at(-1) !== other.at(-1) || one[0] !== other[0])
    return false;
  return [...one].filter((letter, index) => letter !== other[index]).length === 1;
}

function keys(words: Token[]): string {
  return words.map((word) => word.key).join(' ');
}

/**
 * A new entry, or the known one of the same slug; undefined when the name makes no slug. "Donald J. Trump" is
 * "Donald Trump" of other articles, unless the article has two people who differ by the initial alone.
 */
function entryOf(
  written: string,
  known: Map<string, AuthorityEntry>,
  isOneOfTwo: (slug: string) => boolean,
): AuthorityEntry | undefined {
  const name = readable(written.replace(/\s+/g, ' '));
  const full = slugOf(name);
  if (full === '') return undefined;
  const short = slugOf(withoutInitial(name));
  const slug = known.has(`person/${full}`) || isOneOfTwo(short) ? full : short;
  return known.get(`person/${slug}`) ?? authorityEntry({ type: 'person', slug, name }, { discovered: true });
}

/** Tells of a slug without initials whether two people of the article would share it. */
function sharesIdentity(groups: Group[]): (slug: string) => boolean {
  const counts = new Map<string, number>();
  for (const { spans } of groups) {
    const slug = slugOf(withoutInitial(commonest(spans.map(textOf))));
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return (slug) => (counts.get(slug) ?? 0) > 1;
}

/** `Donald J. Trump` → `Donald Trump`; two initials (`George H.W. Bush`) tell people apart and stay. */
function withoutInitial(name: string): string {
  return name.replace(/^(\p{Lu}[\p{L}'’-]+) \p{Lu}\.? (?=\p{Lu}[\p{L}'’-]+$)/u, '$1 ');
}

/** A name with words of capitals in ordinary case: "MARIA GARCÍA", "MARIA García" → "Maria García". */
function readable(name: string): string {
  const inCase = (words: string) =>
    words.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  // Beside ordinary words, a short one of capitals is how somebody is called: "JFK Jr", "LL Cool J".
  return /\p{Ll}/u.test(name) ? name.replace(/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu, inCase) : inCase(name);
}
