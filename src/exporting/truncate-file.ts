import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';

/** Number of bytes first read from the end of a file to find its last line. */
const tail = 2 ** 20;

/**
 * Truncates an interrupted file after its last complete line and returns that line. If there is none, the file is empty
 * or absent and the result is undefined. A gzip file is rewritten, because a broken stream cannot be continued.
 */
export async function truncateToWholeLines(path: string, gzip: boolean): Promise<string | undefined> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return undefined;
  if (!gzip) return truncatePlain(path);
  const plain = `${path}.plain`;
  try {
    // A truncated end is expected here.
    const unpack = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    await pipeline(createReadStream(path), unpack, createWriteStream(plain));
    const last = await truncatePlain(plain);
    await pipeline(createReadStream(plain), createGzip(), createWriteStream(`${plain}.gz`));
    await rename(`${plain}.gz`, path);
    return last;
  } finally {
    await rm(plain, { force: true });
    await rm(`${plain}.gz`, { force: true });
  }
}

async function truncatePlain(path: string): Promise<string | undefined> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    for (let length = Math.min(size, tail); ; length = Math.min(size, length * 4)) {
      const bytes = Buffer.alloc(length);
      await file.read(bytes, 0, length, size - length);
      const end = bytes.lastIndexOf(0x0a);
      const begin = end < 0 ? -1 : bytes.subarray(0, end).lastIndexOf(0x0a);
      if (begin < 0 && length < size) continue;
      await file.truncate(size - length + end + 1);
      return end < 0 ? undefined : bytes.toString('utf8', begin + 1, end);
    }
  } finally {
    await file.close();
  }
}
