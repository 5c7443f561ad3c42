import type { Connection } from './connection.ts';

/** Whether a table that is mostly empty has rows. */
export interface RarePresence {
  any(): boolean;
  /** A row was put in. */
  note(): void;
  /** To be called when a transaction begins: others may have written since the last. */
  forget(): void;
}

/** Gives what is known of one table. */
export function rarePresence(
  connection: Connection,
  table: 'deleted_articles' | 'article_aliases' | 'former_article_slugs',
): RarePresence {
  const select = connection.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM ${table})`).pluck();
  let known: boolean | undefined;
  return {
    any() {
      known ??= select.get() === 1;
      return known;
    },
    note() {
      known = true;
    },
    forget() {
      known = undefined;
    },
  };
}
