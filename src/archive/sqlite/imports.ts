import type { Checkpoint, Validators } from '../answers.ts';
import type { Connection } from './connection.ts';

/** What the archive remembers of imports: how far they got, and what servers said of fetched pages. */
export interface Imports {
  /** 0 for an import that is not known or was finished. */
  position(job: string): number;
  setPosition(checkpoint: Checkpoint): void;
  forget(job: string): void;
  validators(url: string): Validators | undefined;
  setValidators(url: string, validators: Validators): void;
}

/** Gives the memory of imports in one connection. */
export function importMemory(connection: Connection): Imports {
  const selectPosition = connection
    .prepare<{ job: string }, number>('SELECT position FROM import_positions WHERE job = :job')
    .pluck();
  const putPosition = connection.prepare<Checkpoint>(
    'INSERT OR REPLACE INTO import_positions (job, position) VALUES (:job, :position)',
  );
  const deletePosition = connection.prepare<{ job: string }>('DELETE FROM import_positions WHERE job = :job');
  const selectValidators = connection.prepare<{ url: string }, Validators>(
    'SELECT etag, last_modified AS lastModified FROM page_validators WHERE url = :url',
  );
  const putValidators = connection.prepare<Validators & { url: string }>(
    `INSERT OR REPLACE INTO page_validators (url, etag, last_modified)
     VALUES (:url, :etag, :lastModified)`,
  );
  return {
    position: (job) => selectPosition.get({ job }) ?? 0,
    setPosition: ({ job, position }) => {
      putPosition.run({ job, position });
    },
    forget: (job) => {
      deletePosition.run({ job });
    },
    validators: (url) => selectValidators.get({ url }),
    setValidators: (url, { etag, lastModified }) => {
      putValidators.run({ url, etag, lastModified });
    },
  };
}
