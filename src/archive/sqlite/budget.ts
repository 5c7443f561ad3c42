/** Kinds of work that have a time limit of their own. */
export type Purpose = 'page' | 'total' | 'exactTotal' | 'ranking';

/** Limits of what one read may scan. */
export interface Budget {
  /** Articles in the first range of a scan, rounded up to whole months. Later ranges grow while scans are quick. */
  firstRange: number;
  /** Maximum number of matches of the words of a search, above which not all of its matches are ranked. They take 20 ms. */
  rankedMatches: number;
  /** Maximum number of matches that FTS5 counts to rank a search. Above it, articles are ranked by matching fields. */
  countedMatches: number;
  /** Maximum size of an archive in which searches that cannot be interrupted run anyway. They take at most 5 ms. */
  smallArchive: number;
  /** Time limits in ms. After them no further range is scanned. */
  ms: Record<Purpose, number>;
}

/** Budget if no other request waits. Pages are always filled, however long the scan. */
export const unboundedBudget: Budget = {
  firstRange: 8_000,
  rankedMatches: 20_000,
  countedMatches: 150_000,
  smallArchive: 10_000,
  ms: { page: Number.POSITIVE_INFINITY, total: 25, exactTotal: 1_000, ranking: 15 },
};

/** Budget on the event loop of a server: the reader pool repeats reads that exceed it. */
export const boundedBudget: Budget = {
  firstRange: 4_000,
  rankedMatches: 20_000,
  countedMatches: 150_000,
  smallArchive: 10_000,
  ms: { page: 4, total: 4, exactTotal: 4, ranking: 4 },
};

export interface Bounded {
  /**
   * True if the budget was spent: the page may be short (or empty), a link from where the read stopped may lead to
   * nothing, a total may be too small. The reader pool then repeats the read without a budget.
   */
  partial?: true;
}
