import type { FoundFile } from '../../src/importing/found-file.ts';

/** A found file with these bytes, given in parts of `step` bytes. */
export function found(path: string, content: string | Uint8Array, step = 1 << 16): FoundFile {
  const bytes = Buffer.from(content);
  return {
    path,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
    },
  };
}

/** Everything a stream gives. */
export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
