/** Error if a stream exceeds its limit. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Copies byte arrays into a new one. A view would be sent to a worker thread with its whole underlying buffer. */
export function joinBytes(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Reads a stream into one byte array. Throws TooLarge as soon as it exceeds `limit` bytes. */
export async function collectBytes(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limit) throw new TooLarge(`more than ${limit} bytes`);
    parts.push(part);
  }
  return joinBytes(parts);
}

/**
 * Returns the first bytes of a stream, at most `count`, and a stream that starts again at the beginning. The
 * input is read only once; the peeked bytes are buffered.
 */
export async function peekBytes(
  stream: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    const next = await iterator.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  const head = joinBytes(parts);
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      // Lets the source close its file when the consumer stops early.
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, count), whole: whole() };
}

/** Returns a stream of these bytes. */
export async function* onceBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
