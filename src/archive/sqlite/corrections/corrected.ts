import { Article } from '../../../model/article.ts';
import type { CorrectedArticle, Found } from '../../answers.ts';
import { articleLookup } from '../articles/one-article.ts';
import type { Connection } from '../connection.ts';
import { correctionRows } from './correction-rows.ts';

const Identified = Article.pick({ id: true });

/** Gives the look-up of one article by id or slug, with what editors set right in it. */
export function correctedLookup(connection: Connection): (reference: string) => Found<CorrectedArticle> {
  const find = articleLookup(connection).full;
  const corrections = correctionRows(connection);
  return (reference) => {
    const found = find(reference);
    if (found.kind !== 'found') return found;
    const { id } = Identified.parse(JSON.parse(found.value));
    return { kind: 'found', value: { article: found.value, corrections: corrections.of(id) } };
  };
}
