/** Number of failures in a row after which a process is still replaced at once. */
const freeFailures = 3;

const maxDelayMs = 30_000;

/** Returns the delay in ms before a process is replaced: none after a few failures, then 100 ms, doubled for each more. */
export function delayAfter(failures: number): number {
  return failures <= freeFailures ? 0 : Math.min(maxDelayMs, 100 * 2 ** (failures - freeFailures - 1));
}
