import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Archive } from './archive.ts';
import { openSqliteArchive } from './sqlite/open.ts';

/** Where an archive is: the engine, and for SQLite the file. */
export interface ArchiveLocation {
  engine: 'sqlite';
  path: string;
}

/**
 * Opens the archive at a location, creating it where there is none and bringing its schema up to date unless
 * `readOnly`. Its folder is created too, where the folder above is there: `./data` on the first start, but no whole path
 * that was misspelt or not mounted. Throws ArchiveUnavailable.
 */
export async function openArchive(
  location: ArchiveLocation,
  settings: { readOnly?: boolean; migrate?: boolean } = {},
): Promise<Archive> {
  const folder = dirname(location.path);
  if (!settings.readOnly && !existsSync(folder) && existsSync(dirname(folder))) mkdirSync(folder);
  return openSqliteArchive({ path: location.path, ...settings });
}
