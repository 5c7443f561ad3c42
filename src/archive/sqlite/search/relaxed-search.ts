import type { ArticleFilter, SearchExpression } from '../../../model/query.ts';
import { ENOUGH, type Relaxation } from '../../../model/relaxed-search.ts';
import { relaxSearch } from '../../core/words/relax-search.ts';
import type { Connection } from '../connection.ts';
import { articleKeysSql } from '../lists/article-list-sql.ts';
import { ignoresRanges, type PlanFilter } from '../lists/filter-plan.ts';
import { createPublicationBounds, type KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { createTagSynonyms } from './tag-synonyms.ts';
import { createWordCorrections } from './word-corrections.ts';

/** Creates a read that relaxes the search of a filter. Each step costs about as much as a page of the list. */
export function createRelaxedSearch(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
): (filter: ArticleFilter) => Relaxation | undefined {
  const publication = createPublicationBounds(connection);
  const correct = createWordCorrections(connection);
  const synonyms = createTagSynonyms(connection);

  const count = (filter: ArticleFilter, search: SearchExpression): number => {
    const plan = planFilter({ ...filter, search });
    if (plan.term.kind === 'nothing') return 0;
    const { sql, parameters } = articleKeysSql(plan, false);
    const select = connection.cachedValues<number>(sql);
    let found = 0;
    const visit = (range: KeyBounds): boolean => {
      found += select.all({ ...parameters, ...range, limit: ENOUGH - found }).length;
      return found >= ENOUGH;
    };
    scanner.scan(publication.of(filter), false, visit, scanner.deadline('page', ignoresRanges(plan)));
    return found;
  };

  return (filter) =>
    filter.search &&
    relaxSearch(filter.search, { count: (search) => count(filter, search), correct, synonyms });
}
