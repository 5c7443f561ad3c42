import { Problem, type ProblemName } from '../errors.ts';
import { pluralize } from '../model/pluralize.ts';
import { handleOthers } from './handle-others.ts';

/** Runs expensive work a few at a time. */
export interface WorkQueue {
  /**
   * Runs work when it is its turn. Throws a Problem with Retry-After instead if the queue is full, if it has waited too
   * long, or if the signal aborts while it waits.
   */
  run<T>(work: () => Promise<T>, options?: WorkOptions): Promise<T>;
}

export interface WorkOptions {
  /** Aborts when nobody wants the result any more. */
  signal?: AbortSignal | undefined;
  /** Number of later requests that may pass this one, because it probably takes longer than they do; 0 by default. */
  passes?: number;
}

export interface QueueLimits {
  /** Maximum number of works that run at the same time. */
  concurrent: number;
  /** Maximum number of works that wait. */
  waiting: number;
  /** Maximum time that a work waits, in milliseconds. */
  waitMs: number;
  /** Problem of a request that is refused. */
  problem: ProblemName;
}

interface Waiting {
  /** Position in the order of requests, plus the number of later ones that may pass. */
  place: number;
  begin(): void;
}

/** Time in seconds after which a refused client may try again. */
const retryAfter = '2';

/** Limits of responses that take long to make in the serving process, such as lists of whole articles. */
export const longWork: QueueLimits = { concurrent: 2, waiting: 64, waitMs: 30_000, problem: 'overloaded' };

/** Limits of `POST /v1/parse`. */
export const parsing: QueueLimits = { concurrent: 1, waiting: 8, waitMs: 30_000, problem: 'too-busy' };

/**
 * Creates a queue. Requests that do not wait in it are handled between the works. No work waits for ever: only so many
 * later ones pass it, and it is refused after `waitMs`.
 */
export function createWorkQueue(limits: QueueLimits): WorkQueue {
  const waiting: Waiting[] = [];
  let running = 0;
  let requests = 0;

  const refused = (reason: string) =>
    new Problem(limits.problem, reason, { headers: { 'retry-after': retryAfter } });

  const turn = ({ signal, passes = 0 }: WorkOptions) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const stopWaiting = () => {
      clearTimeout(overdue);
      signal?.removeEventListener('abort', leave);
    };
    const giveUp = (reason: string) => {
      stopWaiting();
      waiting.splice(waiting.indexOf(entry), 1);
      reject(refused(reason));
    };
    const leave = () => giveUp('The client disconnected while the request waited.');
    const overdue = setTimeout(giveUp, limits.waitMs, 'The request waited too long for its turn.');
    signal?.addEventListener('abort', leave);
    const entry: Waiting = {
      place: requests + passes,
      begin() {
        stopWaiting();
        resolve();
      },
    };
    waiting.push(entry);
    // The sort is stable, so that equal places keep the order of requests.
    waiting.sort((one, other) => one.place - other.place);
    return promise;
  };

  return {
    async run(work, options = {}) {
      requests += 1;
      if (running < limits.concurrent) running += 1;
      else if (waiting.length < limits.waiting) await turn(options);
      else throw refused(`${pluralize(waiting.length, 'request')} already waiting.`);
      try {
        // Otherwise work without a pause would run all at once.
        await handleOthers();
        if (options.signal?.aborted) throw refused('The client disconnected before its turn.');
        return await work();
      } finally {
        // The next one takes over the place of this one.
        const next = waiting.shift();
        if (next) next.begin();
        else running -= 1;
      }
    },
  };
}
