import type { JudgedQuery } from './judged-set.ts';
import type { SearchedText } from './searched-texts.ts';

/** Number of results that each system is asked for. */
export const depth = 50;

/** The results of one system with one choice of settings. */
export interface Ranking {
  system: string;
  /** The settings, in a few words. */
  variant: string;
  /** Ids of articles, best first, at most `depth` for each query. */
  results: string[][];
}

/**
 * Indexes the texts and answers the queries, in each variant of a system. Throws an Error that says why when the
 * system cannot be run here.
 */
export type Ranker = (texts: SearchedText[], queries: JudgedQuery[]) => Promise<Ranking[]>;
