import type { Token } from './tokenise.ts';
import { fact, type WordFacts } from './word-facts.ts';

/** What the rest of the article says about a capitalised word: bits gathered over all its places. */
export const wordContext = {
  /** Capitalised although it opens no sentence. */
  inside: 1,
  /** Written small somewhere. */
  small: 2,
  /** Right after a title: "Mr Key". */
  afterTitle: 4,
  /** Ends a run of two to four capitals whose first is a known first name or an initial: "Tobias Ellwood". */
  endsName: 8,
  /** Opens such a run. */
  opensName: 16,
  /** Next to a verb of saying. */
  speaks: 32,
  /** After "the". */
  afterThe: 64,
  /** After "in", "at", "from" … */
  afterPreposition: 128,
  /** In a run that ends in a word for organizations or places. */
  inOrganization: 256,
  /** A capital run of its own, alone. */
  alone: 512,
  /** The end of a longer run. */
  endsRun: 1024,
  /** More than twice in the article. */
  often: 2048,
  /** Before a possessive 's. */
  possessive: 4096,
} as const;

/** Bits of `wordContext` for each lower-cased word that is capitalised anywhere in the article. */
export function readDocumentFacts(
  tokens: readonly Token[],
  words: readonly WordFacts[],
): Map<string, number> {
  const facts = new Map<string, number>();
  const counts = new Map<string, number>();
  const small = new Set<string>();
  const mark = (word: WordFacts, bits: number) => facts.set(word.lower, (facts.get(word.lower) ?? 0) | bits);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    if (!word.capital) {
      small.add(word.lower);
      continue;
    }
    const count = (counts.get(word.lower) ?? 0) + 1;
    counts.set(word.lower, count);
    mark(word, (tokens[i]?.opens ? 0 : wordContext.inside) | (count > 2 ? wordContext.often : 0));
    mark(word, neighbourBits(words[i - 1], words[i + 1]));
    const startsRun = !inRun(words[i - 1]) || tokens[i]?.opens === true;
    if (startsRun) markRun(tokens, words, i, mark);
  }
  for (const [word, bits] of facts) if (small.has(word)) facts.set(word, bits | wordContext.small);
  return facts;
}

function inRun(word: WordFacts | undefined): boolean {
  return word?.capital === true && (word.bits & fact.title) === 0;
}

function neighbourBits(before: WordFacts | undefined, next: WordFacts | undefined): number {
  let bits = 0;
  if (before) {
    if (before.bits & fact.title && before.capital) bits |= wordContext.afterTitle;
    if (before.bits & fact.speechVerb) bits |= wordContext.speaks;
    if (before.lower === 'the') bits |= wordContext.afterThe;
    if (before.bits & fact.preposition) bits |= wordContext.afterPreposition;
  }
  if (next) {
    if (next.bits & fact.speechVerb && !next.capital) bits |= wordContext.speaks;
    if (next.lower === "'s") bits |= wordContext.possessive;
  }
  return bits;
}

/** Walks the run of capitals that begins at `from` and marks its members with their place in it. */
function markRun(
  tokens: readonly Token[],
  words: readonly WordFacts[],
  from: number,
  mark: (word: WordFacts, bits: number) => void,
): void {
  let to = from;
  while (inRun(words[to]) && (to === from || tokens[to]?.opens === false)) to++;
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last || to <= from) return;
  if (to - from === 1) {
    mark(first, wordContext.alone);
    return;
  }
  mark(last, wordContext.endsRun);
  const members = words.slice(from, to);
  const organization = members.some((word) => word.bits & (fact.organizationEnd | fact.placeWord));
  if (organization) for (const word of members) mark(word, wordContext.inOrganization);
  else if (to - from <= 4 && first.bits & (fact.firstName | fact.initial)) {
    mark(first, wordContext.opensName);
    mark(last, wordContext.endsName);
  }
}
