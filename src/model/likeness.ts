import { resemblance } from './shingles.ts';

/** Values of an article that are compared with another's. */
export interface Comparable {
  /** Shingles of the body; see shingles.ts. */
  shingles: Set<number>;
  wordCount: number;
  /** Seconds since 1970; null if undated. */
  publishedAt: number | null;
}

/** Relation of two articles: a copy (same words), or a version (an earlier or later take). */
export interface Likeness {
  relation: 'copy' | 'version';
  /** Share of three-word runs that the two bodies have in common, 0 to 1. */
  resemblance: number;
}

/** At this resemblance or above, two texts are copies of one text. */
const copyResemblance = 0.9;
/** At this resemblance or above, and within this time, one text is a later take of the other. */
const versionResemblance = 0.5;
const versionSeconds = 7 * 86_400;
/** Shorter texts share words by chance ("Markets are closed today."), so they are copies only if equal. */
const shortWords = 30;

/** Compares the bodies of two articles. Undefined if they are different stories. */
export function likenessOf(one: Comparable, other: Comparable): Likeness | undefined {
  const alike = resemblance(one.shingles, other.shingles);
  const isShort = Math.min(one.wordCount, other.wordCount) < shortWords;
  if (alike >= (isShort ? 1 : copyResemblance)) return { relation: 'copy', resemblance: alike };
  if (isShort || alike < versionResemblance) return undefined;
  if (one.publishedAt === null || other.publishedAt === null) return undefined;
  if (Math.abs(one.publishedAt - other.publishedAt) > versionSeconds) return undefined;
  return { relation: 'version', resemblance: alike };
}
