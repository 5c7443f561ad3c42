/** Kinds of work that have a time limit of their own. */
export type Purpose = 'page' | 'total' | 'exactTotal' | 'ranking';

/** Limits of what one read may scan. */
export interface Budget {
  /** Articles in the first range of a scan (rounded up to whole months). Later ranges grow while they pass quickly. */
  firstRange: number;
  /** Matches that FTS5 may count to rank a search. Beyond it, articles are ranked by the fields that match. */
  countedMatches: number;
  /** Up to this many articles, a search that cannot be interrupted runs even within a budget: it takes 5 ms at most. */
  smallArchive: number;
  /** Milliseconds after which no further range is begun. */
  ms: Record<Purpose, number>;
}

/** Budget when no other request waits: pages are always filled, however much that scans. */
export const unboundedBudget: Budget = {
  firstRange: 8_000,
  countedMatches: 150_000,
  smallArchive: 10_000,
  ms: { page: Number.POSITIVE_INFINITY, total: 25, exactTotal: 1_000, ranking: 15 },
};

/** Budget on the event loop of a server: the reader pool repeats reads that exceed it. */
export const boundedBudget: Budget = {
  firstRange: 4_000,
  countedMatches: 150_000,
  smallArchive: 10_000,
  ms: { page: 4, total: 4, exactTotal: 4, ranking: 4 },
};

/** The result of a bounded read. */
export interface Bounded {
  /**
   * True if the budget was spent: the page may be short (or empty), a link from where the read stopped may lead to
   * nothing, a total may be too small. The reader pool then repeats the read without a budget.
   */
  partial?: true;
}
