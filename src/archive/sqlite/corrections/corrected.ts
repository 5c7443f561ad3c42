import { Article } from '../../../model/article.ts';
import type { CorrectedArticle, Found } from '../../results.ts';
import { createArticleLookup } from '../articles/article-lookup.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from './correction-rows.ts';

const Identified = Article.pick({ id: true, slug: true });

/** Creates a function that finds an article by id or slug, with its corrections. */
export function createCorrectedLookup(
  connection: Connection,
): (reference: string) => Found<CorrectedArticle> {
  const find = createArticleLookup(connection).full;
  const corrections = createCorrectionRows(connection);
  return (reference) => {
    const found = find(reference);
    if (found.kind !== 'found') return found;
    const { id } = Identified.parse(JSON.parse(found.value));
    return { kind: 'found', value: { article: found.value, corrections: corrections.of(id) } };
  };
}
