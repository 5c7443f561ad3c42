import type { AuthorityEntry } from '../../news/authority.ts';
import { slugOf } from '../../news/slug.ts';
import { type Linked, overlap, textOf } from './linked.ts';
import { isNamesake } from './name-context.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import type { Token } from './tokenize.ts';

/** How sure the recogniser must be before a person enters the archive. */
const surely = 0.5;

/**
 * The people whose full names the recogniser found outside everything already linked. One person of one article
 * is one entry, whether written "Barack Obama", "Barack H. Obama" or "B. Obama".
 */
export function discoverPeople(
  spans: RecognisedSpan[],
  linked: Linked[],
  known: Map<string, AuthorityEntry>,
): Linked[] {
  const full = spans.filter(
    (span) =>
      span.confidence >= surely &&
      wordsOf(span).length >= 2 &&
      !isNamesake(span) &&
      !linked.some((other) => overlap(span, other)),
  );
  // Longer names first, so that a shorter one finds the person it shortens.
  const people: { words: Token[]; entry: AuthorityEntry }[] = [];
  const discovered: Linked[] = [];
  for (const span of full.toSorted(
    (a, b) => wordsOf(b).length - wordsOf(a).length || b.confidence - a.confidence,
  )) {
    const words = wordsOf(span);
    const same = people.filter((person) => mayBeOne(person.words, words));
    const entry = same.length === 1 && same[0] ? same[0].entry : entryOf(textOf(span), known);
    if (!entry) continue;
    if (same.length !== 1) people.push({ words, entry });
    discovered.push({ ...span, entry, method: 'discovered-name', role: null });
  }
  return discovered;
}

function wordsOf({ in: { tokens }, from, to }: RecognisedSpan): Token[] {
  return tokens.slice(from, to).filter((token) => token.shape !== 'mark');
}

/** Same surname, and first names that agree or abbreviate each other. */
function mayBeOne(one: Token[], other: Token[]): boolean {
  const [first, second] = [one[0], other[0]];
  if (!first || !second || one.at(-1)?.key !== other.at(-1)?.key) return false;
  const agree =
    first.key === second.key ||
    ((first.shape === 'initial' || second.shape === 'initial') && first.key[0] === second.key[0]);
  return (
    agree && (one.length === other.length ? keys(one) === keys(other) || agreeByInitial(one, other) : true)
  );
}

function agreeByInitial(one: Token[], other: Token[]): boolean {
  return one.every((token, index) => {
    const match = other[index];
    if (!match) return false;
    return (
      token.key === match.key ||
      ((token.shape === 'initial' || match.shape === 'initial') && token.key[0] === match.key[0])
    );
  });
}

function keys(words: Token[]): string {
  return words.map((word) => word.key).join(' ');
}

/** A new entry, or the known one of the same slug; undefined when the name makes no slug. */
function entryOf(written: string, known: Map<string, AuthorityEntry>): AuthorityEntry | undefined {
  const name = readable(written.replace(/\s+/g, ' '));
  const slug = slugOf(name);
  if (slug === '') return undefined;
  const id = `person/${slug}`;
  return (
    known.get(id) ?? {
      id,
      type: 'person',
      slug,
      name,
      aliases: [],
      description: null,
      roles: [],
      country: null,
      broader: [],
      externalIds: { wikidata: null, mediatopic: null },
      discovered: true,
      titles: [],
      pronoun: null,
      rules: [],
      keywords: [],
      distinctFrom: [],
    }
  );
}

/** A name out of a line of capitals in ordinary case: "MARIA GARCÍA" → "Maria García". */
function readable(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}
