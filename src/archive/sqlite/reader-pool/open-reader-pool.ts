import { QueryCutOff } from '../../query-cut-off.ts';
import type { Ask } from './pooled-reads.ts';
import type { ReadRequest } from './read-request.ts';
import { type Reader, ReaderEnded } from './start-reader.ts';

/** How much may be read apart, at most. */
export interface ReaderSettings {
  /** Processes at once; each is started when a question waits for the others. */
  processes: number;
  /** Questions that may wait, and how long each, in milliseconds. */
  queue: number;
  waitMs: number;
  /** After so many milliseconds without a question a process is ended, unless it is one of those that are kept. */
  idleMs: number;
  /** Processes that are kept without a question; they start `aheadMs` milliseconds after this one, unasked. */
  kept: number;
  aheadMs: number;
}

/** Processes that answer questions. */
export interface Readers {
  /** Throws QueryCutOff when that takes too long or too many wait already, and what the archive throws. */
  ask: Ask;
  /** Ends all processes, whatever they do. */
  close(): Promise<void>;
}

interface Waiting {
  question: ReadRequest;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** Ends its waiting. */
  timer: NodeJS.Timeout;
  /** Whether a process has ended over it before. */
  again: boolean;
}

/**
 * Keeps processes for questions that may take long, each of which gets one at a time. A question that takes too long
 * ends with its process, and nothing else is lost: the others wait here. One whose process was killed from outside
 * is asked once more.
 */
export function openReaders(start: () => Promise<Reader>, settings: ReaderSettings): Readers {
  const waiting: Waiting[] = [];
  const idle = new Map<Reader, NodeJS.Timeout>();
  const all = new Set<Reader>();
  let starting = 0;
  let closed = false;

  /** Hands out what waits; starts a process where nobody is left to take it. */
  const next = () => {
    for (const [reader, timer] of idle) {
      const first = waiting.shift();
      if (first === undefined) return;
      clearTimeout(timer);
      idle.delete(reader);
      void work(reader, first);
    }
    if (waiting.length > starting && all.size + starting < settings.processes) void grow();
  };

  const grow = async () => {
    starting += 1;
    try {
      const reader = await start();
      all.add(reader);
      starting -= 1;
      if (closed) await end(reader);
      else rest(reader);
    } catch (error) {
      starting -= 1;
      const first = all.size === 0 ? waiting.shift() : undefined;
      if (first) give(first, ({ reject }) => reject(error));
      next();
    }
  };

  const end = (reader: Reader) => {
    all.delete(reader);
    idle.delete(reader);
    return reader.end();
  };

  const rest = (reader: Reader) => {
    const leave = () => all.size > settings.kept && void end(reader);
    idle.set(reader, setTimeout(leave, settings.idleMs).unref());
    next();
  };

  /** Starts what is to be there before anyone asks, as a start takes longer than most reads. */
  const keep = () => {
    while (!closed && all.size + starting < settings.kept) void grow();
  };
  const ahead = setTimeout(keep, settings.aheadMs).unref();

  const work = async (reader: Reader, one: Waiting) => {
    try {
      const value = await reader.ask(one.question);
      give(one, ({ resolve }) => resolve(value));
    } catch (error) {
      if (error instanceof ReaderEnded && !one.again && !closed) waiting.unshift({ ...one, again: true });
      else give(one, ({ reject }) => reject(error));
    }
    if (!reader.ended) return rest(reader);
    await end(reader);
    next();
    keep();
  };

  return {
    ask: (read, ...given) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= settings.queue) {
          reject(new QueryCutOff('too-many', `${waiting.length} reads wait already.`));
          return;
        }
        const timer = setTimeout(() => {
          const at = waiting.findIndex((each) => each.timer === timer);
          const [overdue] = at < 0 ? [] : waiting.splice(at, 1);
          overdue?.reject(new QueryCutOff('too-many', 'A read waited too long for its turn.'));
        }, settings.waitMs);
        waiting.push({
          question: { read, given },
          resolve: resolve as Waiting['resolve'],
          reject,
          timer,
          again: false,
        });
        next();
      }),
    async close() {
      closed = true;
      clearTimeout(ahead);
      for (const one of waiting.splice(0)) {
        give(one, ({ reject }) => reject(new QueryCutOff('too-many', 'The archive is being closed.')));
      }
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...all].map(end));
    },
  };
}

function give(one: Waiting, how: (one: Waiting) => void): void {
  clearTimeout(one.timer);
  how(one);
}
