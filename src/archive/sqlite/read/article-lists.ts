import type { Position } from '../../../news/query.ts';
import type { ArticleQuery, JoinedPage, Page } from '../../archive.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { articleRenderings } from './article-renderings.ts';
import { articleTotals } from './article-totals.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { filterPlan } from './filter-plan.ts';
import { type Matching, matchingKeys, mayWalkFar } from './matching-keys.ts';
import { type Place, type PlacedPage, pageOf, type Walked, withTotal } from './page.ts';
import { beyond, type KeyBounds, publicationBounds, timeRank } from './publication-bounds.ts';
import { relevanceLists } from './relevance.ts';

interface Row {
  key: number;
  id: string;
  publishedAt: number;
}

/** Which articles are on a page, before they are rendered. */
interface KeyPage extends Omit<Page, 'items'> {
  keys: number[];
}

/** Lists of articles, each item as JSON or all cards joined. */
export interface ArticleLists {
  each(query: ArticleQuery): Page;
  joined(query: Omit<ArticleQuery, 'form'>): JoinedPage;
}

function keysOf({ items, ...links }: PlacedPage<Place & { key: number }>): KeyPage {
  return { ...links, keys: items.map(({ key }) => key) };
}

/** Gives lists of articles: by time, or by relevance to a search. */
export function articleLists(connection: Connection, effort: BoundedEffort): ArticleLists {
  const renderings = articleRenderings(connection);
  const keep = keepStatements<Record<string, number | string>, Row>(connection);
  const matchingOf = filterPlan(connection);
  const publication = publicationBounds(connection);
  const total = articleTotals(connection, effort);
  const byRelevance = relevanceLists(connection, effort);

  const byTime = (matching: Matching, bounds: KeyBounds, sort: 'newest' | 'oldest') => {
    const far = mayWalkFar(matching);
    const statements = [false, true].map((descending) => {
      const { sql, parameters } = matchingKeys(matching, descending);
      const text = `
        WITH matching AS MATERIALIZED (${sql})
        SELECT a.key, a.id, a.published_at AS publishedAt
        FROM matching m CROSS JOIN articles a ON a.key = m.key`;
      return { text, parameters };
    });
    return (from: Position | undefined, forward: boolean, limit: number): Walked<Place & { key: number }> => {
      const descending = (sort === 'newest') === forward;
      const statement = statements[descending ? 1 : 0];
      if (statement === undefined) return { items: [] };
      const stretch = from ? beyond(bounds, publication.at(timeRank(from)), descending) : bounds;
      const rows: Row[] = [];
      const look = (part: KeyBounds): boolean => {
        const left = limit - rows.length;
        rows.push(...keep(statement.text).all({ ...statement.parameters, ...part, limit: left }));
        return rows.length >= limit;
      };
      const stoppedAt = far ? effort.through(stretch, descending, look, effort.deadline('page')) : undefined;
      if (!far) look(stretch);
      // The keys come in order; that the join keeps it is SQLite's habit and not its promise.
      rows.sort((a, b) => (descending ? b.key - a.key : a.key - b.key));
      return { items: rows.map(({ key, id, publishedAt }) => ({ key, id, rank: publishedAt })), stoppedAt };
    };
  };

  const page = (query: Omit<ArticleQuery, 'form'>): KeyPage => {
    const matching = matchingOf(query.filter);
    if (matching.term.kind === 'nothing') {
      return { keys: [], ...(query.count === 'none' ? {} : { total: { value: 0, relation: 'eq' } }) };
    }
    if (!effort.patient && matching.match !== null && mayWalkFar(matching)) {
      return { keys: [], partial: true };
    }
    const bounds = publication.of(query.filter);
    const counted = total(matching, bounds, query.filter, query.count);
    const found =
      query.sort === 'relevance' && matching.match !== null && query.filter.search
        ? byRelevance(
            { ...matching, match: matching.match },
            bounds,
            { ...query, search: query.filter.search },
            counted?.total,
          )
        : keysOf(pageOf(query, byTime(matching, bounds, query.sort === 'oldest' ? 'oldest' : 'newest')));
    return counted ? withTotal(found, counted) : found;
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
