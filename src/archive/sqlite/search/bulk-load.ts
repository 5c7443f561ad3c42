import type { Connection } from '../connection.ts';

const indexes = ['article_search', 'quote_search'] as const;

/** FTS5 pages that one step of a merge may write, some 100 ms of work. */
const STEP = 1_000;

/** How the search indexes behave while very many articles come in. */
export interface BulkLoad {
  /** Lets batches lie beside each other unmerged. */
  begin(): void;
  /** Merges as usual again. */
  end(): void;
  /**
   * One bounded step of merging what lies unmerged into one; false when all is done. `first` begins anew with
   * everything there is.
   */
  merge(first: boolean): boolean;
}

/** Gives the bulk loading of one connection. */
export function bulkLoad(connection: Connection): BulkLoad {
  const commands = indexes.map((index) =>
    connection.prepare<{ command: string; value: number }>(
      `INSERT INTO ${index} (${index}, rank) VALUES (:command, CAST(:value AS INTEGER))`,
    ),
  );
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const tell = (command: string, value: number) => {
    for (const statement of commands) statement.run({ command, value });
  };
  return {
    begin: () => tell('automerge', 0),
    end: () => tell('automerge', 4),
    merge(first) {
      // FTS5 says that it found nothing to merge by changing less than two rows.
      return commands
        .map((statement) => {
          const before = changes.get() ?? 0;
          statement.run({ command: 'merge', value: first ? -STEP : STEP });
          return (changes.get() ?? 0) - before >= 2;
        })
        .some((merged) => merged);
    },
  };
}
