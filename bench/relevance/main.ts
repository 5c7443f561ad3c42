/**
 * `npm run bench:relevance [-- --corpus DIR] [--all] [--pool FILE]`: ranks the articles of public-domain-news for 150
 * judged queries with Dateline and other systems, and prints nDCG@10 and recall@50. See README.md.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { say } from '../serving/say.ts';
import { readJudgements, readQueries, readRewordings } from './judged-set.ts';
import { poolLines } from './pool.ts';
import type { Ranker, Ranking } from './ranking.ts';
import { printReport } from './report.ts';
import { readSearchedTexts } from './searched-texts.ts';
import { rankByDateline } from './systems/dateline.ts';
import { rankByMiniSearch } from './systems/minisearch.ts';
import { rankByOrama } from './systems/orama.ts';
import { rankByPlainBm25 } from './systems/plain-bm25.ts';
import { rankByPostgres } from './systems/postgres.ts';

const rankers: Record<string, Ranker> = {
  Dateline: rankByDateline,
  MiniSearch: rankByMiniSearch,
  Orama: rankByOrama,
  PostgreSQL: rankByPostgres,
  'plain BM25': rankByPlainBm25,
};

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    /** Prints every variant of every system, not only the best of each. */
    all: { type: 'boolean', default: false },
    /** Writes the pairs that are not judged yet to a file, and measures nothing. */
    pool: { type: 'string' },
  },
});
const corpus = chooseCorpus(values.corpus);
const texts = readSearchedTexts(corpus.folder);
const queries = readQueries();
const judgements = readJudgements();
const asked = values.pool ? [...queries, ...readRewordings()] : queries;

const rankings: Ranking[] = [];
for (const [name, rank] of Object.entries(rankers)) {
  say(name);
  try {
    rankings.push(...(await rank(texts, asked)));
  } catch (error) {
    if (name === 'Dateline') throw error;
    say(`${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (values.pool) {
  const lines = poolLines({ rankings, asked, texts, judgements });
  await writeFile(values.pool, lines.map((line) => `${line}\n`).join(''));
  say(`${lines.length} pairs are to be judged`);
} else {
  printReport({ rankings, queries, judgements, texts, all: values.all });
}
// The kept connections to Dateline's server would hold the process.
process.exit(0);
