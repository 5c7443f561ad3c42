import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { fromBufferPromise } from 'yauzl';
import type { Reject } from '../reading/reader.ts';
import { isZip, zipDocument } from '../reading/refusals/zip-kind.ts';
import { collectBytes, onceBytes, peekBytes } from './byte-stream.ts';
import type { FoundFile } from './found-file.ts';
import { isMbox, unpackMbox } from './unpack-mbox.ts';
import { unpackWarc } from './unpack-warc.ts';

/** Limits of unpacking. Sizes are in bytes. */
export interface UnpackLimits {
  /** Maximum depth of nested archive files. */
  depth: number;
  /** Maximum size of a zip file, which is read into memory because its index is at its end. */
  zipSize: number;
  /** Maximum ratio of unpacked to packed size. A file above it is rejected as a decompression bomb. */
  ratio: number;
  /** Number of unpacked bytes after which the ratio is checked. */
  ratioFrom: number;
}

const defaultLimits: UnpackLimits = { depth: 3, zipSize: 2 ** 30, ratio: 200, ratioFrom: 64 * 2 ** 20 };

/**
 * Yields the file itself or, for a gzip, tar, zip, WARC or mbox file (detected by content), the files in it at any
 * depth, with paths such as `dump.zip/wire/a.txt`. Read each file before asking for the next. A zip file that is one
 * document, such as a Word file, is a file itself. Damaged or dangerous archive files yield a Reject; nothing is thrown.
 */
export async function* unpack(
  file: FoundFile,
  limits: UnpackLimits = defaultLimits,
  depth = 0,
): AsyncGenerator<FoundFile | Reject> {
  const opened = await beginning(file);
  if ('reason' in opened) {
    yield opened;
    return;
  }
  const kind = kindOf(opened.head);
  if (kind === 'plain') {
    yield opened.file;
    return;
  }
  if (depth === limits.depth) {
    yield {
      path: file.path,
      line: null,
      reason: `archive files are nested more than ${limits.depth} deep`,
    };
    return;
  }
  try {
    let entries: AsyncGenerator<FoundFile | Reject>;
    if (kind === 'zip') {
      const bytes = await collectBytes(opened.file.open(), limits.zipSize);
      if (zipDocument(bytes)) {
        yield { ...file, size: bytes.length, open: () => onceBytes(bytes) };
        return;
      }
      entries = unzip(file.path, bytes, limits);
    } else entries = openers[kind](opened.file, limits);
    for await (const entry of entries) {
      if ('reason' in entry) yield entry;
      else yield* unpack(entry, limits, depth + 1);
    }
  } catch (cause) {
    yield {
      path: file.path,
      line: null,
      reason: `${kind} file: ${cause instanceof Error ? cause.message : 'damaged'}`,
    };
  }
}

type Opener = (file: FoundFile, limits: UnpackLimits) => AsyncGenerator<FoundFile | Reject>;

const openers: Record<'gzip' | 'tar' | 'warc' | 'mbox', Opener> = {
  gzip: gunzip,
  tar: untar,
  warc: unpackWarc,
  mbox: unpackMbox,
};

/** Returns the first bytes of a file, and the file to be read from its beginning. */
async function beginning(file: FoundFile): Promise<{ head: Uint8Array; file: FoundFile } | Reject> {
  try {
    const { head, whole } = await peekBytes(file.open(), 512);
    return { head, file: { ...file, open: () => whole } };
  } catch (cause) {
    return { path: file.path, line: null, reason: cause instanceof Error ? cause.message : "can't be read" };
  }
}

function kindOf(head: Uint8Array): keyof typeof openers | 'zip' | 'plain' {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (isZip(head)) return 'zip';
  const text = Buffer.from(head).toString('latin1');
  if (text.slice(257, 262) === 'ustar') return 'tar';
  if (/^WARC\/\d\.\d\r?\n/.test(text)) return 'warc';
  return isMbox(text) ? 'mbox' : 'plain';
}

async function* gunzip(file: FoundFile, limits: UnpackLimits): AsyncGenerator<FoundFile> {
  const { count, guard } = bombGuard(limits);
  const inflated = through(count(file.open()), createGunzip());
  yield { path: file.path.replace(/\.t?gz$/i, ''), size: null, open: () => guard(inflated) };
}

async function* untar(file: FoundFile, limits: UnpackLimits): AsyncGenerator<FoundFile> {
  const { count, guard } = bombGuard(limits);
  for await (const entry of through(count(file.open()), extract())) {
    const { name, size, type } = entry.header;
    if (type === 'file') {
      yield { path: `${file.path}/${safePath(name)}`, size: size ?? null, open: () => guard(entry) };
    }
    entry.resume();
  }
}

async function* unzip(path: string, bytes: Uint8Array, limits: UnpackLimits): AsyncGenerator<FoundFile> {
  const { guard } = bombGuard(limits, bytes.length);
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const stream = await zip.openReadStreamPromise(entry);
    yield {
      path: `${path}/${safePath(entry.fileName)}`,
      size: entry.uncompressedSize,
      open: () => guard(stream),
    };
  }
}

/** Pipes a source and forwards its errors, which `pipe` does not: the consumer would wait for ever. */
function through<Stage extends NodeJS.WritableStream & { destroy(error: Error): unknown }>(
  source: AsyncIterable<Uint8Array>,
  stage: Stage,
): Stage {
  return Readable.from(source)
    .on('error', (error) => stage.destroy(error))
    .pipe(stage);
}

/**
 * Returns the path of an entry with forward slashes. Throws for a path outside the archive file: nothing is
 * written to disk, but paths identify articles and are displayed.
 */
function safePath(name: string): string {
  const path = name.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new Error(`the entry ${JSON.stringify(name)} points outside the archive file`);
  }
  return path;
}

/** Returns streams that count packed and unpacked bytes. `guard` throws when their ratio is too high. */
function bombGuard(limits: UnpackLimits, packed = 0) {
  let unpacked = 0;
  return {
    async *count(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const part of stream) {
        packed += part.length;
        yield part;
      }
    },
    async *guard(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
      for await (const part of stream) {
        if (!(part instanceof Uint8Array))
          throw new TypeError('the archive stream returned something other than bytes');
        unpacked += part.length;
        if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) {
          throw new Error(
            `unpacks to more than ${limits.ratio} times its size; possibly a decompression bomb`,
          );
        }
        yield part;
      }
    },
  };
}
