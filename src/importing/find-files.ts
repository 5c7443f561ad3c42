import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FoundFile } from './found-file.ts';
import { ImportFault } from './import-fault.ts';

/**
 * The files that the given paths name: a file, every file of a folder and its folders in the order of their
 * names (hidden ones left out), or `-` for standard input.
 * Throws ImportFault for a path that does not exist or can't be read.
 */
export async function* findFiles(
  paths: string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    if (path === '-') {
      yield { path: 'standard-input', size: null, open: () => stdin };
      continue;
    }
    const found = await stat(path).catch((cause) => fail(path, cause));
    if (found.isDirectory()) yield* findInFolder(path, '');
    else yield fileAt(path, basename(path), found.size);
  }
}

async function* findInFolder(root: string, below: string): AsyncGenerator<FoundFile> {
  const folder = join(root, below);
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => fail(folder, cause));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(below, entry.name);
    if (entry.isDirectory()) yield* findInFolder(root, path);
    else if (entry.isFile()) {
      const place = join(root, path);
      yield fileAt(place, path, (await stat(place).catch((cause) => fail(place, cause))).size);
    }
  }
}

function fileAt(place: string, path: string, size: number): FoundFile {
  return { path, size, open: () => readFrom(place) };
}

async function* readFrom(place: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(place, { highWaterMark: 1 << 20 });
  } catch (cause) {
    fail(place, cause);
  }
}

function fail(place: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault';
  if (code === 'ENOENT') throw new ImportFault(`${place}: no such file or folder`);
  if (code === 'EACCES' || code === 'EPERM') throw new ImportFault(`${place}: permission denied`);
  throw new ImportFault(`${place}: can't be read (${code})`);
}
