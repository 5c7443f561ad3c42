import { readingOf } from '../../core/article-json/stored-reading.ts';
import type { UncorrectedArticle } from '../../results.ts';
import { createArticleRows } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from './correction-rows.ts';

/** Creates a function that returns articles as they were read, before any correction. It skips unknown ids. */
export function createUncorrectedArticles(connection: Connection): (ids: string[]) => UncorrectedArticle[] {
  const rows = createArticleRows(connection);
  const corrections = createCorrectionRows(connection);
  const selectKey = connection
    .prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id')
    .pluck();
  return (ids) =>
    ids.flatMap((id) => {
      const key = selectKey.get({ id });
      if (key === undefined) return [];
      const { card, body } = rows.read(key);
      return [{ id, reading: corrections.uncorrected(id) ?? readingOf(card, body) }];
    });
}
