import { QueryCutOff } from '../archive/query-cut-off.ts';
import { handleOthers } from './handle-others.ts';

/** Runs long work a few at a time, in the order of the requests. */
export interface WorkQueue {
  /**
   * Runs work when it is its turn. Throws QueryCutOff (`too-many`) at once if the queue is full, or later if the work is
   * no longer wanted.
   */
  run<T>(work: () => Promise<T>, isWanted?: () => boolean): Promise<T>;
}

/** Number of long responses that are made at the same time, and of those that wait. */
export const longWork = { concurrent: 2, waiting: 64 };

/**
 * Creates the queue for responses that take long to make in the serving process, such as lists of whole articles. Other
 * requests do not wait in it, so they are handled between the steps of such work.
 */
export function createWorkQueue({ concurrent, waiting: maxWaiting } = longWork): WorkQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(work, isWanted = () => true) {
      if (running < concurrent) running += 1;
      else if (waiting.length < maxWaiting) await new Promise<void>((resolve) => waiting.push(resolve));
      else throw new QueryCutOff('too-many', `${waiting.length} long responses are waiting already.`);
      try {
        // Otherwise work without a pause would run all at once.
        await handleOthers();
        if (!isWanted()) throw new QueryCutOff('too-many', 'The client disconnected while it waited.');
        return await work();
      } finally {
        // The next one takes over the place of this one.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
