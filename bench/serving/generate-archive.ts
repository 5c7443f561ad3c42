import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Piscina } from 'piscina';
import type { Archive } from '../../src/archive/archive.ts';
import type { PreparedArticle } from '../../src/archive/core/article-json/prepared-article.ts';
import { engineOf, openArchive } from '../../src/archive/open-archive.ts';
import { mapInOrder } from '../../src/importing/map-in-order.ts';
import { type Corpus, chooseCorpus } from '../corpus/choose-corpus.ts';
import { archiveName, dataFolder } from './data-folder.ts';
import type { ArchivePlan, ArticleRange } from './invent-worker.ts';

/** Articles a transaction: nobody is served meanwhile. */
const BATCH = 5_000;
/** Articles that a thread invents at a time. */
const RANGE = 250;

async function* rangesOf(size: number): AsyncGenerator<ArticleRange> {
  for (let from = 0; from < size; from += RANGE) yield { from, before: Math.min(from + RANGE, size) };
}

async function fill(archive: Archive, plan: ArchivePlan): Promise<void> {
  const { size } = plan;
  const threads = availableParallelism();
  const pool = new Piscina<ArticleRange, PreparedArticle[]>({
    filename: new URL('./invent-worker.ts', import.meta.url).href,
    workerData: plan,
    minThreads: threads,
    maxThreads: threads,
  });
  let batch: PreparedArticle[] = [];
  let written = 0;
  const width = (2 * BATCH) / RANGE;
  for await (const articles of mapInOrder(
    rangesOf(size),
    () => width,
    (range) => pool.run(range),
  )) {
    for (const article of articles) batch.push(article);
    if (batch.length < BATCH && written + batch.length < size) continue;
    await archive.writes.writeArticles(batch);
    written += batch.length;
    batch = [];
    if (process.stderr.isTTY || written % 50_000 === 0) process.stderr.write(`${written} articles\n`);
  }
  await pool.destroy();
}

/**
 * Returns the file of an invented archive of `size` articles. Invents them on all cores and writes them as an import
 * does, if there is no such file yet. The same size and corpus always give the same articles.
 */
export async function inventedArchive(
  size: number,
  corpus: Corpus,
  path: string = join(dataFolder, `${archiveName(size, corpus)}.db`),
  keywords?: number,
): Promise<string> {
  if (existsSync(path)) {
    // Brings an older file to the present schema, and its search index to the present rules.
    const archive = await openArchive({ engine: 'sqlite', path });
    const isOld = (await archive.warnings()).length > 0;
    await archive.close();
    if (isOld) await (await engineOf({ engine: 'sqlite', path })).reindex({ engine: 'sqlite', path });
    return path;
  }
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const archive = await openArchive({ engine: 'sqlite', path: unfinished });
  try {
    await archive.writes.beginBulk();
    await fill(archive, { size, corpus: corpus.folder, keywords });
    await archive.writes.endBulk();
  } finally {
    await archive.close();
  }
  renameSync(unfinished, path);
  return path;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '10000' },
      corpus: { type: 'string' },
      out: { type: 'string' },
      keywords: { type: 'string' },
    },
  });
  const begun = performance.now();
  const keywords = values.keywords === undefined ? undefined : Number(values.keywords);
  const corpus = chooseCorpus(values.corpus);
  const path = await inventedArchive(Number(values.size), corpus, values.out, keywords);
  process.stdout.write(`${path} ${Math.round(performance.now() - begun)} ms\n`);
}
