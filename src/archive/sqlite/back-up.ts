import Database from 'better-sqlite3';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import type { BackUp, BackUpSettings } from '../engine.ts';
import { createPrivateFile, requireFolder } from './connection.ts';
import { createFailureTranslator } from './failures.ts';
import { missingPart } from './migrations.ts';

/** Number of pages (4 MB) that are copied before other work of this process runs. */
const pagesPerStep = 256;

/**
 * Copies the archive at `path`, as Engine.backUp. A read transaction stays open meanwhile: without it SQLite restarts
 * the copy after every commit of another process, and never ends beside an import. So the `-wal` file keeps all commits
 * made meanwhile.
 */
export async function backUp(path: string, copy: string, { check }: BackUpSettings): Promise<BackUp> {
  requireFolder(path);
  const failures = createFailureTranslator(path);
  const source = failures.run(() => new Database(path, { readonly: true, fileMustExist: true }));
  try {
    failures.run(() => {
      source.exec('BEGIN');
      source.pragma('schema_version');
      const archive = source.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'").get();
      // An empty file must not replace an earlier backup.
      if (archive === undefined)
        throw new ArchiveUnavailable(
          'not-an-archive',
          `The database ${path} is not an archive; check DATABASE_URL or restore a backup.`,
        );
    });
    createPrivateFile(copy);
    await source.backup(copy, { progress: () => pagesPerStep });
    source.exec('COMMIT');
  } catch (error) {
    throw failures.translated(error);
  } finally {
    source.close();
  }
  const found = verify(copy, check);
  if (typeof found === 'object') return found;
  throw new ArchiveUnavailable(
    'damaged',
    `The archive ${path} is damaged, so no backup was written; restore an earlier one, see docs/operating.md (${found}).`,
  );
}

/** Makes the copy a single file without a log beside it, and checks it. Returns the first damage if there is any. */
function verify(copy: string, check: BackUpSettings['check']): BackUp | string {
  const copied = new Database(copy, { fileMustExist: true });
  try {
    copied.pragma('journal_mode = DELETE');
    const found = copied.pragma(check === 'full' ? 'integrity_check' : 'quick_check', { simple: true });
    if (found !== 'ok') return String(found).replace(/\s+/g, ' ');
    const missing = missingPart(copied);
    if (missing !== undefined) return `${missing} is missing`;
    const [pages, pageBytes] = ['page_count', 'page_size'].map((name) =>
      copied.pragma(name, { simple: true }),
    );
    return { bytes: Number(pages) * Number(pageBytes) };
  } catch (error) {
    // The check itself needs the schema and the virtual tables.
    if (error instanceof Database.SqliteError) return error.message;
    throw error;
  } finally {
    copied.close();
  }
}
