import { MessageChannel } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import type { Archive } from '../archive/archive.ts';
import type { ParseDocument, Parsed, ParseRequest } from '../model/parsed-article.ts';
import { withBuiltInPlaces } from '../model/vocabulary.ts';
import type { ParsingTask, ThreadRequest } from './parsing-worker.ts';

export interface ParserSettings {
  /** Maximum time to parse a document in milliseconds; the thread is terminated after that. */
  timeLimit: number;
  /** Maximum number of documents that wait for the thread. */
  queue: number;
}

export interface Parser {
  parse: ParseDocument;
  close(): Promise<void>;
}

type Pool = Piscina<ThreadRequest, Parsed>;

/** Minimum time between checks for changed tags and corrections, in milliseconds. */
const authorityAge = 60_000;

/** Opens a parser with one thread, started on demand. Its tags and corrections are at most a minute old. */
export function openParser(archive: Archive, settings: ParserSettings): Parser {
  let current: { pool: Pool; revision: number; openedAt: number } | undefined;
  const refresh = async () => {
    const now = Date.now();
    if (current && now - current.openedAt < authorityAge) return current.pool;
    const { revision } = await archive.state();
    if (current?.revision === revision) {
      current.openedAt = now;
      return current.pool;
    }
    const task = {
      authority: withBuiltInPlaces(await archive.reads.authority()),
      corrections: (await archive.reads.tagCorrections()).map(({ correction }) => correction),
    };
    await current?.pool.destroy();
    current = { pool: await openPool(task), revision, openedAt: now };
    return current.pool;
  };

  let underWay = 0;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  return {
    async parse(request) {
      if (underWay > settings.queue) return { kind: 'busy' };
      underWay++;
      // Documents wait here, because Piscina does not start a thread for its queue after it terminated one.
      const parsed = last.then(async () => {
        const pool = await refresh();
        if (closed) throw new Error('the parser was closed before it read the document');
        return await parseIn(pool, request, settings.timeLimit);
      });
      last = parsed.catch(() => undefined).finally(() => underWay--);
      return await parsed;
    },
    async close() {
      closed = true;
      await current?.pool.destroy();
      await last;
    },
  };
}

/** Parses a document on the thread. The limit begins when the thread has started and begins to parse. */
async function parseIn(pool: Pool, request: ParseRequest, timeLimit: number): Promise<Parsed> {
  const { port1: begun, port2: begin } = new MessageChannel();
  const tooSlow = new AbortController();
  begun.once('message', () => setTimeout(() => tooSlow.abort(), timeLimit).unref());
  try {
    return await pool.run({ request, begin }, { signal: tooSlow.signal, transferList: [begin] });
  } catch (cause) {
    if (tooSlow.signal.aborted) return { kind: 'too-slow', limit: timeLimit };
    throw cause;
  } finally {
    begun.close();
  }
}

async function openPool(task: ParsingTask): Promise<Pool> {
  const { Piscina } = await import('piscina');
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina<ThreadRequest, Parsed>({
    filename: new URL(`./parsing-worker.${extension}`, import.meta.url).href,
    workerData: task,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 300_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // A terminated thread may emit an error that nobody awaits.
  pool.on('error', () => undefined);
  return pool;
}
