import { type AuthorityEntry, authorityEntry } from '../../model/authority.ts';
import { slugOf } from '../../model/slug.ts';
import { isCompanyInContext, isNotPerson } from './is-not-person.ts';
import { isPartOfThing } from './name-context.ts';
import { isNamedAfterPeople } from './named-after-people.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import type { TokenIndex } from './token-index.ts';
import { type LinkedSpan, textOf } from './token-span.ts';
import type { Token } from './tokenize.ts';

/** Minimum confidence of the recogniser. */
const minConfidence = 0.5;

/** Spans of the article that name the same person. */
interface Group {
  /** Longest form of the name. */
  words: Token[];
  spans: RecognisedSpan[];
}

/**
 * Finds the people whose full names were recognised outside everything already linked. "Barack Obama", "Barack H.
 * Obama" and "B. Obama" in one article are one entry, named by the most common form.
 *
 * `eponyms` are people inside other names ("the Andy Warhol Foundation"). They are not mentions, but a later "Warhol"
 * refers to them.
 */
export function discoverPeople(
  spans: RecognisedSpan[],
  linked: TokenIndex<LinkedSpan>,
  known: Map<string, AuthorityEntry>,
): { mentions: LinkedSpan[]; eponyms: LinkedSpan[] } {
  const full = spans.filter(
    (span) =>
      span.confidence >= minConfidence && isFullName(span) && !linked.overlapping(span) && !isNotPerson(span),
  );
  const mentions: LinkedSpan[] = [];
  const eponyms: LinkedSpan[] = [];
  const groups = groupsOf(full);
  const isShared = createSlugCheck(groups);
  const alone = countAlone(spans);
  for (const { words, spans: written } of groups) {
    const entry = entryOf(commonest(written.map(textOf)), known, isShared);
    if (!entry) continue;
    const isAlone = (alone.get(words.at(-1)?.key ?? '') ?? 0) < 2;
    // Articles repeat people by surname. A name that is never shortened may belong to a thing.
    const isThing = (span: RecognisedSpan) => isCompanyInContext(span) || isNamedAfterPeople(textOf(span));
    if (isAlone && (written.every(isPartOfThing) || written.some(isThing))) continue;
    for (const span of written) {
      const list = isPartOfThing(span) ? eponyms : mentions;
      list.push({ ...span, entry, method: 'discovered-name', role: null });
    }
  }
  return { mentions, eponyms };
}

/** Groups spans by person. Long names come first, so that a shorter form finds its person. */
function groupsOf(spans: RecognisedSpan[]): Group[] {
  /** By surname, in the order in which surnames occur. */
  const families = new Map<string, Group[]>();
  const byName = new Map<string, Group[]>();
  /** People with a surname whose first names begin with the same letter: no others can be the same. */
  const byInitial = new Map<string, Group[]>();
  for (const span of spans.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)) {
    const words = wordsOf(span);
    const surname = words.at(-1)?.key ?? '';
    const initial = `${words[0]?.key[0]} ${surname}`;
    const same =
      byName.get(joinKeys(words)) ??
      (byInitial.get(initial) ?? []).filter((group) => canBeSame(group.words, words));
    const [group] = same;
    // "John Smith" in an article with John A. and John B. Smith is ambiguous.
    if (same.length > 1) continue;
    if (group) {
      group.spans.push(span);
      continue;
    }
    const added = { words, spans: [span] };
    addTo(families, surname, added);
    addTo(byName, joinKeys(words), added);
    addTo(byInitial, initial, added);
  }
  return [...families.values()].flat();
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function commonest(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  // The sort is stable, so the longer of two equally common names wins.
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Counts how often each single word was recognised as a person's name. */
function countAlone(spans: RecognisedSpan[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const span of spans) {
    const key = span.in.tokens[span.from]?.key;
    if (span.to - span.from === 1 && key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function wordsOf({ in: { tokens }, from, to }: RecognisedSpan): Token[] {
  return tokens.slice(from, to).filter((token) => token.shape !== 'mark');
}

/** True if a name has a first name. "von der Leyen" and "al-Sadr" are surnames. */
function isFullName(span: RecognisedSpan): boolean {
  const words = wordsOf(span);
  return words.length >= 2 && words[0]?.shape !== 'lower';
}

/** True if two names can be the same person's: same surname, and first names that agree or abbreviate each other. */
function canBeSame(one: Token[], other: Token[]): boolean {
  const [first, second] = [one[0], other[0]];
  const last = one.at(-1);
  if (!first || !second || last?.shape === 'initial' || last?.key !== other.at(-1)?.key) return false;
  const agree =
    first.key === second.key ||
    isTypo(first.key, second.key) ||
    ((first.shape === 'initial' || second.shape === 'initial') && first.key[0] === second.key[0]);
  return agree && (one.length !== other.length || agreeByWord(one, other));
}

function agreeByWord(one: Token[], other: Token[]): boolean {
  return one.every((token, index) => {
    const match = other[index];
    if (!match) return false;
    return (
      token.key === match.key ||
      isTypo(token.key, match.key) ||
      ((token.shape === 'initial' || match.shape === 'initial') && token.key[0] === match.key[0])
    );
  });
}

/**
 * True if two long names differ in one inner letter, such as "Kristin" and "Kristen". First and last letters may
 * distinguish people ("Christina", "Christine").
 */
function isTypo(one: string, other: string): boolean {
  if (one.length < 6 || one.length !== other.length || one.at(-1) !== other.at(-1) || one[0] !== other[0])
    return false;
  return [...one].filter((letter, index) => letter !== other[index]).length === 1;
}

function joinKeys(words: Token[]): string {
  return words.map((word) => word.key).join(' ');
}

/**
 * Returns the known entry with the slug of a name, or a new one; undefined if the name has no slug. Middle initials are
 * dropped, unless the article has two people who differ only in them.
 */
function entryOf(
  written: string,
  known: Map<string, AuthorityEntry>,
  isShared: (slug: string) => boolean,
): AuthorityEntry | undefined {
  const name = inOrdinaryCase(written.replace(/\s+/g, ' '));
  const full = slugOf(name);
  if (full === '') return undefined;
  const short = slugOf(withoutInitial(name));
  const slug = known.has(`person/${full}`) || isShared(short) ? full : short;
  return known.get(`person/${slug}`) ?? authorityEntry({ type: 'person', slug, name }, { discovered: true });
}

/** Returns a function that tells if two people of the article would share a slug without initials. */
function createSlugCheck(groups: Group[]): (slug: string) => boolean {
  const counts = new Map<string, number>();
  for (const { spans } of groups) {
    const slug = slugOf(withoutInitial(commonest(spans.map(textOf))));
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return (slug) => (counts.get(slug) ?? 0) > 1;
}

/** `Donald J. Trump` → `Donald Trump`. Two initials (`George H.W. Bush`) distinguish people and stay. */
export function withoutInitial(name: string): string {
  return name.replace(/^(\p{Lu}[\p{L}'’-]+) \p{Lu}\.? (?=\p{Lu}[\p{L}'’-]+$)/u, '$1 ');
}

/** Converts words in capitals to ordinary case: "MARIA GARCÍA", "MARIA García" → "Maria García". */
function inOrdinaryCase(name: string): string {
  const inCase = (words: string) =>
    words.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  // A short word in capitals next to ordinary ones belongs to the name: "JFK Jr", "LL Cool J".
  return /\p{Ll}/u.test(name) ? name.replace(/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu, inCase) : inCase(name);
}
