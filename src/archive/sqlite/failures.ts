import Database from 'better-sqlite3';
import { ArchiveUnavailable, type Unavailability } from '../archive-unavailable.ts';

const failures: [RegExp, Unavailability, string][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'busy', 'is locked by another process that is writing to it'],
  [/^SQLITE_READONLY/, 'read-only', 'is read-only'],
  [/^SQLITE_CANTOPEN/, 'missing', 'cannot be opened: the file or its directory is missing or not accessible'],
  [/^SQLITE_NOTADB/, 'not-an-archive', 'is not a SQLite database'],
  [/^SQLITE_CORRUPT/, 'damaged', 'is damaged'],
  [/^SQLITE_IOERR/, 'damaged', 'could not be read from or written to the disk'],
  [/^SQLITE_FULL/, 'full', 'could not be written: the disk is full'],
];

/** Runs `work`. Throws ArchiveUnavailable in place of SQLite's errors about files, locks and disks. */
export function translateFailures<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    for (const [code, reason, description] of failures) {
      if (code.test(error.code)) {
        throw new ArchiveUnavailable(reason, `The archive ${path} ${description}.`, { cause: error });
      }
    }
    throw error;
  }
}
