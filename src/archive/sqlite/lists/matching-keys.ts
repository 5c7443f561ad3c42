import { articlesOf, assume, cover, type KnownTag, type TagTerm } from '../../core/tag-plan.ts';

/** What a list of articles is narrowed by, apart from its bounds. */
export interface Matching {
  term: TagTerm;
  /** An FTS5 expression of ours; null when nothing is searched for. */
  match: string | null;
  /** Whether FTS5 finds the next match of the search without passing over others. */
  direct?: boolean;
}

/** So many postings are walked in some 3 ms, whatever has to be looked up for each. */
const FEW_POSTINGS = 4_000;

/**
 * Whether a walk may pass over very many articles between one match and the next. It does not for one tag, for
 * any of several, and for any of several words.
 */
export function mayWalkFar({ term, match, direct = false }: Matching): boolean {
  if (match !== null) return !(direct && term.kind === 'everything');
  const tags = cover(term);
  if (tags === undefined) return term.kind !== 'everything';
  if (articlesOf(tags) <= FEW_POSTINGS) return false;
  return tags.some((tag) => assume(term, tag.key, true).kind !== 'everything');
}

/**
 * Whether a walk is one statement's work. A search by itself goes from match to match; stretches would not bound it, as
 * FTS5 does not stop at the end of a stretch in which it finds nothing, but looks on for the next match.
 */
export function walksInOne({ term, match }: Matching): boolean {
  return match !== null && term.kind === 'everything';
}

/** SQL text and its parameters, apart from `low`, `high` and `limit`, which the caller binds. */
export interface KeysStatement {
  sql: string;
  parameters: Record<string, number | string>;
}

/** Gathers the tags of one statement as parameters, so that equal shapes give equal texts. */
function tagParameters() {
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

/** A condition on an article's key, probing `article_tags` once for each tag. */
function condition(term: TagTerm, key: string, nameOf: (tag: KnownTag) => string): string {
  switch (term.kind) {
    case 'everything':
      return 'TRUE';
    case 'nothing':
      return 'FALSE';
    case 'has':
    case 'lacks': {
      // A scalar sub-query, not EXISTS: SQLite turns EXISTS into a join and may then begin with its side.
      const probe = `(SELECT 1 FROM article_tags WHERE article = ${key} AND tag = ${nameOf(term.tag)})`;
      return `${probe} IS ${term.kind === 'has' ? 'NOT NULL' : 'NULL'}`;
    }
    case 'and':
    case 'or': {
      const parts = term.of.map((part) => condition(part, key, nameOf));
      return `(${parts.join(term.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}

/**
 * Up to how many postings tags lead a search and not the other way round. Looking whether one article matches
 * costs about as much as walking thirty matches, and a common word may have to walk all of them to find few.
 */
const LEADING_POSTINGS = 300;

/**
 * The statement for the keys of matching articles in `[low, high)`, at most `limit`, in key order. A search
 * walks its matches by row id, unless its tags are rare; tags walk the postings of their cover, one limited branch a tag, merged; NOT
 * alone walks the articles. Nothing is sorted but the heads of the branches.
 */
export function matchingKeys({ term, match }: Matching, descending: boolean): KeysStatement {
  const tags = cover(term);
  if (match !== null && !(tags && articlesOf(tags) <= LEADING_POSTINGS)) {
    return searchWalk({ term, match }, descending);
  }
  const { parameters, nameOf } = tagParameters();
  const direction = descending ? 'DESC' : 'ASC';
  if (tags === undefined || tags.length === 0) {
    const sql = `
      SELECT a.key FROM articles a
      WHERE a.key >= :low AND a.key < :high
        AND ${condition(term, 'a.key', nameOf)}
      ORDER BY a.key ${direction}
      LIMIT :limit`;
    return { sql, parameters };
  }
  if (match !== null) parameters.match = match;
  const branches = tags.map(
    (tag) => `
      SELECT d.article AS key FROM article_tags d INDEXED BY tag_articles
      WHERE d.tag = ${nameOf(tag)} AND d.article >= :low AND d.article < :high
        AND ${condition(assume(term, tag.key, true), 'd.article', nameOf)}
        ${match === null ? '' : `AND ${searchProbe('d.article')}`}
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

/** Whether the article with this key matches the search. */
function searchProbe(key: string): string {
  return `(SELECT 1 FROM article_search WHERE article_search MATCH :match AND rowid = ${key}) IS NOT NULL`;
}

/**
 * The statement that walks the matches of a search by row id; `score` is a further column. FTS5 ignores a
 * bound that is not an integer, and the driver binds large numbers as floating point: hence the CAST.
 */
export function searchWalk(
  { term, match }: Matching & { match: string },
  descending: boolean,
  score?: string,
): KeysStatement {
  const { parameters, nameOf } = tagParameters();
  const sql = `
      SELECT rowid AS key${score === undefined ? '' : `, ${score} AS score`} FROM article_search
      WHERE article_search MATCH :match
        AND rowid >= CAST(:low AS INTEGER) AND rowid < CAST(:high AS INTEGER)
        AND ${condition(term, 'article_search.rowid', nameOf)}
      ORDER BY rowid ${descending ? 'DESC' : 'ASC'}
      LIMIT :limit`;
  return { sql, parameters: { ...parameters, match } };
}

/**
 * The statement that counts matches in `[low, high)` up to `limit`. Its branches exclude each other, so that
 * counting stops at the limit without gathering the keys first.
 */
export function matchingCount({ term, match }: Matching): KeysStatement {
  const tags = cover(term);
  if (match !== null || tags === undefined || tags.length < 2) {
    // FTS5 goes up through words that are rarely together in half the time that it takes to go down.
    const { sql, parameters } = matchingKeys({ term, match }, false);
    return { sql: `SELECT count(*) AS value FROM (${sql})`, parameters };
  }
  const { parameters, nameOf } = tagParameters();
  let rest = term;
  const branches = tags.map((tag) => {
    const here = condition(assume(rest, tag.key, true), 'd.article', nameOf);
    rest = { kind: 'and', of: [{ kind: 'lacks', tag }, assume(rest, tag.key, false)] };
    return `
      SELECT d.article FROM article_tags d INDEXED BY tag_articles
      WHERE d.tag = ${nameOf(tag)} AND d.article >= :low AND d.article < :high AND ${here}`;
  });
  return {
    sql: `SELECT count(*) AS value FROM (${branches.join('\nUNION ALL\n')} LIMIT :limit)`,
    parameters,
  };
}
