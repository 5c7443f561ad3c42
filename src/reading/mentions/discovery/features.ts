import { readDocumentFacts, wordContext } from './document-facts.ts';
import type { Token } from './tokenise.ts';
import { fact, type NameLists, readWord, type WordFacts } from './word-facts.ts';
import { spread } from './word-filter.ts';

/** Features are numbered by hashing into a table of this many rows. */
export const featureBits = 17;

/** A stretch of tokens in which names are looked for at once, and each token's features as table rows. */
export interface Sentence {
  /** Index of its first token in the document. */
  from: number;
  words: WordFacts[];
  rows: Int32Array[];
}

const none: WordFacts = {
  lower: '',
  hash: 0,
  capital: false,
  prefix: 0,
  suffix2: 0,
  suffix3: 0,
  shape: 0,
  bits: 0,
};

/**
 * The sentences of a document that hold a capital, with the features of their tokens. `edit` changes the facts
 * of a word before they are used; training hides list entries with it, so that the model learns from context too.
 */
export function readSentences(
  tokens: readonly Token[],
  lists: NameLists,
  edit: (word: WordFacts) => WordFacts = (word) => word,
): Sentence[] {
  const known = new Map<string, WordFacts>();
  const words = tokens.map((token) => {
    const found = known.get(token.text);
    if (found) return found;
    const word = edit(readWord(token.text, lists));
    known.set(token.text, word);
    return word;
  });
  const document = readDocumentFacts(tokens, words);
  const sentences: Sentence[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && !tokens[to]?.opens) to++;
    if (worthReading(words, from, to)) sentences.push(readSentence(tokens, words, document, from, to));
    from = to;
  }
  return sentences;
}

function worthReading(words: readonly WordFacts[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word?.capital && (i > from || (word.bits & fact.smallWord) === 0)) return true;
  }
  return false;
}

function readSentence(
  tokens: readonly Token[],
  words: readonly WordFacts[],
  document: ReadonlyMap<string, number>,
  from: number,
  to: number,
): Sentence {
  const rows: Int32Array[] = [];
  const allCapitals = isAllCapitals(words, from, to);
  for (let i = from; i < to; i++) rows.push(readToken(tokens, words, document, allCapitals, i, from, to));
  return { from, words: words.slice(from, to), rows };
}

/** A headline in capitals throughout, in which capitals tell nothing. */
function isAllCapitals(words: readonly WordFacts[], from: number, to: number): boolean {
  let capitals = 0;
  let letters = 0;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word || !/\p{L}/u.test(word.lower)) continue;
    letters++;
    if (word.capital) capitals++;
  }
  return letters > 2 && capitals / letters > 0.7;
}

const scratch = new Int32Array(80);
const mask = (1 << featureBits) - 1;

function readToken(
  tokens: readonly Token[],
  words: readonly WordFacts[],
  document: ReadonlyMap<string, number>,
  allCapitals: boolean,
  i: number,
  from: number,
  to: number,
): Int32Array {
  const at = (offset: number) => (i + offset >= from && i + offset < to ? (words[i + offset] ?? none) : none);
  const [w2, w1, w, n1, n2] = [at(-2), at(-1), at(0), at(1), at(2)];
  const opens = tokens[i]?.opens ? 1 : 0;
  const ownContext = document.get(w.lower) ?? 0;
  const nextContext = n1.capital ? (document.get(n1.lower) ?? 0) : 0;
  const previousContext = w1.capital ? (document.get(w1.lower) ?? 0) : 0;
  let size = 0;
  let template = 0;
  const add = (value: number) => {
    template++;
    scratch[size++] = spread(Math.imul(value, 0x9e3779b1) ^ Math.imul(template, 0x85ebca77)) & mask;
  };
  const maybe = (value: number) => {
    if (value) add(value);
    else template++;
  };
  const each = (bits: number, width: number) => {
    for (let bit = 0; bit < width; bit++) {
      template++;
      if (bits & (1 << bit)) {
        template--;
        add(1);
      }
    }
  };
  add(0);
  add(opens * 2 + (allCapitals ? 1 : 0) + (w.capital ? 4 : 0));
  add(w.hash);
  add(w.shape ^ opens);
  each(w.bits, 18);
  if (w.capital) {
    add(w.prefix);
    add(w.suffix2);
    add(w.suffix3);
    each(ownContext, 13);
    add(mix(ownContext, w.bits & (fact.firstName | fact.surname)));
    add(mix(w.bits, opens));
    add(mix(ownContext & (wordContext.small | wordContext.inside), (w.bits & listed) * 2 + opens));
    add(mix(w.bits & listed, w1.bits & context));
  } else template += 20;
  add(mix(w1.hash, w.capital ? 1 : 0));
  add(mix(n1.hash, w.capital ? 1 : 0));
  maybe(mix(w1.shape, w.shape));
  maybe(mix(w.shape, n1.shape));
  add(mix(w1.bits & context, w.bits & own));
  add(mix(n1.bits & context, w.bits & own));
  each(w1.bits, 18);
  each(n1.bits, 18);
  add(mix(mix(w1.bits & own, w.bits & own), n1.bits & own));
  if (w.capital) {
    add(w2.hash);
    add(n2.hash);
    add(mix(w2.bits & context, w1.bits & context));
    add(mix(n1.bits & context, n2.bits & context));
    add(mix(w1.hash, n1.hash));
    add(mix(previousContext, 3));
    add(mix(nextContext, 5));
  } else template += 7;
  return scratch.slice(0, size);
}

const listed = fact.firstName | fact.surname | fact.place | fact.smallWord | fact.nation;
const own =
  fact.capital | fact.initial | fact.firstName | fact.surname | fact.title | fact.particle | fact.smallWord;
const context =
  own |
  fact.place |
  fact.speechVerb |
  fact.organizationEnd |
  fact.placeWord |
  fact.office |
  fact.suffix |
  fact.preposition;

function mix(left: number, right: number): number {
  return spread(Math.imul(left, 31) ^ (right + 0x7f4a7c15));
}
