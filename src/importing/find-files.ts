import { createReadStream, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { FoundFile } from './found-file.ts';
import { systemReason } from './system-reason.ts';

/**
 * Yields the files at a path: the file itself, or all files below a folder, sorted by name. Omits hidden
 * files, links to folders, and files about the folder itself, such as README.md. An unreadable file is yielded
 * and fails when it is opened. Throws the system error if the path does not exist.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  const found = await stat(path);
  if (found.isDirectory()) yield* findInFolder(path);
  else yield fileAt(path, found);
}

/** Names of files that describe a collection and are not articles. */
const collectionNotes =
  /^(?:readme|licen[cs]e|copying|contributing|changelog)(?:\.(?:md|markdown|txt|rst|html?))?$/i;

async function* findInFolder(folder: string): AsyncGenerator<FoundFile> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || collectionNotes.test(entry.name)) continue;
      if (entry.isDirectory()) yield* findInFolder(path);
      else if (entry.isFile() || entry.isSymbolicLink()) {
        const found = await stat(path).catch((cause: unknown) => systemReason(cause));
        if (typeof found === 'string') yield unreadable(identityOf(path), found);
        else if (found.isFile()) yield fileAt(path, found);
      }
    }
  } catch (cause) {
    yield unreadable(identityOf(folder), systemReason(cause));
  }
}

function fileAt(place: string, found: Stats): FoundFile {
  // Pipes and devices have no size. A file that grows while it is read (a log, our own quarantine) is read only
  // up to its present size.
  const size = found.isFile() ? found.size : null;
  return {
    path: identityOf(place),
    size,
    modifiedAt: found.mtimeMs,
    open: () => readFrom(place, size),
  };
}

/** Returns a file that fails with this reason when it is opened. */
export function unreadable(path: string, reason: string): FoundFile {
  return { path, size: null, open: () => Readable.from([]).destroy(new Error(reason)) };
}

function identityOf(place: string): string {
  return normalize(place).replaceAll('\\', '/');
}

async function* readFrom(place: string, size: number | null): AsyncGenerator<Uint8Array> {
  if (size === 0) return;
  try {
    yield* createReadStream(place, { highWaterMark: 1 << 20, ...(size !== null && { end: size - 1 }) });
  } catch (cause) {
    throw new Error(systemReason(cause));
  }
}
