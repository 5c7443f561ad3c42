import { type Instant, instantOf } from '../../model/instant.ts';
import type { Connection } from './connection.ts';
import type { Turn } from './snapshot.ts';

/** The archive's revision: a number that grows with each transaction that changed what an answer can show. */
export interface Revision {
  current(): number;
  /** When the revision that was told last began. */
  since(): Instant;
  /** Counts one change, inside the writer's transaction. */
  advance(): void;
  /** Forgets what was read, after a write of this connection. */
  forget(): void;
}

/** Gives the revision as one connection sees it. `PRAGMA data_version` tells when others have written. */
export function archiveRevision(connection: Connection, turn: Turn): Revision {
  const select = connection.prepare<[], { revision: number; revisedAt: number }>(
    'SELECT revision, revised_at AS revisedAt FROM archive',
  );
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck();
  // Last-Modified must grow with the revision, even where the clock stands still or was set back.
  const update = connection.prepare<{ now: number }>(
    'UPDATE archive SET revision = revision + 1, revised_at = max(revised_at, :now)',
  );
  let seen: { dataVersion: number; revision: number; revisedAt: Instant } | undefined;
  let seenIn: number | undefined;
  const read = () => {
    if (seen && seenIn === turn.number()) return seen;
    seenIn = turn.number();
    const version = dataVersion.get() ?? 0;
    if (seen?.dataVersion === version) return seen;
    const row = select.get();
    if (row === undefined) throw new Error('the archive has no revision');
    seen = { dataVersion: version, revision: row.revision, revisedAt: instantOf(row.revisedAt) };
    return seen;
  };
  return {
    current: () => read().revision,
    since: () => (seen ?? read()).revisedAt,
    advance: () => {
      update.run({ now: Math.floor(Date.now() / 1000) });
    },
    forget: () => {
      seen = undefined;
    },
  };
}
