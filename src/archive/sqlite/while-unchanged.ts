import type { CurrentState } from './state.ts';

/** Cache that is cleared when the archive changes. */
export interface WhileUnchanged<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Creates a cache of at most `most` values. Every change of the archive empties it; the oldest are evicted first. */
export function whileUnchanged<T>(state: Pick<CurrentState, 'current'>, most: number): WhileUnchanged<T> {
  const kept = new Map<string, T>();
  let of: number | undefined;
  const values = (): Map<string, T> => {
    const { revision } = state.current();
    if (of !== revision) kept.clear();
    of = revision;
    return kept;
  };
  return {
    get: (key) => values().get(key),
    set(key, value) {
      const [oldest] = values().keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(key, value);
    },
  };
}
