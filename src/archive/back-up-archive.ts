import type { ArchiveLocation } from './open-archive.ts';
import { type BackUp, type BackUpSettings, backUpSqlite } from './sqlite/back-up.ts';

/**
 * Copies the archive at a location, as it is at one moment, to a file that does not exist yet, and checks the copy.
 * Others may read and write meanwhile. Throws ArchiveUnavailable, or an Error where the copy is not whole.
 */
export function backUpArchive(
  { path }: ArchiveLocation,
  copy: string,
  settings: BackUpSettings,
): Promise<BackUp> {
  return backUpSqlite(path, copy, settings);
}
