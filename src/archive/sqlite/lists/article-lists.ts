import type { ArticleFilter, CountMode, Position } from '../../../model/query.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { JoinedPage, Page } from '../../results.ts';
import { createArticleRenderings } from '../articles/article-renderings.ts';
import type { Bounded } from '../budget.ts';
import type { Connection } from '../connection.ts';
import { DamagedText } from '../failures.ts';
import { createRevisionCache } from '../revision-cache.ts';
import { createRelevanceLists } from '../search/relevance.ts';
import type { CurrentState } from '../state.ts';
import { articleKeysSql } from './article-list-sql.ts';
import { type Counted, createArticleTotals } from './article-totals.ts';
import { type FilterPlan, mayScanFar, type PlanFilter } from './filter-plan.ts';
import { createListsByChange } from './lists-by-change.ts';
import { type Place, pageOf, type Start, type Walked, withTotal } from './page.ts';
import { beyond, createPublicationBounds, type KeyBounds, timeRank } from './publication-bounds.ts';
import type { RangeScanner } from './range-scanner.ts';

/** The articles on a page, before they are rendered. */
interface KeyPage extends Omit<Page, 'items'>, Bounded {
  keys: number[];
}

/** A filter planned for one revision of the archive. */
interface PlannedFilter {
  plan: FilterPlan;
  bounds: KeyBounds;
}

/** Maximum number of cached totals. Readers page through a list and return to it (decision 016). */
const maxTotals = 500;

/** Lists of articles, as an array of JSON items or as all cards in one buffer. */
export interface ArticleLists {
  each(query: ArticleQuery): Page & Bounded;
  joined(query: Omit<ArticleQuery, 'form'>): JoinedPage & Bounded;
}

/** Creates lists of articles by time, or by relevance to a search. */
export function createArticleLists(
  connection: Connection,
  scanner: RangeScanner,
  state: Pick<CurrentState, 'current'>,
  planFilter: PlanFilter,
): ArticleLists {
  const renderings = createArticleRenderings(connection);
  const publication = createPublicationBounds(connection);
  const countTotal = createArticleTotals(connection, scanner);
  const listByChange = createListsByChange(connection, scanner);
  const byRelevance = createRelevanceLists(connection, scanner);
  const placeOf = connection.prepare<[number], Place>(
    'SELECT published_at AS rank, id, key FROM articles WHERE key = ?',
  );
  const articles = connection.prepare<[], number>('SELECT articles FROM archive').pluck();
  const isSmall = (): boolean => (articles.get() ?? 0) <= scanner.budget.smallArchive;
  const totals = createRevisionCache<Counted>(state, maxTotals);

  const totalOf = ({ plan, bounds }: PlannedFilter, filter: ArticleFilter, mode: CountMode) => {
    const key = `${mode} ${JSON.stringify(filter)}`;
    const known = totals.get(key);
    if (known) return known;
    const counted = countTotal(plan, bounds, filter, mode);
    if (counted && !counted.cutOff) totals.set(key, counted);
    return counted;
  };

  const byTime = ({ plan, bounds }: PlannedFilter, { sort, ...window }: Omit<ArticleQuery, 'form'>) => {
    const near = !mayScanFar(plan);
    const walk = (from: Start | undefined, forward: boolean, limit: number): Walked<number> => {
      const descending = (sort !== 'oldest') === forward;
      const { sql, parameters } = articleKeysSql(plan, descending);
      const statement = connection.cachedValues<number>(sql);
      const start = from && (from.key ?? publication.at(timeRank(from)));
      const range = start === undefined ? bounds : beyond(bounds, start, descending);
      const items: number[] = [];
      const visit = (part: KeyBounds): boolean => {
        items.push(...statement.all({ ...parameters, ...part, limit: limit - items.length }));
        return items.length >= limit;
      };
      return { stoppedAt: scanner.scan(range, descending, visit, scanner.deadline('page', near)), items };
    };
    const { items: keys, ...links } = pageOf(window, walk, (key) => placeOf.get(key));
    checkProgress(window.position, links.next, sort);
    return { ...links, keys };
  };

  const byChange = ({ plan, bounds }: PlannedFilter, window: Pick<ArticleQuery, 'limit' | 'position'>) => {
    const { items, ...links } = listByChange(plan, bounds, window);
    return { ...links, keys: items.map(({ key }) => key) };
  };

  const page = (query: Omit<ArticleQuery, 'form'>): KeyPage => {
    const { filter, count, sort } = query;
    const planned: PlannedFilter = { plan: planFilter(filter), bounds: publication.of(filter) };
    const { plan, bounds } = planned;
    const { match } = plan;
    if (plan.term.kind === 'nothing') {
      return { keys: [], ...(count === 'none' ? {} : { total: { value: 0, relation: 'eq' } }) };
    }
    if (scanner.bounded && match !== null && mayScanFar(plan) && !isSmall()) {
      return { keys: [], partial: true };
    }
    const counted = totalOf(planned, filter, count);
    const found =
      sort === 'relevance' && match !== null && plan.search
        ? byRelevance({ ...plan, match, search: plan.search }, bounds, query, counted?.total)
        : sort === 'updated'
          ? byChange(planned, query)
          : byTime(planned, query);
    return withTotal(found, counted);
  };

  /** Returns as many articles as a page may have. A page before a position is filled from its end. */
  const wholeArticles = (keys: number[], { position }: Pick<ArticleQuery, 'position'>) =>
    position?.direction === 'before' ? renderings.whole(keys.toReversed()).reverse() : renderings.whole(keys);

  return {
    each({ form, ...query }) {
      let { keys, ...links } = page(query);
      if (form === 'card') return { ...links, items: renderings.cards(keys) };
      let items = wholeArticles(keys, query);
      while (items.length < keys.length) {
        // The links of a shorter page are those after its last article.
        ({ keys, ...links } = page({ ...query, limit: items.length }));
        items = wholeArticles(keys, query);
      }
      return { ...links, items };
    },
    joined(query) {
      const { keys, ...links } = page(query);
      return { ...links, json: renderings.joined(keys), count: keys.length };
    },
  };
}

/**
 * Throws DamagedText if the page after this one would be before its beginning. An export that follows such links would
 * never end.
 */
function checkProgress(from: Position | undefined, next: Position | undefined, sort: ArticleQuery['sort']) {
  if (from?.direction !== 'after' || next === undefined) return;
  const isSame = next.rank === from.rank && next.id === from.id;
  if (isSame || (sort === 'oldest' ? next.rank < from.rank : next.rank > from.rank))
    throw new DamagedText('The times and keys of articles do not agree.');
}
