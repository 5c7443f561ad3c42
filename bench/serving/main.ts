/**
 * `npm run bench`: requests per second and latencies of the API over archives of several sizes, beside the least
 * that a server can do and beside other servers with the same articles. Writes bench/results/serving.json, a table
 * and a chart, and quotes them in docs/performance.md. `npm run bench:smoke` does a little of it.
 */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Contender, Source } from './contender.ts';
import { startDateline } from './contenders/dateline.ts';
import { directus } from './contenders/directus.ts';
import { express } from './contenders/express.ts';
import { jsonServer } from './contenders/json-server.ts';
import { wordpress } from './contenders/wordpress.ts';
import { diskUse } from './disk.ts';
import { inventedArchive } from './generate-archive.ts';
import { load, loadGenerator } from './load.ts';
import { type Effort, measureQuestions, startPeers } from './measure.ts';
import { plainArticles } from './plain-articles.ts';
import { drawQuestions, readMaterial } from './question.ts';
import { printTable, writeReport } from './report.ts';
import type { Figure, Result } from './result.ts';

const allPeers: Record<string, Contender> = { express, 'json-server': jsonServer, directus, wordpress };

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string', default: '5' },
    /** Names of peers, or none. They are measured with the smallest archive. */
    peers: { type: 'string', default: Object.keys(allPeers).join(',') },
    /** Prints the table and writes nothing. */
    dry: { type: 'boolean', default: false },
  },
});
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

for (const size of sizes) {
  const path = await inventedArchive(size);
  const archive = await openArchive({ engine: 'sqlite', path });
  const source: Source = { size, path, articles: () => plainArticles(archive) };
  const material = await readMaterial(archive);
  const wanted = size === Math.min(...sizes) && values.peers !== 'none' ? values.peers.split(',') : [];
  const { running: peers, skipped } = await startPeers(
    wanted.flatMap((name) => allPeers[name] ?? []),
    source,
  );
  result.skipped.push(...skipped);
  await archive.close();

  const hot = await startDateline(source);
  const cold = await startDateline(source, { RESPONSE_CACHE_MB: '0' });
  try {
    result.rows.push(...(await measureQuestions(source, material, { hot, cold }, peers, effort)));
    const figure = (name: string, value: number, unit: string, goal: number, atMost = true): Figure => ({
      size,
      figure: name,
      value,
      unit,
      goal,
      atMost,
    });
    const restart = await startDateline(source);
    await restart.stop();
    const disk = (await diskUse(path)).find(({ table }) => table === 'all tables');
    result.figures.push(
      figure('resident memory of a process', await hot.residentMiB(), 'MiB', 150),
      figure('start to the first list', restart.startMs, 'ms', 500),
      figure('disk, of the text', disk?.ofText ?? 0, '×', 2.5),
    );
    const questions = drawQuestions('newest', 500, material);
    const rate = async (running: typeof cold): Promise<number> => {
      const paths = questions.flatMap((question) => running.path(question) ?? []);
      return (await load(effort.generator, running.origin, paths, effort)).requestsPerSecond;
    };
    const two = await startDateline(source, { RESPONSE_CACHE_MB: '0', WEB_CONCURRENCY: '2' });
    const ratio = (await rate(two)) / (await rate(cold));
    await two.stop();
    result.figures.push(figure('two processes, of one', Math.round(ratio * 100) / 100, '×', 1.6, false));
  } finally {
    for (const { stop } of [hot, cold, ...peers.map(({ running }) => running)]) await stop();
  }
}

printTable(result);
if (!values.dry) await writeReport(result);
