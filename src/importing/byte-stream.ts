/** More bytes came than the reader of them allows. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/**
 * Several stretches of bytes as one with a buffer of its own: a view into a larger buffer would be sent to
 * another thread with all that surrounds it.
 */
export function joinBytes(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** All bytes of a stream in one piece. Throws TooLarge as soon as there are more than `limit` bytes. */
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
 * The first bytes of a stream, at most `count`, and the whole stream again from its beginning.
 * The stream is read once; what was looked at is kept until the rest is asked for.
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
      // Left early, the stream below is told, so that it closes its file.
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, count), whole: whole() };
}
