import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../archive/archive.ts';
import { SeedSettings } from '../model/seed-settings.ts';
import { readSeedJson } from './read-seed.ts';

const ownSeeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/**
 * Loads a folder of seeds, unless exactly these files were loaded before. Modules of the import are loaded only
 * if needed, which keeps the start fast. Throws what `seedArchive` throws.
 */
export async function seedOnce(archive: Archive, folder: string = ownSeeds): Promise<void> {
  const job = `seed ${await hashOfSeeds(folder)}`;
  if ((await archive.imports.position(job)) > 0) return;
  const { seedArchive } = await import('./seed-archive.ts');
  await seedArchive(archive, folder);
  await archive.writes.writeArticles([], { job, position: 1 });
}

async function hashOfSeeds(folder: string): Promise<string> {
  const { authority, keywords = [], files } = await readSeedJson(join(folder, 'seed.json'), SeedSettings);
  const hash = createHash('sha256');
  for (const name of ['seed.json', ...authority, ...keywords, ...files]) {
    // The import reports a missing file.
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes === undefined) return 'incomplete';
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
