import { depth, type Ranker, type Ranking } from '../ranking.ts';
import { fields, type SearchedText } from '../searched-texts.ts';
import { typedWords } from '../typed-words.ts';

const weights = { headline: 8, standfirst: 3, body: 1, captions: 1 };
const k1 = 1.2;
const b = 0.6;

/** An article's words: how often each occurs, weighted by field, and where. */
interface IndexedText {
  text: SearchedText;
  weighted: Map<string, number>;
  positions: Map<string, number[]>;
  length: number;
}

/**
 * BM25 over any of the words, with light English stems and a heavy headline; then with more for words that stand
 * close together. They add to the judged pool what a better ranking might find.
 */
export const rankByPlainBm25: Ranker = async (texts, queries) => {
  const indexed = texts.map(indexText);
  const counts = new Map<string, number>();
  for (const { weighted } of indexed) {
    for (const word of weighted.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const meanLength = indexed.reduce((sum, { length }) => sum + length, 0) / indexed.length;
  const rank = (variant: string, closeness: number): Ranking => ({
    system: 'Plain BM25',
    variant,
    results: queries.map(({ text }) => {
      const typed = typedWords(text);
      const words = [...new Set(stemsOf(typed.text))];
      return indexed
        .map((article) => {
          let score = 0;
          for (const word of words) {
            const frequency = article.weighted.get(word) ?? 0;
            const count = counts.get(word) ?? 0;
            const idf = Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
            const norm = k1 * (1 - b + (b * article.length) / meanLength);
            score += (idf * frequency * (k1 + 1)) / (frequency + norm);
          }
          return { article, score: score * (1 + closeness * closePairs(words, article)) };
        })
        .filter(({ article, score }) => score > 0 && !typed.excludes(article.text))
        .sort((one, other) => other.score - one.score)
        .slice(0, depth)
        .map(({ article }) => article.text.id);
    }),
  });
  return [rank('any word', 0), rank('any word, close words', 1)];
};

function indexText(text: SearchedText): IndexedText {
  const weighted = new Map<string, number>();
  const positions = new Map<string, number[]>();
  let length = 0;
  for (const field of fields) {
    for (const word of stemsOf(String(text[field]))) {
      weighted.set(word, (weighted.get(word) ?? 0) + weights[field]);
      positions.set(word, [...(positions.get(word) ?? []), length]);
      length += 1;
    }
    // Words of two fields are not close.
    length += 10;
  }
  return { text, weighted, positions, length };
}

/** Returns the share of neighbouring words of the query that stand within four words of each other. */
function closePairs(words: string[], { positions }: IndexedText): number {
  if (words.length < 2) return 0;
  const close = words.slice(1).filter((word, index) => {
    const before = positions.get(words[index] ?? '') ?? [];
    return (positions.get(word) ?? []).some((at) => before.some((other) => Math.abs(at - other) <= 4));
  });
  return close.length / (words.length - 1);
}

function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(lightStem);
}

/** Takes plural, past and continuous endings from an English word. */
function lightStem(word: string): string {
  if (word.length < 4 || word === 'news') return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=sh|ch|ss|x)es$/, '')
    .replace(/(?<![su])s$/, '')
    .replace(/(?<=\w{3})(?:ing|ed)$/, '')
    .replace(/(?<=\w{3})e$/, '');
}
