import { createReadStream, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { FoundFile } from './found-file.ts';
import { systemReason } from './system-reason.ts';

/**
 * The files that a path names: a file, or every file of a folder and its folders in the order of their names
 * (left out: hidden ones, links to folders, and what tells of the folder, such as README.md). What is there but can't be read is found too, and says why when
 * it is opened. Throws the system's error for a path that does not exist.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  const found = await stat(path);
  if (found.isDirectory()) yield* findInFolder(path);
  else yield fileAt(path, found);
}

/** Names of files that collections come with, and that are no articles. */
const tellsOfFolder =
  /^(?:readme|licen[cs]e|copying|contributing|changelog)(?:\.(?:md|markdown|txt|rst|html?))?$/i;

async function* findInFolder(folder: string): AsyncGenerator<FoundFile> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || tellsOfFolder.test(entry.name)) continue;
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
  // Pipes and devices have no size; of a file that grows meanwhile (a log, our own quarantine) this much is read.
  const size = found.isFile() ? found.size : null;
  return {
    path: identityOf(place),
    size,
    modifiedAt: found.mtimeMs,
    open: () => readFrom(place, size),
  };
}

/** A find whose opening fails with this reason. */
export function unreadable(path: string, reason: string): FoundFile {
  return { path, size: null, open: () => fault(reason) };
}

/** A stream that gives nothing but its fault. */
function fault(reason: string): AsyncIterable<Uint8Array> {
  return Readable.from([]).destroy(new Error(reason));
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
