import type { SearchExpression } from '../../../model/query.ts';
import { ENOUGH, FEW, plainWords, type Relaxation, relaxedQuery } from '../../../model/relaxed-search.ts';
import { parseSearch } from '../../../model/search-syntax.ts';
import { stopWordPlaces } from './stop-words.ts';

/** A correction of a word; `occurs` if articles have the word as typed. */
export interface Correction {
  to: string;
  occurs: boolean;
}

/** Other names of what words in a row name. `end` is exclusive. */
export interface Synonym {
  start: number;
  end: number;
  names: string[];
}

/** What an archive must tell about a search to relax it. */
export interface RelaxReads {
  /** Returns the number of articles that a search finds, at most `ENOUGH`. */
  count(search: SearchExpression): number;
  /** Returns the likely correction of a misspelt word. */
  correct(word: string): Correction | undefined;
  /** Returns the synonyms among words, which do not overlap, in ascending order. */
  synonyms(words: string[]): Synonym[];
}

/** Maximum number of words that are corrected in a search. */
export const MOST_CORRECTED = 4;

type Step = (words: string[], before: Relaxation, reads: RelaxReads) => Relaxation | undefined;

function dropStopWords(words: string[], before: Relaxation): Relaxation | undefined {
  const dropped = stopWordPlaces(words);
  return dropped.length > 0 ? { ...before, dropped } : undefined;
}

function correctSpelling(
  words: string[],
  before: Relaxation,
  { correct }: RelaxReads,
): Relaxation | undefined {
  const corrected: Relaxation['corrected'] = [];
  for (const [at, word] of words.entries()) {
    if (corrected.length === MOST_CORRECTED) break;
    const correction = before.dropped.includes(at) ? undefined : correct(word);
    // The word as typed stays if it occurs, so that no article is lost.
    if (correction) corrected.push({ at, to: correction.to, kept: correction.occurs });
  }
  return corrected.length > 0 ? { ...before, corrected } : undefined;
}

function addSynonyms(words: string[], before: Relaxation, reads: RelaxReads): Relaxation | undefined {
  const corrections = new Map(before.corrected.map(({ at, to }) => [at, to]));
  const synonyms = reads.synonyms(words.map((word, place) => corrections.get(place) ?? word));
  return synonyms.length > 0 ? { ...before, synonyms } : undefined;
}

function takeAnyWord(words: string[], before: Relaxation): Relaxation | undefined {
  return words.length - before.dropped.length > 1 ? { ...before, anyWord: true } : undefined;
}

const steps: Step[] = [dropStopWords, correctSpelling, addSynonyms, takeAnyWord];

/**
 * Relaxes a search of plain words that finds fewer than three articles, step by step, until it finds ten. If no step
 * does, the one that finds most counts. Each step finds all articles of the one before. Undefined if the search has
 * operators, finds enough, or finds nothing more.
 */
export function relaxSearch(search: SearchExpression, reads: RelaxReads): Relaxation | undefined {
  const words = plainWords(search);
  if (words === undefined) return undefined;
  let most = reads.count(search);
  if (most >= FEW) return undefined;
  let best: Relaxation | undefined;
  let relaxation: Relaxation = { dropped: [], corrected: [], synonyms: [], anyWord: false };
  for (const step of steps) {
    if (most >= ENOUGH) break;
    const next = step(words, relaxation, reads);
    const query = next && relaxedQuery(words, next);
    const parsed = query && parseSearch(query.q);
    if (next === undefined || parsed === undefined || 'error' in parsed) continue;
    relaxation = next;
    const found = reads.count(parsed.expression);
    if (found > most) {
      most = found;
      best = next;
    }
  }
  return best;
}
