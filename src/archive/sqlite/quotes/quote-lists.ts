import type { CountMode, Position } from '../../../model/query.ts';
import { quoteId, quotePlace } from '../../core/article-json/quote-entries.ts';
import type { QuoteQuery } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { type Counted, countInRanges } from '../lists/article-totals.ts';
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

/** Returns the SQL of a quote list: the keys of matching quotes in `[low, high)`, at most `limit`, in key order. */
export function quoteKeysSql(
  query: Pick<QuoteQuery, 'speaker' | 'about' | 'search'>,
  direction: 'ASC' | 'DESC',
): string {
  // Key of the article. Unlike division, a shift also rounds keys before 1970 down.
  const about = (key: string) =>
    query.about === undefined
      ? ''
      : `AND (SELECT 1 FROM article_tags WHERE article = ${key} >> 12 AND tag = :about) IS NOT NULL`;
  if (query.search === undefined) {
    return `
      SELECT q.key FROM quotes q ${query.speaker === undefined ? 'NOT INDEXED' : 'INDEXED BY quotes_by_speaker'}
      WHERE q.key >= :low AND q.key < :high
        ${query.speaker === undefined ? '' : 'AND q.speaker = :speaker'}
        ${about('q.key')}
      ORDER BY q.key ${direction}
      LIMIT :limit`;
  }
  return `
    SELECT rowid AS key FROM quote_search
    WHERE quote_search MATCH :match
      AND rowid >= CAST(:low AS INTEGER) AND rowid < CAST(:high AS INTEGER)
      ${query.speaker === undefined ? '' : 'AND (SELECT speaker FROM quotes WHERE key = quote_search.rowid) = :speaker'}
      ${about('quote_search.rowid')}
    ORDER BY rowid ${direction}
    LIMIT :limit`;
}

/** Creates lists of quotes: newest article first, then reading order. */
export function createQuoteLists(connection: Connection, scanner: RangeScanner): (query: QuoteQuery) => Page {
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
    const about = query.about === undefined ? undefined : selectTag.get({ id: query.about });
    if (query.speaker !== undefined && speaker === undefined) return none(query);
    if (query.about !== undefined && about === undefined) return none(query);
    if (speaker) parameters.speaker = speaker.key;
    if (about) parameters.about = about.key;
    if (query.search) parameters.match = matchExpression(query.search, 'quotes');

    const far =
      query.about !== undefined ||
      (query.search !== undefined && (query.speaker !== undefined || !findsDirectly(query.search)));
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
      const sql = `
        WITH matching AS MATERIALIZED (${quoteKeysSql(query, forward ? 'DESC' : 'ASC')})
        SELECT m.key, a.id, a.published_at AS publishedAt
        FROM matching m
        CROSS JOIN articles a ON a.key = m.key >> 12`;
      const rows: Row[] = [];
      const visit = (part: KeyBounds): boolean => {
        rows.push(...connection.cached<Row>(sql).all({ ...parameters, ...part, limit: limit - rows.length }));
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
      if (open && query.search === undefined && query.about === undefined) {
        const value = (speaker ? speaker.quotes : allQuotes.get()) ?? 0;
        return { total: { value, relation: 'eq' }, cutOff: false };
      }
      const sql = `SELECT count(*) FROM (${quoteKeysSql(query, 'DESC')})`;
      const count = (range: KeyBounds, limit: number) =>
        connection.cachedValues<number>(sql).get({ ...parameters, ...range, limit });
      const deadline = scanner.deadline(mode === 'exact' ? 'exactTotal' : 'total');
      return countInRanges(mode, count, (visit) => scan(bounds, true, visit, deadline));
    };

    const placed = pageOf(query, walk, (place) => place);
    return withTotal({ ...placed, items: render(placed.items.map(({ key }) => key)) }, total(query.count));
  };
}
