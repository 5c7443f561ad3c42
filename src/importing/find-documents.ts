import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Document } from '../reading/reader.ts';
import { ImportFault } from './import-fault.ts';

/**
 * The files below the given paths, folders in the order of their names, as documents whose `path` is what
 * identifies them wherever the folder lies: relative to the folder named, or the bare name of a file named.
 * Throws ImportFault for a path that does not exist or can't be read.
 */
export async function* findDocuments(paths: string[]): AsyncGenerator<Document> {
  for (const path of paths) {
    const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
      throw new ImportFault(`${path}: ${reasonOf(cause)}`);
    });
    if (found.isDirectory()) yield* findInFolder(path, '');
    else yield { path: basename(path), bytes: await readBytes(path) };
  }
}

async function* findInFolder(root: string, below: string): AsyncGenerator<Document> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(below, entry.name);
    if (entry.isDirectory()) yield* findInFolder(root, path);
    else if (entry.isFile()) yield { path, bytes: await readBytes(join(root, path)) };
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportFault(`${path}: ${reasonOf(cause)}`);
  });
}

function reasonOf(cause: NodeJS.ErrnoException): string {
  if (cause.code === 'ENOENT') return 'no such file or folder';
  if (cause.code === 'EACCES' || cause.code === 'EPERM') return 'may not be read (permission denied)';
  return `can't be read (${cause.code ?? cause.message})`;
}
