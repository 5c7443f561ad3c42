import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Corpus } from '../corpus/choose-corpus.ts';
import { dataFolder } from '../serving/data-folder.ts';
import { say } from '../serving/say.ts';

const run = promisify(execFile);
const folder = join(dataFolder, 'compare');

/**
 * Returns the file of an archive of `size` articles that a checkout invented with its own code, since schemas differ.
 * It is kept for the same commit. Throws an Error if the checkout's generator fails.
 */
export async function checkoutArchive(checkout: string, size: number, corpus: Corpus): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = `${basename(checkout)}-${size}-${corpus.isSample ? 'sample' : 'corpus'}-`;
  const state = await stateOf(checkout);
  const file = join(folder, `${name}${state.commit}.db`);
  if (existsSync(file) && !state.isChanged) return file;
  for (const old of await readdir(folder)) {
    if (old.startsWith(name)) await rm(join(folder, old), { force: true });
  }
  say(`inventing ${size} articles with ${checkout}`);
  const generator = join(checkout, 'bench/serving/generate-archive.ts');
  await run(process.execPath, [generator, '--size', String(size), '--out', file], {
    cwd: checkout,
    // An older generator reads a corpus of its own; the answers are compared later.
    env: { ...process.env, BENCH_CORPUS: corpus.folder },
    maxBuffer: 2 ** 24,
  });
  return file;
}

/** The commit of a checkout, and whether files differ from it. */
async function stateOf(checkout: string): Promise<{ commit: string; isChanged: boolean }> {
  const git = async (...args: string[]) => (await run('git', ['-C', checkout, ...args])).stdout.trim();
  const commit = await git('rev-parse', '--short=12', 'HEAD');
  const changes = await git('status', '--porcelain', '--untracked-files=no');
  return { commit, isChanged: changes !== '' };
}
