import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from './negotiation.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a coding saves less than its headers and time cost; in bytes. */
const worthwhile = 1024;

/**
 * The body in the first coding that the client takes; small bodies stay as they are unless it refuses that.
 * Written against zlib, as bodies are whole and their coding is part of the entity tag. Runs off the main thread.
 */
export async function compress(body: Buffer, codings: Coding[]): Promise<{ body: Buffer; coding: Coding }> {
  const small = body.length < worthwhile && codings.includes('identity');
  const coding = small ? 'identity' : (codings[0] ?? 'identity');
  if (coding === 'br') return { coding, body: await brotli(body, brotliOptions(body.length)) };
  if (coding === 'gzip') return { coding, body: await zip(body, { level: 5 }) };
  return { coding, body };
}

function brotliOptions(size: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  };
}
