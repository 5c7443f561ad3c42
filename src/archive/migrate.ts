import { openConnection } from './sqlite/connection.ts';
import { translateFailures } from './sqlite/failures.ts';
import { applyMigrations, pendingMigrations, readMigrations } from './sqlite/migrations.ts';

/** Names of migrations, in order. */
export interface MigrationReport {
  applied: string[];
  pending: string[];
}

/**
 * Brings the database at `path` up to date (creating it where there is none); `applied` are those applied
 * now. Throws ArchiveUnavailable.
 */
export function migrate(path: string): MigrationReport {
  return translateFailures(path, () => {
    const connection = openConnection({ path });
    try {
      return { applied: applyMigrations(connection), pending: [] };
    } finally {
      connection.close();
    }
  });
}

/** Which migrations the database at `path` has and lacks; changes nothing. Throws ArchiveUnavailable. */
export function migrationReport(path: string): MigrationReport {
  return translateFailures(path, () => {
    const connection = openConnection({ path, readOnly: true });
    try {
      const migrations = readMigrations();
      const pending = pendingMigrations(connection, migrations).map(({ name }) => name);
      const applied = migrations.map(({ name }) => name).slice(0, migrations.length - pending.length);
      return { applied, pending };
    } finally {
      connection.close();
    }
  });
}
