/**
 * Returns the delay before a retry in milliseconds: doubled after each failure, from one second to an hour,
 * minus up to 20 % jitter so that clients do not return at once.
 */
// 1 → 0.8–1 s, 2 → 1.6–2 s, 12 → 27–34 min, 13 and more → 48–60 min
export function retryDelay(failures: number, chance: number = Math.random()): number {
  const full = Math.min(1000 * 2 ** (failures - 1), 3_600_000);
  return Math.round(full * (1 - chance / 5));
}
