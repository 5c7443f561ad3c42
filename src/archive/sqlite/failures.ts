import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ZodError } from 'zod';
import { ArchiveUnavailable, type Unavailability } from '../archive-unavailable.ts';
import { createFaultLog, type FaultLog } from '../fault-log.ts';

interface Found {
  reason: Unavailability;
  description: string;
}

const damaged: Found = {
  reason: 'damaged',
  description: 'is damaged; restore a backup, see docs/operating.md',
};

const failures: [RegExp, Unavailability, string][] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'busy', 'is locked by another process that is writing to it'],
  [/^SQLITE_READONLY/, 'read-only', 'is read-only; check the permissions of the file and its directory'],
  [/^SQLITE_CANTOPEN/, 'missing', 'cannot be opened; check the permissions of the file and its directory'],
  [/^SQLITE_NOTADB/, 'not-an-archive', 'is not a SQLite database; check DATABASE_URL or restore a backup'],
  [/^SQLITE_CORRUPT/, damaged.reason, damaged.description],
  [/^SQLITE_(IOERR|PERM)/, 'damaged', 'could not be read from or written to the disk; check the disk'],
  [/^SQLITE_FULL/, 'full', 'could not be written because the disk is full; free some space'],
];

/** Messages about parts of the schema that are gone. SQLite has no code for them. */
const missingParts =
  /^(?:no such (?:table|column|index)|table \S+ has no column|vtable constructor failed)\b/;

/** Error of a read whose result has text that the archive never stores. */
export class DamagedText extends Error {
  override name = 'DamagedText';
}

/** Translates failures of one archive, and counts them. */
export interface FailureTranslator {
  /** Runs `work`. Throws ArchiveUnavailable in place of errors that its storage caused. */
  run<T>(work: () => T): T;
  /** Returns the error to throw in place of another one, which may be the same. Default: counts it. */
  translated(thrown: unknown, options?: { counted: boolean }): unknown;
}

/**
 * Creates the translator of the archive at a path. It translates SQLite's errors about files, locks, disks and missing
 * tables, and errors of parsers: what a user wrote is checked before it gets here, so text that cannot be parsed is
 * damaged.
 */
export function createFailureTranslator(
  path: string,
  faults: FaultLog = createFaultLog(),
): FailureTranslator {
  const translated = (thrown: unknown, { counted } = { counted: true }): unknown => {
    const found = reasonOf(thrown, path);
    const error =
      found === undefined
        ? thrown
        : new ArchiveUnavailable(found.reason, `The archive ${path} ${found.description}.`, {
            cause: thrown,
          });
    if (counted) faults.note(error);
    return error;
  };
  return {
    translated,
    run(work) {
      try {
        return work();
      } catch (error) {
        throw translated(error);
      }
    },
  };
}

function reasonOf(thrown: unknown, path: string): Found | undefined {
  if (thrown instanceof Database.SqliteError) {
    if (/^SQLITE_(CANTOPEN|IOERR)/.test(thrown.code)) {
      // SQLite has one code for all of these.
      const file = statSync(path, { throwIfNoEntry: false });
      if (!file) return { reason: 'missing', description: 'does not exist; check DATABASE_URL' };
      if (file.isDirectory())
        return { reason: 'missing', description: 'is a directory, not a file; check DATABASE_URL' };
    }
    const [, reason, description] = failures.find(([code]) => code.test(thrown.code)) ?? [];
    if (reason && description) return { reason, description };
    return missingParts.test(thrown.message) ? damaged : undefined;
  }
  const unreadable =
    thrown instanceof SyntaxError ||
    thrown instanceof ZodError ||
    thrown instanceof DamagedText ||
    (thrown instanceof Error && 'code' in thrown && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(thrown.code)));
  return unreadable ? damaged : undefined;
}
