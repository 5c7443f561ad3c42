import { instantOf } from '../../model/instant.ts';
import type { ArchiveState } from '../archive.ts';
import type { Connection } from './connection.ts';
import type { Snapshot } from './snapshot.ts';

/** The state of the archive as one connection sees it. */
export interface CurrentState {
  current(): ArchiveState;
  /** Advances the revision, inside the transaction of a change. */
  advance(): void;
  /** Clears the cache, after a write of this connection. */
  forget(): void;
}

/** Creates the state of one connection. `PRAGMA data_version` tells when another connection has committed. */
export function createState(connection: Connection, snapshot: Snapshot): CurrentState {
  const select = connection.prepare<
    [],
    { archive: string; secret: string; revision: number; revisedAt: number }
  >('SELECT id AS archive, secret, revision, revised_at AS revisedAt FROM archive');
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck();
  // Last-Modified must grow with the revision, even when the clock stands still or is set back.
  const update = connection.prepare<{ now: number }>(
    'UPDATE archive SET revision = revision + 1, revised_at = max(revised_at, :now)',
  );
  let seen: { dataVersion: number; state: ArchiveState } | undefined;
  let seenIn: number | undefined;
  return {
    current() {
      if (seen && seenIn === snapshot.number()) return seen.state;
      seenIn = snapshot.number();
      const version = dataVersion.get() ?? 0;
      if (seen?.dataVersion === version) return seen.state;
      const row = select.get();
      if (row === undefined) throw new Error('the archive has no revision');
      seen = { dataVersion: version, state: { ...row, revisedAt: instantOf(row.revisedAt) } };
      return seen.state;
    },
    advance: () => {
      update.run({ now: Math.floor(Date.now() / 1000) });
    },
    forget: () => {
      seen = undefined;
    },
  };
}
