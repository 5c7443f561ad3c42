import type { Connection } from '../connection.ts';

const tables = ['article_search', 'quote_search', 'vocabulary'] as const;

/**
 * Time in ms without a transaction after which a rebuild counts as abandoned. Another process may hold the lock for
 * minutes, as a compaction does.
 */
const leaseMs = 300_000;

/** Returns the end of the lease of a rebuild, in ms since 1970; null if there is none. */
export function leaseEnd(connection: Connection): number | null {
  return (
    connection
      .prepare<[], number | null>('SELECT rebuilt_until FROM search_index WHERE one = 1')
      .pluck()
      .get() ?? null
  );
}

/** Takes or renews the lease of a rebuild. Returns its end, which is later than `before`. */
export function takeLease(connection: Connection, before: number | null): number {
  const until = Math.max(Date.now() + leaseMs, (before ?? 0) + 1);
  connection.prepare<[number]>('UPDATE search_index SET rebuilt_until = ?').run(until);
  return until;
}

/**
 * True if a rebuild has tables that must get all writes, too. Drops the tables of an abandoned rebuild, which has ended
 * without a trace: it must not slow writes for good, and nobody would take purged words out of its tables.
 */
export function hasNextTables(connection: Connection): boolean {
  const until = leaseEnd(connection);
  if (until === null) return false;
  if (until > Date.now()) return true;
  dropNextTables(connection);
  return false;
}

/** Creates the tables of the next index as those of the present one, in place of those of an abandoned rebuild. */
export function createNextTables(connection: Connection): void {
  dropNextTables(connection);
  const sqlOf = connection
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck();
  for (const table of tables) connection.exec((sqlOf.get(table) ?? '').replace(table, `${table}_next`));
  for (const table of ['article_search_next', 'quote_search_next'])
    connection.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', 67108864)`);
}

/** Drops the tables of the next index, and ends the lease. */
export function dropNextTables(connection: Connection): void {
  for (const table of tables) connection.exec(`DROP TABLE IF EXISTS ${table}_next`);
  connection.exec('UPDATE search_index SET rebuilt_until = NULL');
}

/** Puts the tables of the next index in place of the present ones, and ends the lease. */
export function putNextTablesInPlace(connection: Connection): void {
  for (const table of tables) {
    connection.exec(`DROP TABLE ${table}`);
    connection.exec(`ALTER TABLE ${table}_next RENAME TO ${table}`);
  }
  connection.exec('CREATE INDEX vocabulary_by_stem ON vocabulary (language, stem) WHERE stem IS NOT NULL');
  connection.exec('UPDATE search_index SET rebuilt_until = NULL');
}
