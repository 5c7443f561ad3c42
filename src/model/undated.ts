import { type Instant, secondsOf } from './instant.ts';

/**
 * Seconds between the storage of an undated article and its rank. The Gregorian calendar repeats every 400 years, so
 * these 32,000 years keep months whole: an undated article is counted in the month of its storage, 32,000 years before.
 */
const shift = 80 * 146_097 * 86_400;

/** Lowest rank of a dated article: the first second of the year 0. */
export const firstDated: number = secondsOf('0000-01-01T00:00:00Z');

/** Lowest rank of an undated article. */
export const firstUndated: number = firstDated - shift;

/** Filter that all dated articles match and no undated one does. */
export const datedOnly: { from: Instant } = { from: '0000-01-01T00:00:00Z' };

/**
 * Returns the rank of an article in order of publication: seconds since 1970. An undated article ranks below every
 * dated one; among themselves, undated articles rank by the time of storage.
 */
export function publicationRank({
  publishedAt,
  storedAt,
}: {
  publishedAt: Instant | null;
  storedAt: Instant;
}): number {
  return publishedAt === null ? undatedRank(storedAt) : secondsOf(publishedAt);
}

/** Returns the rank of an undated article. */
export function undatedRank(storedAt: Instant): number {
  return secondsOf(storedAt) - shift;
}

/** True if a rank is that of a dated article, and so its time of publication. */
export function isDated(rank: number): boolean {
  return rank >= firstDated;
}
