import { pluralize } from '../../../model/pluralize.ts';
import type { ArchiveState } from '../../archive.ts';
import { QueryCutOff } from '../../query-cut-off.ts';
import type { SnapshotWork } from '../read-snapshot.ts';
import { mapReads, type ReadName, type ReadResult } from '../reads.ts';
import type { ReadRequest, ReadResponse } from './read-request.ts';
import { type Reader, ReaderEnded } from './start-reader.ts';

/** Limits of a reader pool. Times are in milliseconds. */
export interface ReaderSettings {
  /** Maximum number of processes. A process is started when a request has to wait. */
  processes: number;
  /** Maximum number of waiting requests, and how long each may wait. */
  queue: number;
  waitMs: number;
  /** Time after which an idle process is ended, unless it is one of the `kept` ones. */
  idleMs: number;
  /** Number of processes that always run. They start `aheadMs` after the pool, before the first request. */
  kept: number;
  aheadMs: number;
}

export interface ReaderPool {
  /** Runs a read in a process. Throws QueryCutOff on timeout or if the queue is full, and what the archive throws. */
  read(name: ReadName, given: unknown[]): Promise<ReadResponse>;
  /** Runs work in one transaction of one process that handles no other request meanwhile. Throws what `read` throws. */
  lease<T>(work: SnapshotWork<T>): Promise<{ value: T; state: ArchiveState }>;
  /** Kills all processes. */
  close(): Promise<void>;
}

interface Job {
  run(reader: Reader): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** Ends the wait of a job that waits too long. */
  timer: NodeJS.Timeout;
  /** Number of retries left if another program kills its process. */
  retries: number;
}

/**
 * Opens a pool of processes. Each process runs one job at a time. If a job takes too long, its process is killed. That
 * affects no other job, because waiting jobs are in this process.
 */
export function openReaderPool(
  start: (signal: AbortSignal) => Promise<Reader>,
  settings: ReaderSettings,
): ReaderPool {
  const waiting: Job[] = [];
  const idle = new Map<Reader, NodeJS.Timeout>();
  const all = new Set<Reader>();
  let starting = 0;
  let closed = false;
  // A process that is still starting would outlive this one.
  const closing = new AbortController();

  /** Assigns waiting jobs to idle processes, and starts a process if there is none. */
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
      const reader = await start(closing.signal);
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

  /** Starts the processes that always run, because a start takes longer than most reads. */
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
      } else settle(job, ({ reject }) => reject(cutOffIfEnded(error)));
    }
    if (!reader.ended) return rest(reader);
    await end(reader);
    next();
    keep();
  };

  const enqueue = <T>(run: (reader: Reader) => Promise<T>, retries: number): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length >= settings.queue) {
        reject(new QueryCutOff('too-many', `${pluralize(waiting.length, 'read')} already waiting.`));
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
    read: (read, given) => enqueue((reader) => reader.send({ read, given }), 1),
    lease: (work) => enqueue((reader) => readInTransaction(reader, work), 0),
    async close() {
      closed = true;
      closing.abort();
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

/** A read that ends its process again and again, such as one that runs out of memory, is cut off. */
function cutOffIfEnded(error: unknown): unknown {
  return error instanceof ReaderEnded ? new QueryCutOff('too-many', error.message) : error;
}

async function readInTransaction<T>(
  reader: Reader,
  work: SnapshotWork<T>,
): Promise<{ value: T; state: ArchiveState }> {
  // The process handles one request at a time, but `work` may send several at once.
  let last: Promise<unknown> = Promise.resolve();
  const send = (request: ReadRequest): Promise<ReadResponse> => {
    const response = last.then(() => reader.send(request));
    last = response.catch(() => undefined);
    return response;
  };
  try {
    const { value: state } = await send({ transaction: 'hold' });
    const reads = mapReads(
      <Name extends ReadName>(read: Name) =>
        async (...given: unknown[]) =>
          (await send({ read, given })).value as ReadResult<Name>,
    );
    return { value: await work(reads, state as ArchiveState), state: state as ArchiveState };
  } catch (error) {
    // There is no retry, because work runs at most twice.
    throw cutOffIfEnded(error);
  } finally {
    if (!reader.ended) await send({ transaction: 'release' }).catch(() => reader.end());
  }
}
