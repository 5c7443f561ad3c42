import { withinTime } from '../src/importing/within-time.ts';

/** Milliseconds: far more than linear work needs on a busy machine, far less than catastrophic work takes. */
const limit = 40_000;

/** True if the work ends. It is stopped after a time that only work of the wrong order of growth needs. */
export function ends(work: () => unknown): boolean {
  return withinTime(() => [work()], limit) !== undefined;
}
