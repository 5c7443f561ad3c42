import type { CurrentState } from './state.ts';

/** Cache that is emptied when the archive changes. */
export interface RevisionCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Creates a cache of at most `max` values of the current revision. Evicts the oldest value first. */
export function createRevisionCache<T>(state: Pick<CurrentState, 'current'>, max: number): RevisionCache<T> {
  const cached = new Map<string, T>();
  let cachedRevision: number | undefined;
  const values = (): Map<string, T> => {
    const { revision } = state.current();
    if (cachedRevision !== revision) cached.clear();
    cachedRevision = revision;
    return cached;
  };
  return {
    get: (key) => values().get(key),
    set(key, value) {
      const [oldest] = values().keys();
      if (cached.size >= max && oldest !== undefined) cached.delete(oldest);
      cached.set(key, value);
    },
  };
}
