/**
 * `npm run bench:import -- --corpus DIR`: how fast real articles are imported, against plain inserts of the same
 * rows, and how much memory it takes. Prints a table and writes bench/results/import.json.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { ImportReport } from '../../src/importing/report.ts';
import { readCorpus, writeArticles } from './corpus.ts';
import { insertRows } from './insert-rows.ts';

interface Row {
  measure: string;
  value: number;
  unit: string;
  /** Null where no goal is set. */
  goal: number | null;
  /** How many articles the figure rests on. */
  count: number;
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    'batch-size': { type: 'string', default: '1000' },
    threads: { type: 'string', default: String(availableParallelism()) },
    counts: { type: 'string', default: '1000,10000,100000' },
  },
});
const counts = values.counts.split(',').map(Number);
const run = promisify(execFile);

async function importOnce(
  database: string,
  file: string,
  extraction: boolean,
): Promise<ImportReport & { peakBytes: number }> {
  const args = ['bench/import/import-once.ts', database, file, values['batch-size'], values.threads];
  const { stdout } = await run(process.execPath, extraction ? [...args, '--extraction'] : args);
  return JSON.parse(stdout);
}

const perSecond = (articles: number, milliseconds: number) => Math.round((articles / milliseconds) * 1000);

async function measure(folder: string): Promise<Row[]> {
  const articles = await readCorpus(values.corpus);
  const rows: Row[] = [];
  for (const count of counts) {
    const file = join(folder, `${count}.ndjson`);
    const database = join(folder, `${count}.db`);
    await writeArticles(file, articles, count);
    const plain = await importOnce(database, file, false);
    const mebibytes = Math.round(plain.peakBytes / 2 ** 20);
    rows.push({
      measure: 'peak memory without extraction',
      value: mebibytes,
      unit: 'MiB',
      goal: null,
      count,
    });
    const rate = perSecond(plain.read, plain.milliseconds);
    rows.push({ measure: 'import without extraction', value: rate, unit: 'articles/s', goal: null, count });
    const inserting = await insertRows(database, join(folder, 'ceiling.db'), Number(values['batch-size']));
    const ceiling = perSecond(plain.new, inserting);
    rows.push({
      measure: 'plain inserts of the same rows',
      value: ceiling,
      unit: 'articles/s',
      goal: null,
      count,
    });
    rows.push({ measure: 'share of plain inserts', value: rate / ceiling, unit: '', goal: 0.7, count });
    for (const name of ['ceiling.db', `${count}.db`]) await removeDatabase(join(folder, name));
  }
  // Extraction takes far longer and does not depend on the size of the archive: the corpus once is enough.
  const count = Math.min(articles.length, Math.max(...counts));
  const file = join(folder, 'extraction.ndjson');
  await writeArticles(file, articles, count);
  const full = await importOnce(join(folder, 'extraction.db'), file, true);
  const threads = Math.max(Number(values.threads), 1);
  rows.push(
    {
      measure: 'import with extraction',
      value: perSecond(full.read, full.milliseconds),
      unit: 'articles/s',
      goal: null,
      count,
    },
    {
      measure: 'reading and extraction, a thread',
      value: (full.milliseconds / full.read) * threads,
      unit: 'ms/article',
      goal: null,
      count,
    },
    {
      measure: 'peak memory with extraction',
      value: Math.round(full.peakBytes / 2 ** 20),
      unit: 'MiB',
      goal: null,
      count,
    },
  );
  return rows;
}

async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
}

const present = await access(values.corpus).then(
  () => true,
  () => false,
);
if (!present) {
  console.log(`There is no corpus at ${values.corpus}; --corpus names another folder.`);
} else {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const rows = await measure(folder);
    console.table(rows.map((row) => ({ ...row, value: Number(row.value.toFixed(2)) })));
    await mkdir('bench/results', { recursive: true });
    const file = { cores: availableParallelism(), threads: Number(values.threads), rows };
    await writeFile('bench/results/import.json', `${JSON.stringify(file, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
