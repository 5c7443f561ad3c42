/**
 * `npm run bench:import [-- --corpus DIR]`: measures the speed and memory of an import of real articles, beside plain
 * inserts of the same rows. Prints a table; with `--corpus` it also writes bench/results/import.json.
 * `npm run bench:import -- FILE...` measures an import of these files only.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { ImportReport } from '../../src/importing/report.ts';
import { defaultThreads } from '../../src/importing/resource-defaults.ts';
import { type Corpus, chooseCorpus } from '../corpus/choose-corpus.ts';
import { readCorpus, writeArticles } from './corpus.ts';
import { insertRows } from './insert-rows.ts';

interface Row {
  measure: string;
  value: number;
  unit: string;
  /** Null where no goal is set. */
  goal: number | null;
  /** Number of articles imported. */
  count: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    'batch-size': { type: 'string', default: '1000' },
    threads: { type: 'string', default: String(defaultThreads()) },
    counts: { type: 'string', default: '1000,10000,100000' },
  },
});
const counts = values.counts.split(',').map(Number);
const run = promisify(execFile);

async function importOnce(
  database: string,
  files: string[],
  extraction: boolean,
): Promise<ImportReport & { peakBytes: number; cpuMilliseconds: number }> {
  const settings = [values['batch-size'], values.threads, String(extraction)];
  const args = ['bench/import/import-once.ts', database, ...settings, ...files];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout);
}

const perSecond = (articles: number, milliseconds: number) => Math.round((articles / milliseconds) * 1000);

/** Returns the speed, CPU time and memory of one import as rows; `how` names the kind of import. */
function rowsOf(count: number, how: string, run: Awaited<ReturnType<typeof importOnce>>): Row[] {
  const row = (measure: string, value: number, unit: string): Row => ({
    measure: `${measure} ${how}`,
    value,
    unit,
    goal: null,
    count,
  });
  return [
    row('import', perSecond(run.read, run.milliseconds), 'articles/s'),
    row('computing time', run.cpuMilliseconds / run.read, 'ms/article'),
    row('peak memory', Math.round(run.peakBytes / 2 ** 20), 'MiB'),
  ];
}

async function measureFiles(folder: string, files: string[]): Promise<Row[]> {
  const without = await importOnce(join(folder, 'without.db'), files, false);
  const full = await importOnce(join(folder, 'extraction.db'), files, true);
  return [
    ...rowsOf(without.read, 'without extraction', without),
    ...rowsOf(full.read, 'with extraction', full),
  ];
}

async function measure(folder: string, corpus: Corpus): Promise<Row[]> {
  const articles = readCorpus(corpus.folder);
  const rows: Row[] = [];
  for (const count of counts) {
    const file = join(folder, `${count}.ndjson`);
    const database = join(folder, `${count}.db`);
    await writeArticles(file, articles, count);
    const plain = await importOnce(database, [file], false);
    const inserting = await insertRows(database, join(folder, 'ceiling.db'), Number(values['batch-size']));
    const ceiling = perSecond(plain.new, inserting);
    const share = perSecond(plain.read, plain.milliseconds) / ceiling;
    rows.push(
      ...rowsOf(count, 'without extraction', plain),
      { measure: 'plain inserts of the same rows', value: ceiling, unit: 'articles/s', goal: null, count },
      { measure: 'share of plain inserts', value: share, unit: '', goal: 0.7, count },
    );
    for (const name of ['ceiling.db', `${count}.db`]) await removeDatabase(join(folder, name));
  }
  const peaks = rows.filter(({ measure }) => measure === 'peak memory without extraction');
  const [least = 0, most = 0] = [peaks.at(0)?.value, peaks.at(-1)?.value];
  rows.push({
    measure: `peak memory at ${counts.at(-1)} articles, of that at ${counts.at(0)}`,
    value: most / least,
    unit: '',
    goal: 1.1,
    count: counts.at(-1) ?? 0,
  });
  // Extraction takes far longer and does not depend on the size of the archive: the corpus once is enough. Both
  // imports of it do the same work but for extraction, so the difference is what that costs, start-up included.
  const count = Math.min(articles.length, Math.max(...counts));
  const file = join(folder, 'extraction.ndjson');
  await writeArticles(file, articles, count);
  const without = await importOnce(join(folder, 'without.db'), [file], false);
  const full = await importOnce(join(folder, 'extraction.db'), [file], true);
  const cost = (full.cpuMilliseconds - without.cpuMilliseconds) / count;
  rows.push(...rowsOf(count, 'with extraction', full), {
    measure: 'cost of extraction, one core',
    value: cost,
    unit: 'ms/article',
    goal: null,
    count,
  });
  return rows;
}

async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
}

function print(rows: Row[]): void {
  console.table(rows.map((row) => ({ ...row, value: Number(row.value.toFixed(2)) })));
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
try {
  if (positionals.length > 0) print(await measureFiles(folder, positionals));
  else {
    const corpus = chooseCorpus(values.corpus);
    const rows = await measure(folder, corpus);
    print(rows);
    if (!corpus.isSample) {
      const file = { cores: availableParallelism(), threads: Number(values.threads), rows };
      await writeFile('bench/results/import.json', `${JSON.stringify(file, null, 2)}\n`);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
