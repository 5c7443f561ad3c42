import type { ImportState } from '../imports.ts';
import type { Checkpoint, Validators } from '../results.ts';
import type { Connection } from './connection.ts';
import { once } from './once.ts';
import type { Session } from './session.ts';

/** Creates the import state of one connection. `setPosition` is for the transaction of a write. */
export function createImports({
  connection,
  read,
  write,
}: Session): ImportState & { setPosition(checkpoint: Checkpoint): void } {
  const statements = once(() => prepare(connection));
  return {
    position: async (job) => read(() => statements().position.get({ job }) ?? 0),
    setPosition({ job, position }) {
      statements().setPosition.run({ job, position });
    },
    async finish(job) {
      await write(() => statements().forget.run({ job }));
    },
    validators: async (url) => read(() => statements().validators.get({ url })),
    async writeValidators(url, { etag, lastModified }) {
      await write(() => statements().setValidators.run({ url, etag, lastModified }));
    },
  };
}

function prepare(connection: Connection) {
  return {
    position: connection
      .prepare<{ job: string }, number>('SELECT position FROM import_positions WHERE job = :job')
      .pluck(),
    setPosition: connection.prepare<Checkpoint>(
      'INSERT OR REPLACE INTO import_positions (job, position) VALUES (:job, :position)',
    ),
    forget: connection.prepare<{ job: string }>('DELETE FROM import_positions WHERE job = :job'),
    validators: connection.prepare<{ url: string }, Validators>(
      'SELECT etag, last_modified AS lastModified FROM page_validators WHERE url = :url',
    ),
    setValidators: connection.prepare<Validators & { url: string }>(
      `INSERT OR REPLACE INTO page_validators (url, etag, last_modified)
       VALUES (:url, :etag, :lastModified)`,
    ),
  };
}
