import type { WARCRecord } from 'warcio';
import { pluralize } from '../model/pluralize.ts';
import type { Reject } from '../reading/reader.ts';
import { collectBytes, onceBytes, peekBytes, TooLarge } from './byte-stream.ts';
import { documentSizeLimit, documentSizeLimitText } from './document-size-limit.ts';
import type { FoundFile } from './found-file.ts';
import { decodeHttpBody, mediaTypeOf, readHttpHead } from './http-message.ts';

/** Media types of pages and feeds. */
const readTypes = /^(?:text\/html|application\/xhtml\+xml|application\/(?:rss|atom|rdf|feed)\+(?:xml|json))$/;

/** Maximum size of the head of a record or of an HTTP response, in bytes. The parser reads until a head ends. */
const maxHeadSize = 2 ** 20;

/** Size of the pieces that the parser gets, in bytes. It copies the rest of a piece for each line that it reads. */
const pieceSize = 2 ** 12;

/** Kinds of left-out records that are named; the others are counted together. */
const namedKinds = 6;

/**
 * Yields the pages and feeds of a WARC file (ISO 28500), with their addresses and the times of the crawl. Then yields a
 * Reject that counts what was left out, such as images and missing pages. Holds one record at a time.
 */
export async function* unpackWarc(file: FoundFile): AsyncGenerator<FoundFile | Reject> {
  const leftOut = new Map<string, number>();
  const leaveOut = (kind: string) => leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
  const { stream, pass } = headGuard(file.open());
  // Loaded here, because most imports have no such file.
  const { WARCParser } = await import('warcio');
  const records = new WARCParser(stream, { parseHttp: false });
  for (;;) {
    pass();
    const record = await records.parse();
    if (record === null) break;
    let size = 0;
    const count = (part: Uint8Array) => {
      size += part.length;
      pass();
    };
    const found = await pageOf(record, counted(record.reader, count), file.path);
    // The parser would skip the rest without calling `pass`.
    for await (const part of record.reader) count(part);
    const isTruncated = size < record.warcContentLength;
    if (isTruncated) {
      const path = typeof found === 'string' ? file.path : found.path;
      yield { path, line: null, reason: 'the record is truncated' };
    } else if (typeof found !== 'string') yield found;
    else if (found !== '') leaveOut(found);
    // At the end of its input the parser would wait for the rest of the record for ever.
    if (isTruncated) break;
  }
  if (leftOut.size > 0) yield { path: file.path, line: null, reason: leftOutReason(leftOut) };
}

/** Returns the page in a record, or the kind of record that is left out; empty for records about the crawl itself. */
async function pageOf(
  record: WARCRecord,
  content: AsyncIterable<Uint8Array>,
  file: string,
): Promise<FoundFile | Reject | string> {
  const url = record.warcTargetURI ?? '';
  if (record.warcType === 'revisit') return 'a revisit (the page had not changed)';
  if (record.warcType === 'conversion')
    return 'a conversion (text of a page; import the WARC file with the page)';
  if (record.warcType !== 'response' && record.warcType !== 'resource') return '';
  if (!/^https?:/i.test(url)) return record.warcType === 'resource' ? '' : 'a response that is not of HTTP';
  const path = `${file}/${url}`;
  const { head, whole } = await peekBytes(content, 64 * 2 ** 10);
  const http = record.warcType === 'response' ? readHttpHead(head) : undefined;
  if (record.warcType === 'response') {
    if (!http) return 'a response without a head of HTTP';
    if (http.status < 200 || http.status > 299) return `a response with the status ${http.status}`;
  }
  const type = mediaTypeOf(http ? http.headers.get('content-type') : record.warcContentType);
  const isPage =
    readTypes.test(type) || (type === '' && /<html[\s>]/i.test(Buffer.from(head).toString('latin1')));
  if (!isPage)
    return /\/robots\.txt$/i.test(url) ? 'a robots.txt' : `a response of type ${type || 'unknown'}`;
  try {
    const bytes = await collectBytes(whole, documentSizeLimit);
    const headers = http?.headers ?? new Map([['content-type', record.warcContentType ?? '']]);
    const body = decodeHttpBody(bytes.subarray(http?.length ?? 0), headers);
    if (bytes.length < record.warcContentLength)
      return { path, line: null, reason: 'the record is truncated' };
    if (body.length === 0) return 'a response without content';
    const crawledAt = instantOf(record.warcDate ?? '');
    const origin = { url, ...(crawledAt !== undefined && { crawledAt }) };
    return { path, size: body.length, ...origin, open: () => onceBytes(body) };
  } catch (cause) {
    if (!(cause instanceof TooLarge || cause instanceof RangeError)) throw cause;
    return { path, line: null, reason: `larger than ${documentSizeLimitText}` };
  }
}

/** `2024-11-27T08:00:00.123456Z` → `2024-11-27T08:00:00Z`; undefined if it is no time. */
function instantOf(date: string): string | undefined {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function leftOutReason(leftOut: Map<string, number>): string {
  const kinds = [...leftOut].toSorted(([, one], [, other]) => other - one);
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const named = kinds.slice(0, namedKinds).map(([kind, count]) => `${count} × ${kind}`);
  const others = kinds.slice(namedKinds).reduce((sum, [, count]) => sum + count, 0);
  if (others > 0) named.push(`${others} × others`);
  return `${pluralize(total, 'record')} of the WARC file left out: ${named.join(', ')}`;
}

/** Guards a parser that reads without a limit until a head ends: throws if too much is read between two calls of `pass`. */
function headGuard(stream: AsyncIterable<Uint8Array>) {
  let size = 0;
  async function* guarded(): AsyncGenerator<Uint8Array> {
    for await (const part of stream) {
      for (let at = 0; at < part.length; at += pieceSize) {
        const piece = part.subarray(at, at + pieceSize);
        size += piece.length;
        if (size > maxHeadSize)
          throw new Error('the head of a record does not end; its lines must end with CR LF');
        yield piece;
      }
    }
  }
  return {
    stream: guarded(),
    pass: () => {
      size = 0;
    },
  };
}

async function* counted(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  count: (part: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of stream) {
    count(part);
    yield part;
  }
}
