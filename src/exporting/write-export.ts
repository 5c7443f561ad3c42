import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ExportPlace, placeOf } from './export-lines.ts';
import { putInPlace } from './put-in-place.ts';
import { cutToWholeLines } from './unfinished-file.ts';

/** How an export is written. */
export interface WritingSettings {
  gzip: boolean;
  /** Breaks the writing off. */
  signal: AbortSignal;
}

/** How much of the export is made ahead of its writing, in bytes. */
const ahead = 2 ** 18;

/** Writes the parts of an export to a stream, as fast as that takes them. Throws AbortError when it is broken off. */
export async function writeExport(
  parts: AsyncIterable<string>,
  to: Writable,
  { gzip, signal }: WritingSettings,
): Promise<void> {
  const lines = Readable.from(parts, { objectMode: false, highWaterMark: ahead });
  await pipeline(lines, gzip ? createGzip() : new PassThrough(), to, { signal });
}

/**
 * Writes an export to a file, under the name of an unfinished one until it is whole and on the disk. With `resume`,
 * an unfinished one goes on after its last whole line. Throws AbortError when it is broken off; what is written stays.
 */
export async function writeExportFile(
  partsAfter: (after: ExportPlace | undefined) => AsyncIterable<string>,
  path: string,
  { resume, ...settings }: WritingSettings & { resume: boolean },
): Promise<void> {
  const unfinished = `${path}.part`;
  const last = resume ? await cutToWholeLines(unfinished, settings.gzip) : undefined;
  const after = last === undefined ? undefined : placeOf(last);
  // Of what comes before the articles nothing can be continued, and little is lost.
  if (after === undefined) await rm(unfinished, { force: true });
  const to = createWriteStream(unfinished, { flags: 'a' });
  await writeExport(partsAfter(after), to, settings);
  await putInPlace(unfinished, path);
}
