import { articlesOf, assume, cover, type KnownTag, type TagTerm } from '../../core/tag-plan.ts';
import type { FilterPlan } from './filter-plan.ts';

/** SQL text and its parameters, except `low`, `high` and `limit`, which the caller binds. */
export interface ListSql {
  sql: string;
  parameters: Record<string, number | string>;
}

/** Collects the tags of a statement as parameters, so that filters of the same shape share one statement. */
export function tagParameters() {
  const parameters: Record<string, number | string> = {};
  const names = new Map<number, string>();
  const nameOf = ({ key }: KnownTag): string => {
    let name = names.get(key);
    if (name === undefined) {
      name = `tag${names.size}`;
      names.set(key, name);
      parameters[name] = key;
    }
    return `:${name}`;
  };
  return { parameters, nameOf };
}

/** Returns a condition on the key of an article that looks each tag up in `article_tags`. */
export function tagCondition(term: TagTerm, key: string, nameOf: (tag: KnownTag) => string): string {
  switch (term.kind) {
    case 'everything':
      return 'TRUE';
    case 'nothing':
      return 'FALSE';
    case 'has':
    case 'lacks': {
      // Not EXISTS: SQLite turns it into a join and may begin with the wrong side.
      const probe = `(SELECT 1 FROM article_tags WHERE article = ${key} AND tag = ${nameOf(term.tag)})`;
      return `${probe} IS ${term.kind === 'has' ? 'NOT NULL' : 'NULL'}`;
    }
    case 'and':
    case 'or': {
      const parts = term.of.map((part) => tagCondition(part, key, nameOf));
      return `(${parts.join(term.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}

/**
 * Up to this many postings, we scan the tags of a filter and look each article up in FTS5. One look-up costs about as
 * much as scanning thirty matches, but a common word may have thousands of matches.
 */
const LEADING_POSTINGS = 300;

/**
 * Returns the SQL of an article list: the keys of matching articles in `[low, high)`, at most `limit`, in key order.
 * Keys are in order of publication. A search scans its matches by row id. Tags scan their postings: one branch per tag,
 * each limited, then merged. If no tag narrows the filter (`NOT a`), all articles are scanned.
 */
export function articleKeysSql(plan: FilterPlan, descending: boolean): ListSql {
  const { term, match, keys } = plan;
  if (keys) return givenKeysSql({ ...plan, keys }, descending);
  const tags = cover(term);
  if (match !== null && !(tags && articlesOf(tags) <= LEADING_POSTINGS)) {
    return searchKeysSql({ ...plan, match }, descending);
  }
  const { parameters, nameOf } = tagParameters();
  const direction = descending ? 'DESC' : 'ASC';
  if (tags === undefined || tags.length === 0) {
    const sql = `
      SELECT a.key FROM articles a
      WHERE a.key >= :low AND a.key < :high
        AND ${tagCondition(term, 'a.key', nameOf)} ${changedCondition(plan, 'a.key', parameters)}
      ORDER BY a.key ${direction}
      LIMIT :limit`;
    return { sql, parameters };
  }
  if (match !== null) parameters.match = match;
  const branches = tags.map(
    (tag) => `
      SELECT d.article AS key FROM article_tags d INDEXED BY tag_articles
      WHERE d.tag = ${nameOf(tag)} AND d.article >= :low AND d.article < :high
        AND ${tagCondition(assume(term, tag.key, true), 'd.article', nameOf)}
        ${match === null ? '' : `AND ${searchProbe('d.article')}`}
        ${changedCondition(plan, 'd.article', parameters)}
      ORDER BY d.article ${direction}
      LIMIT :limit`,
  );
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return { sql: only, parameters };
  const sql = `${branches.map((branch) => `SELECT key FROM (${branch})`).join('\nUNION\n')}
      ORDER BY key ${direction}
      LIMIT :limit`;
  return { sql, parameters };
}

/** Returns the SQL of given articles that match the other parts of a filter. */
function givenKeysSql({ term, match, keys }: FilterPlan & { keys: number[] }, descending: boolean): ListSql {
  const { parameters, nameOf } = tagParameters();
  if (match !== null) parameters.match = match;
  const sql = `
      SELECT k.value AS key FROM json_each(:keys) k
      WHERE k.value >= :low AND k.value < :high
        AND ${tagCondition(term, 'k.value', nameOf)}
        ${match === null ? '' : `AND ${searchProbe('k.value')}`}
      ORDER BY k.value ${descending ? 'DESC' : 'ASC'}
      LIMIT :limit`;
  return { sql, parameters: { ...parameters, keys: JSON.stringify(keys) } };
}

/**
 * Returns the SQL of matching articles in the order of their last changes, of those from `first` to before `end`. It
 * looks each article up in the tags and in the search.
 */
export function changedKeysSql({ term, match }: FilterPlan, direction: 'ASC' | 'DESC'): ListSql {
  const { parameters, nameOf } = tagParameters();
  if (match !== null) parameters.match = match;
  const sql = `
      SELECT a.key, a.changed AS rank, a.id FROM articles a INDEXED BY articles_by_change
      WHERE a.changed >= :first AND a.changed < :end AND +a.key >= :low AND +a.key < :high
        AND ${tagCondition(term, 'a.key', nameOf)}
        ${match === null ? '' : `AND ${searchProbe('a.key')}`}
      ORDER BY a.changed ${direction}
      LIMIT :limit`;
  return { sql, parameters };
}

/** Returns a condition on the last change of an article, beginning with AND, if the filter has one. */
function changedCondition(
  { changedSince }: FilterPlan,
  key: string,
  parameters: Record<string, number | string>,
): string {
  if (changedSince === undefined) return '';
  parameters.since = changedSince;
  return `AND (SELECT changed FROM articles WHERE key = ${key}) >= :since`;
}

/** Returns a condition: the article with this key matches the search. */
function searchProbe(key: string): string {
  return `(SELECT 1 FROM article_search WHERE article_search MATCH :match AND rowid = ${key}) IS NOT NULL`;
}

/**
 * Returns the SQL that scans the matches of a search by row id; `score` is a further column. The CASTs matter: FTS5
 * ignores a bound that is not an integer, and the driver binds large numbers as floating point.
 */
export function searchKeysSql(
  plan: FilterPlan & { match: string },
  descending: boolean,
  score?: string,
): ListSql {
  const { term, match, keys } = plan;
  const { parameters, nameOf } = tagParameters();
  if (keys) parameters.keys = JSON.stringify(keys);
  const sql = `
      SELECT rowid AS key${score === undefined ? '' : `, ${score} AS score`} FROM article_search
      WHERE article_search MATCH :match
        AND rowid >= CAST(:low AS INTEGER) AND rowid < CAST(:high AS INTEGER)
        AND ${tagCondition(term, 'article_search.rowid', nameOf)}
        ${keys ? 'AND +rowid IN (SELECT value FROM json_each(:keys))' : ''}
        ${keys ? '' : changedCondition(plan, 'article_search.rowid', parameters)}
      ORDER BY rowid ${descending ? 'DESC' : 'ASC'}
      LIMIT :limit`;
  return { sql, parameters: { ...parameters, match } };
}

/** Returns the SQL that counts matches in `[low, high)` up to `limit`. */
export function articleCountSql(plan: FilterPlan): ListSql {
  const { term, match, keys } = plan;
  const tags = cover(term);
  if (match !== null || keys || tags === undefined || tags.length < 2) {
    // FTS5 takes half the time in ascending order if the words are rarely together.
    const { sql, parameters } = articleKeysSql(plan, false);
    return { sql: `SELECT count(*) FROM (${sql})`, parameters };
  }
  const { parameters, nameOf } = tagParameters();
  // The branches exclude each other: counting stops at the limit without collecting keys.
  let rest = term;
  const branches = tags.map((tag) => {
    const here = tagCondition(assume(rest, tag.key, true), 'd.article', nameOf);
    rest = { kind: 'and', of: [{ kind: 'lacks', tag }, assume(rest, tag.key, false)] };
    return `
      SELECT d.article FROM article_tags d INDEXED BY tag_articles
      WHERE d.tag = ${nameOf(tag)} AND d.article >= :low AND d.article < :high AND ${here}
        ${changedCondition(plan, 'd.article', parameters)}`;
  });
  return {
    sql: `SELECT count(*) FROM (${branches.join('\nUNION ALL\n')} LIMIT :limit)`,
    parameters,
  };
}
