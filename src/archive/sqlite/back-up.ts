import Database from 'better-sqlite3';
import { translateFailures } from './failures.ts';

/** What a copy cost and how it was looked at. */
export interface BackUp {
  pages: number;
  bytes: number;
}

/** How a copy is made. */
export interface BackUpSettings {
  /** `full` reads every page and index of the copy, `quick` leaves the order of indexes alone. */
  check: 'full' | 'quick';
  /** Called as pages are copied. */
  onProgress?: (progress: { totalPages: number; remainingPages: number }) => void;
}

/** Pages a step: 2 MB, after which other work of this process has its turn. */
const pagesPerStep = 256;

/**
 * Copies the archive at `path` to a new file as it is at one moment, while others read and write, and checks the
 * copy. Throws ArchiveUnavailable where the archive can't be read, and an Error that says what is wrong where the
 * copy is not whole.
 *
 * A read transaction stays open for as long as it takes: without it SQLite begins the copy anew after every commit
 * of another process, and would never end beside an import. The price is that the `-wal` file keeps what is
 * committed meanwhile.
 */
export async function backUpSqlite(
  path: string,
  copy: string,
  { check, onProgress }: BackUpSettings,
): Promise<BackUp> {
  const source = translateFailures(path, () => new Database(path, { readonly: true, fileMustExist: true }));
  try {
    translateFailures(path, () => {
      source.exec('BEGIN');
      source.pragma('schema_version');
      source.prepare('SELECT count(*) FROM sqlite_schema').get();
    });
    await source.backup(copy, {
      progress(progress) {
        onProgress?.(progress);
        return pagesPerStep;
      },
    });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
  return verify(copy, check);
}

/** Makes the copy one file, without a log beside it, and looks whether it is whole. */
function verify(copy: string, check: BackUpSettings['check']): BackUp {
  const copied = new Database(copy, { fileMustExist: true });
  try {
    copied.pragma('journal_mode = DELETE');
    const found = copied.pragma(check === 'full' ? 'integrity_check' : 'quick_check', { simple: true });
    if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`);
    const pages = Number(copied.pragma('page_count', { simple: true }));
    return { pages, bytes: pages * Number(copied.pragma('page_size', { simple: true })) };
  } finally {
    copied.close();
  }
}
