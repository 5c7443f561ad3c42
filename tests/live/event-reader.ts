/** One event as a browser's EventSource would dispatch it. */
interface ReceivedEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** A client of an event stream. */
export interface EventReader {
  response: Response;
  /** Last-Event-ID: also what no event but an `id` alone has set. */
  lastId(): string;
  /** All lines that came, comments too. */
  lines: string[];
  events: ReceivedEvent[];
  /** Resolves when so many events have come. Throws when the stream ends before. */
  received(count: number): Promise<ReceivedEvent[]>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Reads a stream as the HTML Living Standard, section 9.2.6, says. */
export async function readEventStream(
  url: string,
  headers: Record<string, string> = {},
): Promise<EventReader> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const lines: string[] = [];
  const events: ReceivedEvent[] = [];
  let waiting: (() => void)[] = [];
  let over = false;
  let lastId = '';
  const read = async (): Promise<void> => {
    let rest = '';
    let id = '';
    let event = '';
    let data: string[] = [];
    try {
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const cut = (rest + part).split('\n');
        rest = cut.pop() ?? '';
        for (const line of cut) {
          lines.push(line);
          const [, field = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
          if (field === 'id') id = value;
          if (field === 'event') event = value;
          if (field === 'data') data.push(value);
          if (line !== '') continue;
          lastId = id;
          if (data.length > 0) events.push({ id, event, data: JSON.parse(data.join('\n')) });
          event = '';
          data = [];
        }
        for (const wake of waiting) wake();
        waiting = [];
      }
    } catch (error) {
      // A server that was killed cuts the connection; a client of ours that closed has aborted it.
      if (!(error instanceof Error)) throw error;
    } finally {
      over = true;
      for (const wake of waiting) wake();
    }
  };
  const ended = read();
  return {
    response,
    lines,
    events,
    ended,
    lastId: () => lastId,
    async received(count) {
      while (events.length < count) {
        if (over) throw new Error(`the stream ended after ${events.length} events`);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return events.slice(0, count);
    },
    close: () => stop.abort(),
  };
}
