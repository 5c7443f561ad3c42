import type { Archive } from './archive.ts';
import { openSqliteArchive } from './sqlite/open.ts';

/** Where an archive is: the engine, and for SQLite the file. */
export interface ArchiveLocation {
  engine: 'sqlite';
  path: string;
}

/**
 * Opens the archive at a location, creating it where there is none and bringing its schema up to date unless
 * `readOnly`. Throws ArchiveUnavailable.
 */
export async function openArchive(
  location: ArchiveLocation,
  settings: { readOnly?: boolean; migrate?: boolean } = {},
): Promise<Archive> {
  return openSqliteArchive({ path: location.path, ...settings });
}
