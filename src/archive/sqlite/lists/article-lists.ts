import type { ArticleFilter, CountMode } from '../../../model/query.ts';
import type { JoinedPage, Page } from '../../answers.ts';
import type { ArticleQuery } from '../../queries.ts';
import { articleRenderings } from '../articles/article-renderings.ts';
import type { Bounded, BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { relevanceLists } from '../search/relevance.ts';
import type { CurrentState } from '../state.ts';
import { whileUnchanged } from '../while-unchanged.ts';
import { articleTotals, type Counted } from './article-totals.ts';
import type { PlanFilter } from './filter-plan.ts';
import { type KeysStatement, type Matching, matchingKeys, mayWalkFar } from './matching-keys.ts';
import { type Place, pageOf, type Start, type Walked, withTotal } from './page.ts';
import { beyond, type KeyBounds, publicationBounds, timeRank } from './publication-bounds.ts';

/** Which articles are on a page, before they are rendered. */
interface KeyPage extends Omit<Page, 'items'>, Bounded {
  keys: number[];
}

/** What a filter comes to, for as long as the archive stays as it is: readers page through one list and come again. */
interface Planned {
  matching: Matching;
  bounds: KeyBounds;
  counted: Map<CountMode, Counted>;
  /** Those that walk its list by time, up and down. */
  statements?: KeysStatement[];
}

/** How many filters' plans are remembered. */
const REMEMBERED = 500;

/** Lists of articles, each item as JSON or all cards joined. */
export interface ArticleLists {
  each(query: ArticleQuery): Page & Bounded;
  joined(query: Omit<ArticleQuery, 'form'>): JoinedPage & Bounded;
}

/** Gives lists of articles: by time, or by relevance to a search. */
export function articleLists(
  connection: Connection,
  effort: BoundedEffort,
  state: Pick<CurrentState, 'current'>,
  matchingOf: PlanFilter,
): ArticleLists {
  const renderings = articleRenderings(connection);
  const keep = keepStatements<Record<string, number | string>, number>(connection);
  const publication = publicationBounds(connection);
  const total = articleTotals(connection, effort);
  const byRelevance = relevanceLists(connection, effort);
  const placeOf = connection.prepare<[number], Place>(
    'SELECT published_at AS rank, id, key FROM articles WHERE key = ?',
  );
  const articles = connection.prepare<[], number>('SELECT articles FROM archive').pluck();
  const isSmall = (): boolean => (articles.get() ?? 0) <= effort.smallArchive;
  const remembered = whileUnchanged<Planned>(state, REMEMBERED);

  const planOf = (filter: ArticleFilter): Planned => {
    const key = JSON.stringify(filter);
    const known = remembered.get(key);
    if (known) return known;
    const planned: Planned = {
      matching: matchingOf(filter),
      bounds: publication.of(filter),
      counted: new Map(),
    };
    remembered.set(key, planned);
    return planned;
  };
  const totalOf = ({ matching, bounds, counted }: Planned, filter: ArticleFilter, mode: CountMode) => {
    const known = counted.get(mode);
    if (known) return known;
    const found = total(matching, bounds, filter, mode);
    // What was broken off may get further another time.
    if (found && !found.cutOff) counted.set(mode, found);
    return found;
  };

  const byTime = (plan: Planned, sort: 'newest' | 'oldest') => {
    const { matching, bounds } = plan;
    const far = mayWalkFar(matching);
    plan.statements ??= [false, true].map((descending) => matchingKeys(matching, descending));
    const { statements } = plan;
    return (from: Start | undefined, forward: boolean, limit: number): Walked<number> => {
      const descending = (sort === 'newest') === forward;
      const statement = statements[descending ? 1 : 0];
      if (statement === undefined) return { items: [] };
      const start = from && (from.key ?? publication.at(timeRank(from)));
      const stretch = start === undefined ? bounds : beyond(bounds, start, descending);
      const items: number[] = [];
      const look = (part: KeyBounds): boolean => {
        const left = limit - items.length;
        const keys = keep(statement.sql).pluck();
        for (const key of keys.all({ ...statement.parameters, ...part, limit: left })) items.push(key);
        return items.length >= limit;
      };
      const stoppedAt = far ? effort.through(stretch, descending, look, effort.deadline('page')) : undefined;
      if (!far) look(stretch);
      return { items, stoppedAt };
    };
  };

  const page = (query: Omit<ArticleQuery, 'form'>): KeyPage => {
    const plan = planOf(query.filter);
    const { matching, bounds } = plan;
    if (matching.term.kind === 'nothing') {
      return { keys: [], ...(query.count === 'none' ? {} : { total: { value: 0, relation: 'eq' } }) };
    }
    if (!effort.patient && matching.match !== null && mayWalkFar(matching) && !isSmall()) {
      return { keys: [], partial: true };
    }
    const counted = totalOf(plan, query.filter, query.count);
    if (query.sort === 'relevance' && matching.match !== null && query.filter.search) {
      const ranked = { ...query, search: query.filter.search };
      const found = byRelevance({ ...matching, match: matching.match }, bounds, ranked, counted?.total);
      return counted ? withTotal(found, counted) : found;
    }
    const walk = byTime(plan, query.sort === 'oldest' ? 'oldest' : 'newest');
    const { items: keys, ...links } = pageOf(query, walk, (key) => placeOf.get(key));
    return counted ? withTotal({ ...links, keys }, counted) : { ...links, keys };
  };

  return {
    each({ form, ...query }) {
      const { keys, ...links } = page(query);
      return { ...links, items: renderings.each(keys, form) };
    },
    joined(query) {
      const { keys, ...links } = page(query);
      return { ...links, json: renderings.joined(keys), count: keys.length };
    },
  };
}
