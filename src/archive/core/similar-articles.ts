import { type Comparable, likenessOf } from '../../model/likeness.ts';
import { shinglesOf } from '../../model/shingles.ts';

/** Maximum number of candidates whose shingles are compared, those with the most shared bands first. */
const mostCompared = 8;

/**
 * Minimum number of shared bands of articles that are compared. One is shared by chance with a dozen articles of a busy
 * week, since all news has runs of words in common. Two are shared by 63 % of pairs with a resemblance of 0.5, 96 % at
 * 0.7, and all copies, but by hardly any other pair.
 */
const leastShared = 2;

export interface Compared {
  key: number;
  /** Rank by publication; see undated.ts. */
  publishedAt: number;
  text: string;
  wordCount: number;
}

/**
 * Returns the id of the article that resembles `article` most, or undefined if none does. `shared` has the number of
 * shared bands by key; `read` returns the article with a key, if it still exists.
 */
export function findMostSimilar(
  article: Compared,
  shared: ReadonlyMap<number, number>,
  read: (key: number) => (Comparable & { id: string }) | undefined,
): string | undefined {
  const keys = candidatesIn(shared).filter((key) => key !== article.key);
  if (keys.length === 0) return undefined;
  const own = { ...article, shingles: shinglesOf(article.text) };
  let best: { id: string; resemblance: number } | undefined;
  for (const key of keys) {
    const other = read(key);
    const likeness = other && likenessOf(own, other);
    if (!likeness || likeness.resemblance <= (best?.resemblance ?? 0)) continue;
    best = { id: other.id, resemblance: likeness.resemblance };
    if (likeness.relation === 'copy') break;
  }
  return best?.id;
}

/** Returns the keys with enough shared bands: most shared first, then newest. */
function candidatesIn(shared: ReadonlyMap<number, number>): number[] {
  return [...shared]
    .filter(([, count]) => count >= leastShared)
    .sort(([a, one], [b, other]) => other - one || b - a)
    .slice(0, mostCompared)
    .map(([key]) => key);
}
