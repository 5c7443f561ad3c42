import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ExportPosition, positionOf } from './export-lines.ts';
import { moveDurably } from './move-durably.ts';
import { truncateToWholeLines } from './truncate-file.ts';

export interface WritingSettings {
  gzip: boolean;
  signal: AbortSignal;
}

/** Number of bytes that are read ahead of the consumer. */
const ahead = 2 ** 18;

/** Writes an export to a stream, with back-pressure. Throws AbortError if aborted. */
export async function writeExport(
  parts: AsyncIterable<string>,
  to: Writable,
  { gzip, signal }: WritingSettings,
): Promise<void> {
  const lines = Readable.from(parts, { objectMode: false, highWaterMark: ahead });
  await pipeline(lines, gzip ? createGzip() : new PassThrough(), to, { signal });
}

/**
 * Writes an export to a file. The file has a temporary name until it is complete and synced. With `resume`, an
 * interrupted file is continued after its last complete line. Throws AbortError if aborted; the temporary file remains.
 */
export async function writeExportFile(
  partsAfter: (after: ExportPosition | undefined) => AsyncIterable<string>,
  path: string,
  { resume, ...settings }: WritingSettings & { resume: boolean },
): Promise<void> {
  const unfinished = `${path}.part`;
  const last = resume ? await truncateToWholeLines(unfinished, settings.gzip) : undefined;
  const after = last === undefined ? undefined : positionOf(last);
  // An export that was interrupted before its first article starts again.
  if (after === undefined) await rm(unfinished, { force: true });
  const to = createWriteStream(unfinished, { flags: 'a' });
  await writeExport(partsAfter(after), to, settings);
  await moveDurably(unfinished, path);
}
