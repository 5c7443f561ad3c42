import type { CountMode, Position, SearchExpression } from '../../../model/query.ts';
import { quoteId, quotePlace } from '../../core/article-json/quote-entries.ts';
import { assume, cover, type TagTerm } from '../../core/tag-plan.ts';
import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import type { QuoteQuery } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { type ListSql, tagCondition, tagParameters } from '../lists/article-list-sql.ts';
import { type Counted, countInRanges } from '../lists/article-totals.ts';
import type { PlanFilter } from '../lists/filter-plan.ts';
import { type Place, pageOf, type Walked, withTotal } from '../lists/page.ts';
import { beyond, createPublicationBounds, type KeyBounds, timeRank } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { articleOfQuote, QUOTES_PER_ARTICLE, quoteIndex, quoteKey } from '../publication-keys.ts';
import { findsDirectly, matchExpression } from '../search/match-expression.ts';
import { createQuoteRendering } from './quote-rendering.ts';

interface Row {
  key: number;
  id: string;
  publishedAt: number;
}

/**
 * Returns the SQL of a quote list: the keys of matching quotes in `[low, high)`, at most `limit`, in key order. The
 * articles have the tags of `term`. Quotes in the articles of one tag are read article by article.
 */
export function quoteKeysSql(
  query: Pick<QuoteQuery, 'speaker' | 'search'>,
  term: TagTerm,
  direction: 'ASC' | 'DESC',
): ListSql {
  const { parameters, nameOf } = tagParameters();
  // Key of the article. Unlike division, a shift also rounds keys before 1970 down.
  const about = (key: string) =>
    term.kind === 'everything' ? '' : `AND ${tagCondition(term, `${key} >> 12`, nameOf)}`;
  if (query.search !== undefined) {
    const sql = `
    SELECT rowid AS key FROM quote_search
    WHERE quote_search MATCH :match
      AND rowid >= CAST(:low AS INTEGER) AND rowid < CAST(:high AS INTEGER)
      ${query.speaker === undefined ? '' : 'AND (SELECT speaker FROM quotes WHERE key = quote_search.rowid) = :speaker'}
      ${about('quote_search.rowid')}
    ORDER BY rowid ${direction}
    LIMIT :limit`;
    return { sql, parameters };
  }
  const [tag, ...others] = cover(term) ?? [];
  if (query.speaker === undefined && tag && others.length === 0) {
    const sql = `
      SELECT q.key
      FROM article_tags d INDEXED BY tag_articles
      CROSS JOIN quotes q NOT INDEXED ON q.key >= d.article * ${QUOTES_PER_ARTICLE}
        AND q.key < (d.article + 1) * ${QUOTES_PER_ARTICLE}
      WHERE d.tag = ${nameOf(tag)}
        AND d.article >= CAST(:low AS INTEGER) >> 12 AND d.article <= CAST(:high AS INTEGER) >> 12
        AND ${tagCondition(assume(term, tag.key, true), 'd.article', nameOf)}
        AND +q.key >= :low AND +q.key < :high
      ORDER BY d.article ${direction}, q.key ${direction}
      LIMIT :limit`;
    return { sql, parameters };
  }
  const sql = `
      SELECT q.key FROM quotes q ${query.speaker === undefined ? 'NOT INDEXED' : 'INDEXED BY quotes_by_speaker'}
      WHERE q.key >= :low AND q.key < :high
        ${query.speaker === undefined ? '' : 'AND q.speaker = :speaker'}
        ${about('q.key')}
      ORDER BY q.key ${direction}
      LIMIT :limit`;
  return { sql, parameters };
}

/** Creates lists of quotes: newest article first, then reading order. */
export function createQuoteLists(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
  resolve: (search: SearchExpression) => ResolvedSearch,
): (query: QuoteQuery) => Page {
  const publication = createPublicationBounds(connection);
  const render = createQuoteRendering(connection);
  const selectTag = connection.prepare<{ id: string }, { key: number; quotes: number }>(
    'SELECT key, quote_count AS quotes FROM tags WHERE id = :id',
  );
  const articleKey = connection
    .prepare<{ article: string }, number>('SELECT key FROM articles WHERE id = :article')
    .pluck();
  const allQuotes = connection.prepare<[], number>('SELECT quotes FROM archive').pluck();

  const startOf = (position: Position): number => {
    const { rank, id } = timeRank(position);
    const place = quotePlace(id);
    const article = publication.at({ rank, id: place?.article ?? id });
    return place && Number.isInteger(article)
      ? quoteKey(article, place.number - 1)
      : Math.ceil(article) * QUOTES_PER_ARTICLE - 0.5;
  };

  const none = (query: QuoteQuery): Page => ({
    items: [],
    ...(query.count === 'none' ? {} : { total: { value: 0, relation: 'eq' } }),
  });

  return (query) => {
    const parameters: Record<string, number | string> = {};
    const articles = publication.of(query);
    const bounds = { low: articles.low * QUOTES_PER_ARTICLE, high: articles.high * QUOTES_PER_ARTICLE };
    if (query.article !== undefined) {
      const key = articleKey.get({ article: query.article });
      if (key === undefined) return none(query);
      bounds.low = Math.max(bounds.low, key * QUOTES_PER_ARTICLE);
      bounds.high = Math.min(bounds.high, (key + 1) * QUOTES_PER_ARTICLE);
    }
    const speaker = query.speaker === undefined ? undefined : selectTag.get({ id: query.speaker });
    if (query.speaker !== undefined && speaker === undefined) return none(query);
    const { term } = planFilter(query.about ? { tags: query.about } : {});
    if (term.kind === 'nothing') return none(query);
    if (speaker) parameters.speaker = speaker.key;
    const search = query.search && resolve(query.search);
    if (search) parameters.match = matchExpression(search, 'quotes');

    const far =
      term.kind !== 'everything' ||
      (search !== undefined && (query.speaker !== undefined || !findsDirectly(search)));
    if (scanner.bounded && query.search !== undefined && far) return { items: [], partial: true };
    const scan = (
      { low, high }: KeyBounds,
      descending: boolean,
      visit: (range: KeyBounds) => boolean,
      deadline: number,
    ): Place | undefined => {
      const articles = { low: articleOfQuote(low), high: Math.ceil(high / QUOTES_PER_ARTICLE) };
      const visitArticles = (range: KeyBounds) =>
        visit({
          low: Math.max(low, range.low * QUOTES_PER_ARTICLE),
          high: Math.min(high, range.high * QUOTES_PER_ARTICLE),
        });
      const stoppedAt = scanner.scan(articles, descending, visitArticles, deadline);
      // All quotes of that article were visited. An ascending scan goes on after its first, which has the highest key.
      return stoppedAt && !descending ? { ...stoppedAt, id: quoteId(stoppedAt.id, 0) } : stoppedAt;
    };
    const walk = (
      from: Position | undefined,
      forward: boolean,
      limit: number,
    ): Walked<Place & { key: number }> => {
      const range = from ? beyond(bounds, startOf(from), forward) : bounds;
      const keys = quoteKeysSql(query, term, forward ? 'DESC' : 'ASC');
      const sql = `
        WITH matching AS MATERIALIZED (${keys.sql})
        SELECT m.key, a.id, a.published_at AS publishedAt
        FROM matching m
        CROSS JOIN articles a ON a.key = m.key >> 12`;
      const rows: Row[] = [];
      const visit = (part: KeyBounds): boolean => {
        const given = { ...parameters, ...keys.parameters, ...part, limit: limit - rows.length };
        rows.push(...connection.cached<Row>(sql).all(given));
        return rows.length >= limit;
      };
      const stoppedAt = scan(range, forward, visit, scanner.deadline('page', !far));
      rows.sort((a, b) => (forward ? b.key - a.key : a.key - b.key));
      return {
        items: rows.map(({ key, publishedAt, id }) => ({
          key,
          rank: publishedAt,
          id: quoteId(id, quoteIndex(key)),
        })),
        stoppedAt,
      };
    };

    const total = (mode: CountMode): Counted | undefined => {
      if (mode === 'none') return undefined;
      const open = query.from === undefined && query.before === undefined && query.article === undefined;
      if (open && query.search === undefined && term.kind === 'everything') {
        const value = (speaker ? speaker.quotes : allQuotes.get()) ?? 0;
        return { total: { value, relation: 'eq' }, cutOff: false };
      }
      const keys = quoteKeysSql(query, term, 'DESC');
      const sql = `SELECT count(*) FROM (${keys.sql})`;
      const count = (range: KeyBounds, limit: number) =>
        connection.cachedValues<number>(sql).get({ ...parameters, ...keys.parameters, ...range, limit });
      const deadline = scanner.deadline(mode === 'exact' ? 'exactTotal' : 'total');
      return countInRanges(mode, count, (visit) => scan(bounds, true, visit, deadline));
    };

    const placed = pageOf(query, walk, (place) => place);
    return withTotal({ ...placed, items: render(placed.items.map(({ key }) => key)) }, total(query.count));
  };
}
