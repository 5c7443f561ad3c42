import Database from 'better-sqlite3';
import type { BackUp, BackUpSettings } from '../engine.ts';
import { createPrivateFile } from './connection.ts';
import { createFailureTranslator } from './failures.ts';

/** Number of pages (4 MB) that are copied before other work of this process runs. */
const pagesPerStep = 256;

/**
 * Copies the archive at `path`, as Engine.backUp. A read transaction stays open meanwhile: without it SQLite restarts
 * the copy after every commit of another process, and never ends beside an import. So the `-wal` file keeps all commits
 * made meanwhile.
 */
export async function backUp(path: string, copy: string, { check }: BackUpSettings): Promise<BackUp> {
  const failures = createFailureTranslator(path);
  const source = failures.run(() => new Database(path, { readonly: true, fileMustExist: true }));
  try {
    failures.run(() => {
      source.exec('BEGIN');
      source.pragma('schema_version');
      source.prepare('SELECT count(*) FROM sqlite_schema').get();
    });
    createPrivateFile(copy);
    await source.backup(copy, { progress: () => pagesPerStep });
    source.exec('COMMIT');
  } catch (error) {
    throw failures.translated(error);
  } finally {
    source.close();
  }
  return verify(copy, check);
}

/** Makes the copy a single file without a log beside it, and checks it. Throws an Error if it is damaged. */
function verify(copy: string, check: BackUpSettings['check']): BackUp {
  const copied = new Database(copy, { fileMustExist: true });
  try {
    copied.pragma('journal_mode = DELETE');
    const found = copied.pragma(check === 'full' ? 'integrity_check' : 'quick_check', { simple: true });
    if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`);
    const [pages, pageBytes] = ['page_count', 'page_size'].map((name) =>
      copied.pragma(name, { simple: true }),
    );
    return { bytes: Number(pages) * Number(pageBytes) };
  } finally {
    copied.close();
  }
}
