import type { SearchExpression } from '../../../model/query.ts';
import { highlightArticle } from '../../core/words/highlight.ts';
import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import type { Highlight } from '../../results.ts';
import { createArticleTexts, maxBodyText } from '../articles/article-texts.ts';
import type { Connection } from '../connection.ts';

/** Maximum number of characters that are searched for one page. That takes less than half of the time limit of a read. */
const maxPageText = 1_000_000;

/** Number of characters of an article that are searched even so. */
const leastText = 2_000;

/** Creates a read of the matches of a search in the given articles. Unknown ids are left out. */
export function createHighlights(
  connection: Connection,
  resolve: (search: SearchExpression) => ResolvedSearch,
): (search: SearchExpression, ids: string[]) => Highlight[] {
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();
  const textsOf = createArticleTexts(connection);
  return (search, ids) => {
    const resolved = resolve(search);
    let left = maxPageText;
    return ids.flatMap((id) => {
      const key = keyOf.get({ id });
      const article =
        key === undefined ? undefined : textsOf(key, Math.max(leastText, Math.min(maxBodyText, left)));
      if (article === undefined) return [];
      const fragments = highlightArticle(article, resolved, maxBodyText);
      left -= article.body.text.length;
      return [{ id, fragments }];
    });
  };
}
