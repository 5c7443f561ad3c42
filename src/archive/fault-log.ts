import { ArchiveUnavailable, type Unavailability } from './archive-unavailable.ts';

/** Failures of the storage of an archive that this process met. */
export interface FaultLog {
  /** Counts a failure, once however often it is given. Ignores other errors. */
  note(thrown: unknown): void;
  /** Returns the number of failures since the archive was opened, by reason. */
  counts(): ReadonlyMap<Unavailability, number>;
  /** Throws the last failure that showed damage, if it is less than a minute old. */
  check(): void;
}

/** Reasons why an operator must act: the data cannot be read, and waiting does not help. */
const damages: readonly Unavailability[] = ['damaged', 'not-an-archive', 'missing'];

/**
 * Time in ms after which damage that nobody met again is no longer reported. It is longer than the usual intervals of
 * probes, and short enough that a passing fault of the disk does not need a restart.
 */
const reportedMs = 60_000;

/** Creates the log of one archive. `now` returns the time in ms. */
export function createFaultLog(now: () => number = Date.now): FaultLog {
  const counts = new Map<Unavailability, number>();
  const noted = new WeakSet<ArchiveUnavailable>();
  let damage: { fault: ArchiveUnavailable; at: number } | undefined;
  return {
    note(thrown) {
      if (!(thrown instanceof ArchiveUnavailable) || noted.has(thrown)) return;
      noted.add(thrown);
      counts.set(thrown.reason, (counts.get(thrown.reason) ?? 0) + 1);
      if (damages.includes(thrown.reason)) damage = { fault: thrown, at: now() };
    },
    counts: () => counts,
    check() {
      if (damage && now() - damage.at < reportedMs) throw damage.fault;
    },
  };
}
