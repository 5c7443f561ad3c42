import type { JudgedQuery } from '../judged-set.ts';
import { depth, type Ranker, type Ranking } from '../ranking.ts';
import type { SearchedText } from '../searched-texts.ts';
import { startPostgres } from './postgres-server.ts';

const allWords = "websearch_to_tsquery('english', text)";

/** Alternatives instead of all words. A query that excludes words stays: its exclusion would be an alternative, too. */
const anyWord = `CASE WHEN ${allWords}::text LIKE '%!%' THEN ${allWords}
  ELSE replace(${allWords}::text, ' & ', ' | ')::tsquery END`;

/** Weights of body, captions, standfirst and headline: PostgreSQL's own, and the best of those tried. */
const ownWeights = '{0.1, 0.2, 0.4, 1.0}';
const flatWeights = '{0.4, 0.4, 0.7, 1.0}';

/** The matched query and the order of each variant. */
const variants = {
  'all words, ts_rank': { match: allWords, order: `ts_rank('${ownWeights}', words, query)` },
  'all words, ts_rank_cd': { match: allWords, order: `ts_rank_cd('${ownWeights}', words, query)` },
  'any word, ts_rank': { match: anyWord, order: `ts_rank('${flatWeights}', words, query)` },
  'any word, first those with all, ts_rank': {
    match: anyWord,
    order: `words @@ ${allWords} DESC, ts_rank('${flatWeights}', words, query)`,
  },
  'any word, first those with all, ts_rank_cd by length': {
    match: anyWord,
    order: `words @@ ${allWords} DESC, ts_rank_cd('${ownWeights}', words, query, 1)`,
  },
};

/** PostgreSQL's text search in English, with weights of fields, by `ts_rank` and `ts_rank_cd`. */
export const rankByPostgres: Ranker = async (texts, queries) => {
  const server = await startPostgres();
  try {
    await server.query(schemaFor(texts, queries));
    const rankings: Ranking[] = [];
    for (const [variant, { match, order }] of Object.entries(variants)) {
      const output = await server.query(`
        SELECT queries.number, found.id
        FROM queries
        CROSS JOIN LATERAL (SELECT ${match} AS query) AS parsed
        CROSS JOIN LATERAL (
          SELECT id FROM articles WHERE words @@ query
          ORDER BY ${order} DESC, published DESC NULLS LAST, id LIMIT ${depth}
        ) AS found;`);
      const results = queries.map((): string[] => []);
      for (const line of output.trimEnd().split('\n')) {
        const [number, id] = line.split('\t');
        if (id) results[Number(number)]?.push(id);
      }
      rankings.push({ system: `PostgreSQL ${server.version}`, variant, results });
    }
    return rankings;
  } finally {
    await server.stop();
  }
};

/** Returns the SQL that fills the tables of articles and queries. */
function schemaFor(texts: SearchedText[], queries: JudgedQuery[]): string {
  const articles = texts.map(({ id, published, headline, standfirst, body, captions }) =>
    [id, published, headline, standfirst, captions.join('\n'), body].map(copyValue).join('\t'),
  );
  return `
CREATE TABLE articles (id text, published text, headline text, standfirst text, captions text, body text);
COPY articles FROM STDIN;
${articles.join('\n')}
\\.
ALTER TABLE articles ADD COLUMN words tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', headline), 'A') || setweight(to_tsvector('english', standfirst), 'B')
  || setweight(to_tsvector('english', captions), 'C') || setweight(to_tsvector('english', body), 'D')
) STORED;
CREATE TABLE queries (number integer, text text);
COPY queries FROM STDIN;
${queries.map(({ text }, number) => `${number}\t${copyValue(text)}`).join('\n')}
\\.
`;
}

/** Returns a value in the text format of COPY. */
function copyValue(value: string | null): string {
  if (value === null) return '\\N';
  const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };
  return value.replace(/[\\\t\n\r\0]/g, (sign) => escapes[sign] ?? '');
}
