import type { ArchiveState } from '../../archive.ts';
import { QueryCutOff } from '../../query-cut-off.ts';
import type { SnapshotWork } from '../read-snapshot.ts';
import { mapReads, type ReadName, type ReadResult } from '../reads.ts';
import type { Answer, ReadRequest } from './read-request.ts';
import { type Reader, ReaderEnded } from './start-reader.ts';

/** Limits of a reader pool. Times are in milliseconds. */
export interface ReaderSettings {
  /** Maximum number of processes. One is started when a request waits for the others. */
  processes: number;
  /** Maximum number of waiting requests, and how long each may wait. */
  queue: number;
  waitMs: number;
  /** A process without a request is ended after this time, unless it is one of those that are kept. */
  idleMs: number;
  /** Number of processes that are kept. They start `aheadMs` after the pool, before anyone asks. */
  kept: number;
  aheadMs: number;
}

/** Processes that read. */
export interface ReaderPool {
  /** Runs a read in a process. Throws QueryCutOff on timeout or if the queue is full, and what the archive throws. */
  read(name: ReadName, given: unknown[]): Promise<Answer>;
  /** Runs work in one transaction of one process, which answers nobody else meanwhile. Throws as `read`. */
  lease<T>(work: SnapshotWork<T>): Promise<{ value: T; state: ArchiveState }>;
  /** Kills all processes. */
  close(): Promise<void>;
}

interface Job {
  run(reader: Reader): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** Ends its waiting. */
  timer: NodeJS.Timeout;
  /** Number of times it may run again after its process was killed from outside. */
  retries: number;
}

/**
 * Opens a pool of processes. Each job has a process for itself. A job that takes too long ends with its process, and
 * nothing else is lost: the other jobs wait in this process.
 */
export function openReaderPool(start: () => Promise<Reader>, settings: ReaderSettings): ReaderPool {
  const waiting: Job[] = [];
  const idle = new Map<Reader, NodeJS.Timeout>();
  const all = new Set<Reader>();
  let starting = 0;
  let closed = false;

  /** Hands out waiting jobs; starts a process if none is left to take them. */
  const next = () => {
    for (const [reader, timer] of idle) {
      const job = waiting.shift();
      if (job === undefined) return;
      clearTimeout(timer);
      idle.delete(reader);
      void work(reader, job);
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
      const job = all.size === 0 ? waiting.shift() : undefined;
      if (job) settle(job, ({ reject }) => reject(error));
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

  /** Starts the processes that are kept: a start takes longer than most reads. */
  const keep = () => {
    while (!closed && all.size + starting < settings.kept) void grow();
  };
  const ahead = setTimeout(keep, settings.aheadMs).unref();

  const work = async (reader: Reader, job: Job) => {
    try {
      const value = await job.run(reader);
      settle(job, ({ resolve }) => resolve(value));
    } catch (error) {
      if (error instanceof ReaderEnded && job.retries > 0 && !closed) {
        waiting.unshift({ ...job, retries: job.retries - 1 });
      } else settle(job, ({ reject }) => reject(error));
    }
    if (!reader.ended) return rest(reader);
    await end(reader);
    next();
    keep();
  };

  const enqueue = <T>(run: (reader: Reader) => Promise<T>, retries: number): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length >= settings.queue) {
        reject(new QueryCutOff('too-many', `${waiting.length} reads are waiting already.`));
        return;
      }
      const timer = setTimeout(() => {
        const at = waiting.findIndex((each) => each.timer === timer);
        const [overdue] = at < 0 ? [] : waiting.splice(at, 1);
        overdue?.reject(new QueryCutOff('too-many', 'A read waited too long for a reader process.'));
      }, settings.waitMs);
      waiting.push({ run, resolve: (value) => resolve(value as T), reject, timer, retries });
      next();
    });

  return {
    read: (read, given) => enqueue((reader) => reader.ask({ read, given }), 1),
    lease: (work) => enqueue((reader) => readInTransaction(reader, work), 0),
    async close() {
      closed = true;
      clearTimeout(ahead);
      for (const job of waiting.splice(0)) {
        settle(job, ({ reject }) => reject(new QueryCutOff('too-many', 'The archive is being closed.')));
      }
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...all].map(end));
    },
  };
}

function settle(job: Job, how: (job: Job) => void): void {
  clearTimeout(job.timer);
  how(job);
}

async function readInTransaction<T>(
  reader: Reader,
  work: SnapshotWork<T>,
): Promise<{ value: T; state: ArchiveState }> {
  // The process answers one request at a time; work may ask for several at once.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (request: ReadRequest): Promise<Answer> => {
    const answer = last.then(() => reader.ask(request));
    last = answer.catch(() => undefined);
    return answer;
  };
  try {
    const { value: state } = await ask({ transaction: 'hold' });
    const reads = mapReads(
      <Name extends ReadName>(read: Name) =>
        async (...given: unknown[]) =>
          (await ask({ read, given })).value as ReadResult<Name>,
    );
    return { value: await work(reads, state as ArchiveState), state: state as ArchiveState };
  } catch (error) {
    // Not run again: work runs at most twice.
    if (error instanceof ReaderEnded) throw new QueryCutOff('too-many', error.message);
    throw error;
  } finally {
    if (!reader.ended) await ask({ transaction: 'release' }).catch(() => reader.end());
  }
}
