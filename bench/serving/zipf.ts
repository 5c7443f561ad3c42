/**
 * An index from 0 to below `count`, small ones far more often: index k about 1 / (k + 1) as often as index 0,
 * which is how names, topics and words are spread in news (Zipf 1949).
 */
export function zipf(count: number, random: () => number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** random()) - 1);
}
