import type { Piscina } from 'piscina';
import type { Archive } from '../archive/archive.ts';
import type { ParseDocument, Parsed, ParseRequest } from '../model/parsed-article.ts';
import { withBuiltInPlaces } from '../model/vocabulary.ts';
import type { ParsingTask } from './parsing-worker.ts';

export interface ParserSettings {
  /** Documents parsed at a time, each on a thread of its own. */
  threads: number;
  /** Maximum time per document in milliseconds; its thread is terminated after that. */
  timeLimit: number;
  /** Documents that may wait for a thread. */
  queue: number;
}

export interface Parser {
  parse: ParseDocument;
  close(): Promise<void>;
}

/** Minimum time between checks for changed tags and corrections, in milliseconds. */
const authorityAge = 60_000;

/** Opens a parser that knows the archive's tags as of at most a minute ago. */
export function openParser(archive: Archive, settings: ParserSettings): Parser {
  let current: { pool: Piscina<ParseRequest, Parsed>; revision: number; openedAt: number } | undefined;
  const closing = new Set<Promise<void>>();
  const retire = (pool: Piscina<ParseRequest, Parsed>) => {
    const closed: Promise<void> = pool.close({ force: false }).finally(() => closing.delete(closed));
    closing.add(closed);
  };
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
    if (current) retire(current.pool);
    current = { pool: await openPool(task, settings), revision, openedAt: now };
    return current.pool;
  };

  let underWay = 0;
  let refreshing: ReturnType<typeof refresh> | undefined;
  /** Concurrent requests share one refresh. */
  const poolNow = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  return {
    async parse(request) {
      if (underWay >= settings.threads + settings.queue) return { kind: 'busy' };
      underWay++;
      const signal = AbortSignal.timeout(settings.timeLimit);
      try {
        const pool = await poolNow();
        return await pool.run(request, { signal });
      } catch (cause) {
        if (signal.aborted) return { kind: 'too-slow', limit: settings.timeLimit };
        throw cause;
      } finally {
        underWay--;
      }
    },
    async close() {
      if (current) await current.pool.destroy();
      current = undefined;
      await Promise.all(closing);
    },
  };
}

async function openPool(
  task: ParsingTask,
  { threads }: ParserSettings,
): Promise<Piscina<ParseRequest, Parsed>> {
  const { Piscina } = await import('piscina');
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina<ParseRequest, Parsed>({
    filename: new URL(`./parsing-worker.${extension}`, import.meta.url).href,
    workerData: task,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 300_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // A terminated thread may emit an error that nobody awaits.
  pool.on('error', () => undefined);
  return pool;
}
