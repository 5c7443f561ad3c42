import { at, type ChainSums } from './chain.ts';
import type { Sentence } from './features.ts';
import { label, labelCount } from './labels.ts';
import { spread } from './word-filter.ts';

/** Rows of the second reading's feature table, a power of two. */
export const secondPassRows = 4096;

interface WordStats {
  places: number;
  /** Summed and highest probability of being in a name. */
  sum: number;
  highest: number;
  /** Places where the word probably ends, or opens, a name of several words. */
  ending: number;
  opening: number;
}

/**
 * The features of the second reading (after Krishnan and Manning 2006): what the first reading made of each
 * capitalised word at its other places in the article. That "Ellwood" ends "Tobias Ellwood" further up is the best
 * evidence that it is a person here. In the order of the sentences, a list of rows a token.
 */
export function secondPassFeatures(
  sentences: readonly Sentence[],
  sums: readonly ChainSums[],
): Int32Array[][] {
  const statsByWord = new Map<string, WordStats>();
  const each = (visit: (word: string, place: WordStats) => void): void =>
    sentences.forEach(({ words }, s) => {
      const sum = sums[s];
      words.forEach((word, t) => {
        if (sum && word.capital) visit(word.lower, readPlace(sum, t));
      });
    });
  each((word, place) => {
    const stats = statsByWord.get(word);
    if (!stats) statsByWord.set(word, { ...place });
    else {
      stats.places++;
      stats.sum += place.sum;
      stats.highest = Math.max(stats.highest, place.sum);
      stats.ending += place.ending;
      stats.opening += place.opening;
    }
  });
  return sentences.map(({ words }, s) =>
    words.map((word, t) => {
      const stats = statsByWord.get(word.lower);
      const sum = sums[s];
      if (!word.capital || !stats || !sum) return noRows;
      const shape = (words[t - 1]?.capital ? 1 : 0) + (words[t + 1]?.capital ? 2 : 0);
      return rowsOf(stats, readPlace(sum, t), shape);
    }),
  );
}

const noRows = new Int32Array();

function readPlace({ into, outOf }: ChainSums, t: number): WordStats {
  const chance = (of: number) => at(into, t * labelCount + of) * at(outOf, t * labelCount + of);
  const inName = 1 - chance(label.outside);
  return {
    places: 1,
    sum: inName,
    highest: inName,
    ending: chance(label.last),
    opening: chance(label.first),
  };
}

/** All that is remembered but this place itself, in coarse steps. */
function rowsOf(stats: WordStats, here: WordStats, shape: number): Int32Array {
  const places = stats.places - 1;
  if (places === 0) return Int32Array.of(row(0, 0), row(1, shape));
  const mean = step((stats.sum - here.sum) / places);
  const ending = step(Math.min(1, stats.ending - here.ending));
  const opening = step(Math.min(1, stats.opening - here.opening));
  const own = step(here.sum);
  const many = places > 2 ? 1 : 0;
  return Int32Array.of(
    row(2, mean),
    row(3, mean * 4 + shape),
    row(4, ending * 4 + shape),
    row(5, opening * 4 + shape),
    row(6, (ending * 8 + opening) * 8 + mean),
    row(7, (mean * 8 + own) * 2 + many),
    row(8, ending * 8 + own),
  );
}

/** A probability in six steps, finer at the ends. */
function step(chance: number): number {
  return [0.05, 0.2, 0.5, 0.8, 0.95].filter((bound) => chance > bound).length;
}

function row(template: number, value: number): number {
  return (
    spread(Math.imul(value + 1, 0x9e3779b1) ^ Math.imul(template + 1, 0x85ebca77)) & (secondPassRows - 1)
  );
}
