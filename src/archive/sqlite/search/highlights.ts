import type { SearchExpression } from '../../../model/query.ts';
import { highlightArticle } from '../../core/words/highlight.ts';
import type { Highlight } from '../../results.ts';
import { createArticleTexts } from '../articles/article-texts.ts';
import type { Connection } from '../connection.ts';

/** Creates a read of the matches of a search in the given articles. Unknown ids are left out. */
export function createHighlights(
  connection: Connection,
): (search: SearchExpression, ids: string[]) => Highlight[] {
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();
  const textsOf = createArticleTexts(connection);
  return (search, ids) =>
    ids.flatMap((id) => {
      const key = keyOf.get({ id });
      const article = key === undefined ? undefined : textsOf(key);
      return article ? [{ id, fragments: highlightArticle(article, search) }] : [];
    });
}
