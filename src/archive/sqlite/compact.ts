import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Compaction } from '../engine.ts';
import { type Connection, openConnection } from './connection.ts';
import { createFailureTranslator } from './failures.ts';
import { hasNextTables } from './search/next-tables.ts';

const searchIndexes = ['article_search', 'quote_search'];

/** Number of attempts to empty the log, while other processes read, and the pause in ms between two of them. */
const attempts = 50;
const pauseMs = 100;

/**
 * Rewrites the archive at `path`, as Engine.compact. `whenUnlocked` repeats work while another process has the lock.
 * FTS5 keeps the terms of deleted rows until it merges its segments, and SQLite keeps freed pages until VACUUM.
 */
export async function compact(
  path: string,
  whenUnlocked: <T>(work: () => T) => Promise<T>,
): Promise<Compaction> {
  const failures = createFailureTranslator(path);
  const before = sizeOf(path);
  const connection = failures.run(() => openConnection({ path, create: false }));
  try {
    const run = (sql: string) => whenUnlocked(() => failures.run(() => connection.exec(sql)));
    const optimize = connection.transaction(() => {
      const hasNext = exists(connection, 'article_search_next') && hasNextTables(connection);
      for (const index of searchIndexes.flatMap((name) => (hasNext ? [name, `${name}_next`] : [name])))
        connection.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
    });
    await whenUnlocked(() => failures.run(() => optimize.immediate()));
    await run('VACUUM');
    let complete = false;
    for (let attempt = 1; attempt <= attempts && !complete; attempt += 1) {
      if (attempt > 1) await pause(pauseMs);
      const [result] = failures.run(
        () => connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[],
      );
      complete = result?.busy === 0;
    }
    return { before, after: sizeOf(path), complete };
  } finally {
    connection.close();
  }
}

function exists(connection: Connection, table: string): boolean {
  return connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
}

/** Returns the size of the database and its log in bytes. */
function sizeOf(path: string): number {
  return [path, `${path}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
