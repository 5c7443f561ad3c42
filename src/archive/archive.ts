import type { Instant } from '../model/instant.ts';
import type { Awaitable } from './awaitable.ts';
import type { ChangeLog } from './change-log.ts';
import type { ExportReads } from './exports.ts';
import type { FaultLog } from './fault-log.ts';
import type { ImportState } from './imports.ts';
import type { KeyStore } from './keys.ts';
import type { ArchiveReads } from './reads.ts';
import type { ArticleStates } from './states.ts';
import type { WebhookStore } from './webhooks.ts';
import type { ArchiveWrites } from './writes.ts';

/** Identity and revision of an archive. */
export interface ArchiveState {
  /** Id of the archive; never changes. */
  archive: string;
  /** Key that signs cursors. The same in all processes and after a restart. */
  secret: string;
  /** Grows with every commit of any process. Reads at the same revision return the same. */
  revision: number;
  /** Time of the commit that made this revision. Never goes back. */
  revisedAt: Instant;
}

/**
 * An archive of articles, split by role. Every engine passes the same contract tests. All methods throw
 * ArchiveUnavailable when the database is read-only, damaged or gone, or locked for longer than writes wait.
 */
export interface Archive {
  /** Returns the newest state this process knows. Costs no query in an engine that keeps it in memory. */
  state(): Awaitable<ArchiveState>;
  /**
   * Runs `work` on one snapshot and returns its value with the state of that snapshot. `work` must not have effects:
   * the engine runs it a second time if another process commits meanwhile. Do not use `reads` after `work` has ended.
   */
  read<T>(
    work: (reads: ArchiveReads, state: ArchiveState) => Awaitable<T>,
  ): Promise<{ value: T; state: ArchiveState }>;
  /** Single reads, each on the newest snapshot. */
  readonly reads: ArchiveReads;
  readonly writes: ArchiveWrites;
  readonly changes: ChangeLog;
  readonly imports: ImportState;
  readonly keys: KeyStore;
  readonly webhooks: WebhookStore;
  readonly exports: ExportReads;
  readonly states: ArticleStates;
  /** Failures of the storage since the archive was opened. */
  readonly faults: FaultLog;
  /**
   * Throws ArchiveUnavailable if the database does not respond, lacks a migration, was replaced, or if a read met
   * damage in the last minute.
   */
  check(): Promise<void>;
  /** Returns what the operator should do about an archive that works, one sentence each; usually none. */
  warnings(): Promise<string[]>;
  close(): Promise<void>;
}
