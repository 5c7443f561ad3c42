import type { Position } from '../../../news/query.ts';
import type { ArticleQuery, Page } from '../../archive.ts';
import { joinObjects } from '../../rendering/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../rendering/packed-document.ts';
import { type Connection, keepStatements } from '../connection.ts';
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
  card: string;
  rest: PackedDocument;
}

/** A page with its items as JSON; bodies are unpacked only for what is shown. */
function rendered({ items, ...links }: PlacedPage<Place & Row>, form: ArticleQuery['form']): Page {
  const json = items.map(({ card, rest }) =>
    form === 'full' ? joinObjects(card, unpackDocument(rest, card)) : card,
  );
  return { ...links, items: json };
}

/** Gives lists of articles: by time, or by relevance to a search. */
export function articleLists(connection: Connection, effort: BoundedEffort): (query: ArticleQuery) => Page {
  const keep = keepStatements<Record<string, number | string>, Row>(connection);
  const matchingOf = filterPlan(connection);
  const publication = publicationBounds(connection);
  const total = articleTotals(connection, effort);
  const byRelevance = relevanceLists(connection, effort);

  const byTime = (matching: Matching, bounds: KeyBounds, { form, sort }: ArticleQuery) => {
    const full = form === 'full';
    const far = mayWalkFar(matching);
    const statements = [false, true].map((descending) => {
      const { sql, parameters } = matchingKeys(matching, descending);
      const text = `
        WITH matching AS MATERIALIZED (${sql})
        SELECT a.key, a.id, a.published_at AS publishedAt, c.json AS card, ${full ? 'd.rest' : "''"} AS rest
        FROM matching m
        CROSS JOIN articles a ON a.key = m.key
        CROSS JOIN article_cards c ON c.article = a.key
        ${full ? 'CROSS JOIN article_documents d ON d.article = a.key' : ''}`;
      return { text, parameters };
    });
    return (from: Position | undefined, forward: boolean, limit: number): Walked<Place & Row> => {
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
      return { items: rows.map((row) => ({ ...row, rank: row.publishedAt })), stoppedAt };
    };
  };

  return (query) => {
    const matching = matchingOf(query.filter);
    if (matching.term.kind === 'nothing') {
      return { items: [], ...(query.count === 'none' ? {} : { total: { value: 0, relation: 'eq' } }) };
    }
    if (!effort.patient && matching.match !== null && mayWalkFar(matching)) {
      return { items: [], partial: true };
    }
    const bounds = publication.of(query.filter);
    const counted = total(matching, bounds, query.filter, query.count);
    const page =
      query.sort === 'relevance' && matching.match !== null && query.filter.search
        ? byRelevance(
            { ...matching, match: matching.match },
            bounds,
            { ...query, search: query.filter.search },
            counted?.total,
          )
        : rendered(
            pageOf(
              query,
              byTime(matching, bounds, { ...query, sort: query.sort === 'oldest' ? 'oldest' : 'newest' }),
            ),
            query.form,
          );
    return counted ? withTotal(page, counted) : page;
  };
}
