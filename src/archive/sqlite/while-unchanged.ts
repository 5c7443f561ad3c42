import type { CurrentState } from './state.ts';

/** Remembers what was found for a key for as long as the archive stays as it is. */
export interface WhileUnchanged<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** A memory of at most so many values, emptied by every change of the archive; the oldest go first. */
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
