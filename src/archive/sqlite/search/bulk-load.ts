import type { Connection } from '../connection.ts';

const indexes = ['article_search', 'quote_search'] as const;

/** Maximum number of FTS5 pages that one step of a merge writes. It takes about 100 ms. */
const STEP = 1_000;

/** Settings of the search indexes for a large import. */
export interface BulkLoad {
  /** Stops merging new batches into the indexes. */
  begin(): void;
  /** Resumes merging. */
  end(): void;
  /** Runs one bounded step of the merge; returns false when all is merged. The `first` step includes all segments. */
  merge(first: boolean): boolean;
}

/** Creates the bulk load of a connection. */
export function createBulkLoad(connection: Connection): BulkLoad {
  const commands = indexes.map((index) =>
    connection.prepare<{ command: string; value: number }>(
      `INSERT INTO ${index} (${index}, rank) VALUES (:command, CAST(:value AS INTEGER))`,
    ),
  );
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const run = (command: string, value: number) => {
    for (const statement of commands) statement.run({ command, value });
  };
  return {
    begin: () => run('automerge', 0),
    end: () => run('automerge', 4),
    merge(first) {
      // FTS5 changes fewer than two rows if there was nothing to merge.
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
