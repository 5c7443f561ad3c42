import type { Connection } from './connection.ts';

/** Caches whether a table that is usually empty has rows. */
export function createRowPresence(
  connection: Connection,
  table: 'deleted_articles' | 'article_aliases' | 'former_article_slugs',
) {
  const select = connection.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM ${table})`).pluck();
  let known: boolean | undefined;
  return {
    any() {
      known ??= select.get() === 1;
      return known;
    },
    /** Must be called after a row was inserted. */
    note() {
      known = true;
    },
    /** Must be called when a transaction begins, since others may have written. */
    forget() {
      known = undefined;
    },
  };
}
