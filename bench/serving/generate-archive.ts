import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { ReadArticle } from '../../src/news/draft.ts';
import { seededRandom } from '../training/random.ts';
import { inventCast } from './cast.ts';
import { archiveFile } from './data-folder.ts';
import { inventArticle } from './invent-article.ts';
import { readRealTexts } from './real-texts.ts';

const YEARS = 20;
const NEWEST = Date.parse('2024-12-31T00:00:00Z') / 1000;
const BATCH = 5_000;
const SEED = 20241103;

/** The articles of an invented archive, roughly in order of publication: more of them in later years. */
export function* inventArticles(size: number, seed = SEED): Generator<ReadArticle> {
  const texts = readRealTexts();
  const cast = inventCast(size, seed);
  const random = seededRandom(seed);
  const span = YEARS * 365.25 * 86_400;
  for (let index = 0; index < size; index += 1) {
    const into = span * (index / size) ** 0.7 + (random() - 0.5) * 86_400;
    yield inventArticle(index, Math.floor(NEWEST - span + into), cast, texts, random);
  }
}

async function fill(archive: Archive, size: number): Promise<void> {
  let batch: ReadArticle[] = [];
  let written = 0;
  for (const article of inventArticles(size)) {
    batch.push(article);
    if (batch.length < BATCH && written + batch.length < size) continue;
    await archive.writeArticles(batch);
    written += batch.length;
    batch = [];
    if (process.stderr.isTTY || written % 50_000 === 0) process.stderr.write(`${written} articles\n`);
  }
}

/**
 * The file of an invented archive of `size` articles, made by the archive's own writing where there is none
 * yet. The same size always gives the same articles.
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
