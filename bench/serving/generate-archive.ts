import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { Piscina } from 'piscina';
import type { Archive } from '../../src/archive/archive.ts';
import type { PreparedArticle } from '../../src/archive/core/article-json/prepared-article.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { mapInOrder } from '../../src/importing/in-order.ts';
import { archiveFile } from './data-folder.ts';
import type { Stretch } from './invent-worker.ts';

/** Articles a transaction: nobody is served meanwhile. */
const BATCH = 5_000;
/** Articles that cross from an inventing thread together. */
const STRETCH = 250;

async function* stretches(size: number): AsyncGenerator<Stretch> {
  for (let from = 0; from < size; from += STRETCH) yield { from, before: Math.min(from + STRETCH, size) };
}

async function fill(archive: Archive, size: number): Promise<void> {
  const threads = availableParallelism();
  const pool = new Piscina<Stretch, PreparedArticle[]>({
    filename: new URL('./invent-worker.ts', import.meta.url).href,
    workerData: size,
    minThreads: threads,
    maxThreads: threads,
  });
  let batch: PreparedArticle[] = [];
  let written = 0;
  const width = (2 * BATCH) / STRETCH;
  for await (const articles of mapInOrder(
    stretches(size),
    () => width,
    (stretch) => pool.run(stretch),
  )) {
    for (const article of articles) batch.push(article);
    if (batch.length < BATCH && written + batch.length < size) continue;
    await archive.writeArticles(batch);
    written += batch.length;
    batch = [];
    if (process.stderr.isTTY || written % 50_000 === 0) process.stderr.write(`${written} articles\n`);
  }
  await pool.destroy();
}

/**
 * The file of an invented archive of `size` articles, made by the archive's own writing where there is none
 * yet, invented on all cores. The same size always gives the same articles.
 */
export async function inventedArchive(size: number, path: string = archiveFile(size)): Promise<string> {
  if (existsSync(path)) {
    // Brings a kept one to the present schema.
    const kept = await openArchive({ engine: 'sqlite', path });
    await kept.close();
    return path;
  }
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const archive = await openArchive({ engine: 'sqlite', path: unfinished });
  try {
    await archive.beginBulk();
    await fill(archive, size);
    await archive.endBulk();
  } finally {
    await archive.close();
  }
  renameSync(unfinished, path);
  return path;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { size: { type: 'string', default: '10000' }, out: { type: 'string' } },
  });
  const begun = performance.now();
  const path = await inventedArchive(Number(values.size), values.out);
  process.stdout.write(`${path} ${Math.round(performance.now() - begun)} ms\n`);
}
