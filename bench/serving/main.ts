/**
 * `npm run bench`: requests per second and latencies of the API over archives of several sizes, beside the least
 * that a server can do and beside other servers with the same articles. Writes bench/results/serving.json, a table
 * and a chart, and quotes them in docs/performance.md. `npm run bench:smoke` does a little of it.
 *
 * It reports and skips what fails, and stores results after each step.
 */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { openArchive } from '../../src/archive/open-archive.ts';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import type { Contender, Source } from './contender.ts';
import { startDateline } from './contenders/dateline.ts';
import { directus } from './contenders/directus.ts';
import { express } from './contenders/express.ts';
import { jsonServer } from './contenders/json-server.ts';
import { startLimit } from './contenders/limit.ts';
import { wordpress } from './contenders/wordpress.ts';
import { archiveName } from './data-folder.ts';
import { comparedFigures, figureTasks } from './figures.ts';
import { inventedArchive } from './generate-archive.ts';
import { loadGenerator } from './load.ts';
import { type Effort, leaveOut, measureKind, startPeers } from './measure.ts';
import { plainArticles } from './plain-articles.ts';
import { kinds, readMaterial } from './question.ts';
import { keepResult, printTable, writeReport } from './report.ts';
import type { Result } from './result.ts';
import { say } from './say.ts';

const allPeers: Record<string, Contender> = { express, 'json-server': jsonServer, directus, wordpress };

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    corpus: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string', default: '5' },
    /** Names of peers, or none. They are measured with the smallest archive. */
    peers: { type: 'string', default: Object.keys(allPeers).join(',') },
    /** Prints the table and writes nothing, as with the sample. */
    dry: { type: 'boolean', default: false },
  },
});
const corpus = chooseCorpus(values.corpus);
const keeps = !values.dry && !corpus.isSample;
const sizes = values.sizes.split(',').map(Number);
const effort: Effort = {
  generator: await loadGenerator(),
  seconds: Number(values.seconds),
  runs: Number(values.runs),
};

const result: Result = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`,
  node: process.version,
  generator: effort.generator,
  seconds: effort.seconds,
  runs: effort.runs,
  skipped: [],
  rows: [],
  figures: [],
};

async function measureSize(size: number): Promise<void> {
  say(`${size} articles`);
  const path = await inventedArchive(size, corpus);
  const archive = await openArchive({ engine: 'sqlite', path });
  const source: Source = {
    name: archiveName(size, corpus),
    size,
    path,
    articles: () => plainArticles(archive),
  };
  const material = await readMaterial(archive);
  const wanted = size === Math.min(...sizes) && values.peers !== 'none' ? values.peers.split(',') : [];
  const peers = await startPeers(
    wanted.flatMap((name) => allPeers[name] ?? []),
    source,
    result.skipped,
  );
  await archive.close();
  const limit = await startLimit();
  const hot = await startDateline(source);
  const cold = await startDateline(source, { RESPONSE_CACHE_MB: '0' });
  try {
    for (const kind of kinds) {
      try {
        const about = { size, material, own: { hot, cold, limit }, peers, effort };
        result.rows.push(...(await measureKind(kind, about, result.skipped)));
      } catch (error) {
        leaveOut(result.skipped, `${kind.kind}, ${size} articles`, error);
      }
      if (keeps) await keepResult(result);
    }
    for (const { running } of peers.splice(0)) await running.stop();
    await limit.stop();
    for (const [name, measure] of figureTasks(source, material, { hot, cold }, effort)) {
      try {
        say(`  ${name}`);
        result.figures.push(...(await measure()));
      } catch (error) {
        leaveOut(result.skipped, `${name}, ${size} articles`, error);
      }
    }
  } finally {
    for (const { stop } of [limit, hot, cold, ...peers.map(({ running }) => running)]) await stop();
  }
}

for (const size of sizes) {
  try {
    await measureSize(size);
  } catch (error) {
    leaveOut(result.skipped, `${size} articles`, error);
  }
  if (keeps) await keepResult(result);
}
result.figures.push(...comparedFigures(result.rows));

printTable(result);
if (keeps) await writeReport(result);
// Peers' connections that were kept for the next question would hold the process.
process.exit(result.rows.length > 0 ? 0 : 1);
