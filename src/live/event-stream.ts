import type { ChangeLog } from '../archive/change-log.ts';
import type { ArticleEvent, EventBatch } from './read-events.ts';

export interface StreamSource {
  changes: ChangeLog;
  read(since: number): Promise<EventBatch>;
  /** Number of the last change that the client knows; undefined to start now. */
  since: number | undefined;
  /** Aborted when the client disconnects or the server stops. */
  signal: AbortSignal;
  /** Interval of heartbeats in milliseconds. */
  heartbeatMs: number;
}

/** Delay before a client reconnects, in milliseconds. */
const retryMs = 2000;

/**
 * Streams the change log as Server-Sent Events (HTML Living Standard, section 9.2) until `signal` is aborted.
 * It reads as fast as the client does and buffers nothing. An `id` without data advances the client's
 * Last-Event-ID, so that a client with a narrow filter need not read the whole log again when it resumes.
 */
// → "retry: 2000\nid: 41\n\n", "id: 42\nevent: article.new\ndata: {…}\n\n", ": heartbeat\n\n"
export async function* eventStream(source: StreamSource): AsyncGenerator<string> {
  const { changes, read, signal, heartbeatMs } = source;
  const last = await changes.last();
  let since = source.since ?? last;
  if (since > last) {
    // The client knows later changes than this log has: the archive was replaced or restored.
    yield `retry: ${retryMs}\nid: ${last}\nevent: archive.reset\ndata: ${JSON.stringify({ seq: last })}\n\n`;
    since = last;
  } else {
    yield `retry: ${retryMs}\nid: ${since}\n\n`;
  }
  let sentId = since;
  let sentAt = Date.now();
  while (!signal.aborted) {
    const { events, seq, more } = await read(since);
    since = seq;
    const due = sentAt + heartbeatMs - Date.now();
    if (events.length > 0) yield events.map(serverSentEvent).join('');
    else if (due <= 0) yield since > sentId ? `: heartbeat\nid: ${since}\n\n` : ': heartbeat\n\n';
    if (events.length > 0 || due <= 0) {
      sentId = since;
      sentAt = Date.now();
    }
    if (!more) await changes.wait(since, Math.max(0, sentAt + heartbeatMs - Date.now()), signal);
  }
}

/**
 * Formats the end of a stream whose server closes. The delay is different for each client, so that the next server does
 * not get all of them at once.
 */
// → ": the server is closing; reconnect\nretry: 1234\n\n"
export function closingMessage(): string {
  return `: the server is closing; reconnect\nretry: ${Math.round(retryMs * (0.25 + Math.random()))}\n\n`;
}

/** A card is JSON without line breaks, so it fits one `data` line. */
function serverSentEvent({ seq, event, article }: ArticleEvent): string {
  return `id: ${seq}\nevent: ${event}\ndata: ${article}\n\n`;
}
