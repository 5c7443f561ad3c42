import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Moves a finished file to its final name. The content is synced to disk first, so that after a power failure
 * the name refers to either the old file or the complete new one.
 */
export async function moveDurably(finished: string, path: string): Promise<void> {
  await sync(finished);
  await rename(finished, path);
  await sync(dirname(path));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
