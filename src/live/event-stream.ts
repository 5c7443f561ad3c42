import type { ChangeFollower } from './follow-changes.ts';
import type { ArticleEvent, EventBatch } from './read-events.ts';

/** What a stream of events is made from. */
export interface StreamSource {
  follower: ChangeFollower;
  /** The number of the last change. */
  last(): Promise<number>;
  /** What comes after a change. */
  read(since: number): Promise<EventBatch>;
  /** The last change that the client knows; undefined for one that begins now. */
  since: number | undefined;
  /** Aborted when the client has gone. */
  signal: AbortSignal;
  /** How long the stream may be silent, in milliseconds. */
  heartbeatMs: number;
}

/** How long a client waits before it connects again, in milliseconds. */
const retryMs = 2000;

/**
 * Server-Sent Events (HTML Living Standard, section 9.2) over the change log, until the client goes or the
 * follower ends. It reads as fast as the client takes, and the log is its only buffer. An `id` without data moves
 * the client's Last-Event-ID and is no event: a filter that lets nothing pass is resumed without reading all again.
 */
// → "retry: 2000\nid: 41\n\n", "id: 42\nevent: article.new\ndata: {…}\n\n", ": heartbeat\n\n"
export async function* eventStream(source: StreamSource): AsyncGenerator<string> {
  const { follower, read, signal, heartbeatMs } = source;
  const last = await source.last();
  let since = source.since ?? last;
  if (since > last) {
    // The log of this archive has not come that far: it is another one, or was put back to an earlier state.
    yield `retry: ${retryMs}\nid: ${last}\nevent: archive.reset\ndata: ${JSON.stringify({ seq: last })}\n\n`;
    since = last;
  } else {
    yield `retry: ${retryMs}\nid: ${since}\n\n`;
  }
  let told = since;
  let spokenAt = Date.now();
  while (!signal.aborted && !follower.ended.aborted) {
    const { events, seq, more } = await read(since);
    since = seq;
    const due = spokenAt + heartbeatMs - Date.now();
    if (events.length > 0) yield events.map(serverSentEvent).join('');
    else if (due <= 0) yield since > told ? `: heartbeat\nid: ${since}\n\n` : ': heartbeat\n\n';
    if (events.length > 0 || due <= 0) {
      told = since;
      spokenAt = Date.now();
    }
    if (!more) await follower.waitBeyond(since, Math.max(0, spokenAt + heartbeatMs - Date.now()), signal);
  }
}

/** A card is JSON on one line, so it is one `data` line. */
function serverSentEvent({ seq, event, article }: ArticleEvent): string {
  return `id: ${seq}\nevent: ${event}\ndata: ${article}\n\n`;
}
