import { LRUCache } from 'lru-cache';
import type { Archive } from '../archive/archive.ts';
import type { ArticleFilter } from '../model/query.ts';
import { closingMessage, eventStream } from './event-stream.ts';
import { type EventBatch, readEvents } from './read-events.ts';

export interface LiveEvents {
  /** True if another stream may start. */
  hasRoom(): boolean;
  /** Streams the events of a filter after `since` (undefined: from now) until the signal is aborted. */
  stream(filter: ArticleFilter, since: number | undefined, signal: AbortSignal): AsyncGenerator<string>;
  /** Aborted when all streams must end. */
  readonly ended: AbortSignal;
  /** Tells the clients of all streams to reconnect, and ends the streams, so that the server can close. */
  end(): void;
}

/** Maximum number of streams, and interval of heartbeats in milliseconds. */
export interface LiveSettings {
  streams?: number | undefined;
  heartbeatMs?: number;
}

/** Opens the event streams of an archive. Streams with the same filter and position share one read. */
export function openLiveEvents(
  archive: Archive,
  { streams = 1000, heartbeatMs = 15_000 }: LiveSettings = {},
): LiveEvents {
  const ending = new AbortController();
  const batches = new LRUCache<string, Promise<EventBatch>>({ max: 32 });
  let open = 0;

  const read = async (since: number, filter: ArticleFilter): Promise<EventBatch> => {
    const key = `${(await archive.state()).revision} ${since} ${JSON.stringify(filter)}`;
    const known = batches.get(key);
    if (known) return known;
    const batch = readEvents(archive, since, filter);
    batches.set(key, batch);
    batch.catch(() => batches.delete(key));
    return batch;
  };

  return {
    hasRoom: () => open < streams,
    async *stream(filter, since, signal) {
      open += 1;
      try {
        yield* eventStream({
          changes: archive.changes,
          read: (from) => read(from, filter),
          since,
          signal: AbortSignal.any([signal, ending.signal]),
          heartbeatMs,
        });
        if (ending.signal.aborted) yield closingMessage();
      } finally {
        open -= 1;
      }
    },
    ended: ending.signal,
    end: () => ending.abort(),
  };
}
