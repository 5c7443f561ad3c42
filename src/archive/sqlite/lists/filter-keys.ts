import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter } from '../../../model/query.ts';
import { addressHash } from '../../../model/source-address.ts';
import type { Connection } from '../connection.ts';

/** The part of a filter that names articles one by one, or by the time of their last change. */
export interface FilterKeys {
  /** Keys of the only articles that may match, ascending; absent if any may. */
  keys?: number[];
  /** Lowest number of the last change of an article that matches. */
  changedSince?: number;
}

/** Maximum number of articles that are collected before a list is read. They take about 3 ms. */
export const MAX_KEYS = 4_000;

/** Looks up articles by id, slug or former slug. */
export function createKeyLookup(connection: Connection): (reference: string) => number | undefined {
  const byId = connection.prepare<[string], number>('SELECT key FROM articles WHERE id = ?').pluck();
  const bySlug = connection.prepare<[string], number>('SELECT key FROM articles WHERE slug = ?').pluck();
  const byFormerSlug = connection
    .prepare<[string], number>(
      `SELECT a.key
       FROM former_article_slugs f CROSS JOIN articles a ON a.id = f.article
       WHERE f.slug = ?`,
    )
    .pluck();
  return (reference) => byId.get(reference) ?? bySlug.get(reference) ?? byFormerSlug.get(reference);
}

/** Creates a function that returns, for each reference, true if an article has it. */
export function createReferenceCheck(connection: Connection): (references: string[]) => boolean[] {
  const find = createKeyLookup(connection);
  return (references) => references.map((reference) => find(reference) !== undefined);
}

/** Creates the look-up of the articles that a filter names by id, slug, address or last change. */
export function createFilterKeys(connection: Connection): (filter: ArticleFilter) => FilterKeys {
  const find = createKeyLookup(connection);
  const atAddress = connection
    .prepare<{ address: number }, number>(
      `SELECT key FROM articles WHERE address = :address ORDER BY key DESC LIMIT ${MAX_KEYS}`,
    )
    .pluck();
  const changedFrom = connection
    .prepare<{ changed: number }, number>(
      `SELECT key FROM articles WHERE changed >= :changed LIMIT ${MAX_KEYS + 1}`,
    )
    .pluck();
  const changeFrom = connection.prepare<{ seq: number }, { seq: number; at: number }>(
    'SELECT seq, at FROM changes WHERE seq >= :seq ORDER BY seq LIMIT 1',
  );
  const lastChange = connection.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM changes').pluck();

  /** Returns the number of the first change at or after a second. Changes are in order of time. */
  const firstChange = (seconds: number): number => {
    let [low, high] = [0, (lastChange.get() ?? 0) + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const change = changeFrom.get({ seq: middle });
      if (change === undefined || change.at >= seconds) high = middle;
      else low = change.seq + 1;
    }
    return low;
  };

  return ({ ids, address, updatedSince }) => {
    const sets: number[][] = [];
    if (ids) sets.push(ids.map(find).filter((key) => key !== undefined));
    if (address !== undefined) sets.push(atAddress.all({ address: addressHash(address) }));
    const changedSince = updatedSince === undefined ? undefined : firstChange(secondsOf(updatedSince));
    if (changedSince !== undefined) {
      const changed = changedFrom.all({ changed: changedSince });
      if (changed.length <= MAX_KEYS) sets.push(changed);
    }
    const [first, ...others] = sets.map((keys) => new Set(keys));
    const since = changedSince === undefined ? {} : { changedSince };
    if (first === undefined) return since;
    const keys = [...first].filter((key) => others.every((other) => other.has(key)));
    return { keys: keys.sort((a, b) => a - b), ...since };
  };
}
