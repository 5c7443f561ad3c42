import { resemblance } from './shingles.ts';

/** What of an article decides how it relates to another. */
export interface Comparable {
  /** Of its body: see shingles.ts. */
  shingles: Set<number>;
  wordCount: number;
  /** Seconds since 1970. */
  publishedAt: number;
}

/** How two articles relate: the same words, or a later or earlier take. */
export interface Likeness {
  relation: 'copy' | 'version';
  /** The share of three-word runs that both bodies have, 0 to 1. */
  resemblance: number;
}

/** From here on two texts are one, from two clients of a wire. */
const copyResemblance = 0.9;
/** From here on, and this close in time, one is a later take of the other. */
const versionResemblance = 0.5;
const versionSeconds = 7 * 86_400;
/** Shorter texts share their words by chance ("Markets are closed today."): they are copies when they are equal. */
const shortWords = 30;

/** How two articles relate by the words of their bodies; undefined when they are two stories. */
export function likenessOf(one: Comparable, other: Comparable): Likeness | undefined {
  const alike = resemblance(one.shingles, other.shingles);
  const isShort = Math.min(one.wordCount, other.wordCount) < shortWords;
  if (alike >= (isShort ? 1 : copyResemblance)) return { relation: 'copy', resemblance: alike };
  if (isShort || alike < versionResemblance) return undefined;
  if (Math.abs(one.publishedAt - other.publishedAt) > versionSeconds) return undefined;
  return { relation: 'version', resemblance: alike };
}
