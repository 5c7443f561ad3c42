import type { Archive } from '../archive/archive.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import { withBuiltInPlaces } from '../model/vocabulary.ts';
import type { ParsingLimits } from './parse-in-process.ts';
import { type ParsingProcess, startParsingProcess } from './start-parsing-process.ts';

export interface ParserSettings extends Partial<ParsingLimits> {
  /** Maximum time to parse a document, in milliseconds. The process is killed after that. */
  timeLimit?: number;
  /** Time after which an idle process is ended, in milliseconds. */
  idleMs?: number;
}

export interface Parser {
  /** Parses a document, in a process of its own if others are being parsed. */
  parse: ParseDocument;
  /** Kills the processes. */
  close(): Promise<void>;
}

/** An idle process, and the revision of the archive whose tags it knows. */
interface IdleProcess {
  process: ParsingProcess;
  revision: number;
  /** When that was known to be the newest revision, in milliseconds since 1970. */
  checkedAt: number;
  timer: NodeJS.Timeout;
}

const defaults: Required<ParserSettings> = {
  timeLimit: 10_000,
  idleMs: 120_000,
  memory: 384 * 2 ** 20,
  result: 8 * 2 ** 20,
};

/** Minimum time between checks for changed tags and corrections, in milliseconds. */
const authorityAge = 60_000;

/**
 * Opens a parser that knows the archive's tags as of at most a minute ago. Documents are parsed in processes of their
 * own, so that one that takes all memory or time costs nobody else anything.
 */
export function openParser(archive: Archive, settings: ParserSettings = {}): Parser {
  const { timeLimit, idleMs, memory, result } = { ...defaults, ...settings };
  const all = new Set<ParsingProcess>();
  const idle: IdleProcess[] = [];
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  const end = async (process: ParsingProcess) => {
    all.delete(process);
    await process.end();
  };

  const start = async (): Promise<Omit<IdleProcess, 'timer'>> => {
    closing.signal.throwIfAborted();
    const { revision } = await archive.state();
    const task = {
      authority: withBuiltInPlaces(await archive.reads.authority()),
      corrections: (await archive.reads.tagCorrections()).map(({ correction }) => correction),
      limits: { memory, result },
    };
    const process = await startParsingProcess(task, { timeLimit, signal: closing.signal });
    all.add(process);
    return { process, revision, checkedAt: Date.now() };
  };

  const take = async (): Promise<Omit<IdleProcess, 'timer'>> => {
    const one = idle.pop();
    if (!one) return await start();
    clearTimeout(one.timer);
    const now = Date.now();
    if (now - one.checkedAt < authorityAge) return one;
    if ((await archive.state()).revision === one.revision) return { ...one, checkedAt: now };
    await end(one.process);
    return await start();
  };

  const putBack = async (one: Omit<IdleProcess, 'timer'>) => {
    if (one.process.spent || closing.signal.aborted) return await end(one.process);
    const timer = setTimeout(() => {
      idle.splice(idle.indexOf(resting), 1);
      void end(one.process);
    }, idleMs).unref();
    const resting = { ...one, timer };
    idle.push(resting);
  };

  const parseNow: ParseDocument = async (request, signal) => {
    try {
      const one = await take();
      const parsed = await one.process.parse(request, signal);
      await putBack(one);
      return closing.signal.aborted ? { kind: 'cancelled' } : parsed;
    } catch (cause) {
      if (closing.signal.aborted) return { kind: 'cancelled' };
      throw cause;
    }
  };

  return {
    async parse(request, signal) {
      const parsed = parseNow(request, signal);
      running.add(parsed);
      try {
        return await parsed;
      } finally {
        running.delete(parsed);
      }
    },
    async close() {
      closing.abort();
      for (const { timer } of idle.splice(0)) clearTimeout(timer);
      await Promise.all([...all].map(end));
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
