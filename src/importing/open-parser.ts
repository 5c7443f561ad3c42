import type { Piscina } from 'piscina';
import type { Archive } from '../archive/archive.ts';
import type { ParseDocument, Parsed, ParseRequest } from '../model/parsed-article.ts';
import { withBuiltInPlaces } from '../model/vocabulary.ts';
import type { ParsingTask } from './parsing-worker.ts';

/** How much parsing a server does beside its reads. */
export interface ParserSettings {
  /** Documents read at once, each on a thread of its own. */
  threads: number;
  /** How long a document may take, in milliseconds; its thread is ended then. */
  timeLimit: number;
  /** Documents that may wait for a thread. */
  queue: number;
}

/** Reads documents on threads that are started when the first one comes. */
export interface Parser {
  parse: ParseDocument;
  close(): Promise<void>;
}

/** Who is who may have changed after so long, in milliseconds; until then nobody looks. */
const authorityAge = 60_000;

/** Makes a parser that knows whom the archive knows, as of at most a minute ago. */
export function openParser(archive: Archive, settings: ParserSettings): Parser {
  let present: { pool: Piscina<ParseRequest, Parsed>; revision: number; openedAt: number } | undefined;
  const closing = new Set<Promise<void>>();
  const retire = (pool: Piscina<ParseRequest, Parsed>) => {
    const closed: Promise<void> = pool.close({ force: false }).finally(() => closing.delete(closed));
    closing.add(closed);
  };
  const refresh = async () => {
    const now = Date.now();
    if (present && now - present.openedAt < authorityAge) return present.pool;
    const { revision } = await archive.state();
    if (present?.revision === revision) {
      present.openedAt = now;
      return present.pool;
    }
    const task = {
      authority: withBuiltInPlaces(await archive.reads.authority()),
      corrections: (await archive.reads.tagCorrections()).map(({ correction }) => correction),
    };
    if (present) retire(present.pool);
    present = { pool: await openPool(task, settings), revision, openedAt: now };
    return present.pool;
  };

  let underWay = 0;
  let refreshing: ReturnType<typeof refresh> | undefined;
  /** Those who ask at once share what is opened. */
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
      if (present) await present.pool.destroy();
      present = undefined;
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
  // A thread that was ended for taking too long may fail after all: nobody waits for it any more.
  pool.on('error', () => undefined);
  return pool;
}
