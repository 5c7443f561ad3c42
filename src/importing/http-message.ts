import { brotliDecompressSync, constants, inflateRawSync, unzipSync, zstdDecompressSync } from 'node:zlib';
import { documentSizeLimit } from './document-size-limit.ts';

/** Head of an HTTP response. Names of headers are in lower case. */
export interface HttpHead {
  status: number;
  headers: Map<string, string>;
  /** Number of bytes of the head. */
  length: number;
}

/** Parses the head of an HTTP response (RFC 9112), if the bytes begin with all of it; undefined if not. */
export function readHttpHead(bytes: Uint8Array): HttpHead | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/.exec(text)?.[1];
  if (!end || status === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const line of text
    .slice(0, end.index)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), value);
  }
  return { status: Number(status), headers, length: end.index + end[0].length };
}

/**
 * Decodes the body of an HTTP response: chunks, compression, and the charset of its Content-Type. Crawlers often store a
 * decoded body with the headers of the encoded one, so what is not encoded as stated is taken as it is.
 */
export function decodeHttpBody(body: Uint8Array, headers: ReadonlyMap<string, string>): Uint8Array {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  let bytes = isChunked ? (joinChunks(Buffer.from(body)) ?? body) : body;
  for (const encoding of (headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(/\s*,\s*/)
    .reverse())
    bytes = decompress(bytes, encoding.trim());
  return inUtf8(bytes, /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(headers.get('content-type') ?? '')?.[1]);
}

/** Returns the media type of a response in lower case, without parameters; empty if it states none. */
export function mediaTypeOf(contentType: string | null | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Joins the chunks of a body (RFC 9112, 7.1); undefined if it is not chunked. A truncated body is read as far as it goes. */
function joinChunks(body: Buffer): Uint8Array | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf('\n', at);
    const size =
      end < 0
        ? undefined
        : /^([0-9a-f]{1,8})[ \t]*(?:;|\r?$)/i.exec(body.toString('latin1', at, Math.min(end, at + 200)))?.[1];
    if (size === undefined) return parts.length > 0 ? Buffer.concat(parts) : undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return Buffer.concat(parts);
}

const options = { maxOutputLength: documentSizeLimit, finishFlush: constants.Z_SYNC_FLUSH };

/** Throws a RangeError if the result would be larger than a document may be. */
function decompress(bytes: Uint8Array, encoding: string): Uint8Array {
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return unzipSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength: documentSizeLimit });
    if (encoding === 'zstd') return zstdDecompressSync(bytes, { maxOutputLength: documentSizeLimit });
    if (encoding === 'deflate') {
      // Some servers send the data without the header of zlib.
      const isZlib = ((bytes[0] ?? 0) & 15) === 8 && (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0;
      return isZlib ? unzipSync(bytes, options) : inflateRawSync(bytes, options);
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
  }
  return bytes;
}

/** Returns text in UTF-8 that is in the stated charset. What is valid UTF-8, or of an unknown charset, stays as it is. */
function inUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  if (charset === undefined || /^utf-?8$/i.test(charset)) return bytes;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // ISO-2022-JP uses ASCII bytes only.
    if (!/^iso-2022/i.test(charset)) return bytes;
  } catch {
    // Not UTF-8.
  }
  try {
    return Buffer.from(new TextDecoder(charset, { fatal: true }).decode(bytes));
  } catch {
    return bytes;
  }
}
