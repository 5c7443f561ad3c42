import type { UncorrectedArticle } from '../../answers.ts';
import { readingOf } from '../../core/article-json/kept-reading.ts';
import { articleRows } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { correctionRows } from './correction-rows.ts';

/** Gives articles as they were read, before any correction; ids that the archive does not know are left out. */
export function uncorrectedArticles(connection: Connection): (ids: string[]) => UncorrectedArticle[] {
  const rows = articleRows(connection);
  const corrections = correctionRows(connection);
  const selectKey = connection
    .prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id')
    .pluck();
  return (ids) =>
    ids.flatMap((id) => {
      const key = selectKey.get({ id });
      if (key === undefined) return [];
      const { card, rest } = rows.read(key);
      return [{ id, reading: corrections.uncorrected(id) ?? readingOf(card, rest) }];
    });
}
