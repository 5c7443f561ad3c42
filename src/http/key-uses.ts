import type { KeyStore } from '../archive/keys.ts';
import type { ApiKey } from '../model/api-key.ts';
import { instantOf } from '../model/instant.ts';

/** Time in ms between two records of the last use of keys. */
const intervalMs = 60_000;

/** Remembers which keys were used, and records it in the archive once a minute, beside the requests. */
export interface KeyUses {
  note(key: ApiKey): void;
  /** Records what was noted. If the archive cannot be written, it is recorded later. */
  record(): Promise<void>;
  /** Records a last time, and stops. */
  close(): Promise<void>;
}

/** Starts to record the uses of keys. */
export function openKeyUses(keys: KeyStore): KeyUses {
  const noted = new Map<string, number>();
  const record = async () => {
    if (noted.size === 0) return;
    const recorded = [...noted];
    try {
      await keys.recordUse(new Map(recorded.map(([id, ms]) => [id, instantOf(Math.floor(ms / 1000))])));
    } catch {
      // Another process is writing, or the archive is read-only. Requests must not fail for this.
      return;
    }
    for (const [id, ms] of recorded) if (noted.get(id) === ms) noted.delete(id);
  };
  const timer = setInterval(record, intervalMs).unref();
  return {
    note: ({ id }) => void noted.set(id, Date.now()),
    record,
    async close() {
      clearInterval(timer);
      await record();
    },
  };
}
