import type { UncorrectedArticle } from '../../answers.ts';
import { readingOf } from '../../rendering/kept-reading.ts';
import type { Connection } from '../connection.ts';
import { articleRows } from '../write/article-rows.ts';
import { correctionRows } from '../write/correction-rows.ts';

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
