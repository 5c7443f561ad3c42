import { type ChildProcess, fork } from 'node:child_process';
import { ArchiveUnavailable } from '../../archive-unavailable.ts';
import { QueryCutOff } from '../../query-cut-off.ts';
import type { ReadRequest, Reply } from './read-request.ts';

/** A process that answers one question at a time. */
export interface Reader {
  /**
   * Throws QueryCutOff when the answer took longer than allowed, with which the process has ended; ReaderEnded when
   * the process ended by itself; and what the archive throws.
   */
  ask(question: ReadRequest): Promise<unknown>;
  /** Ends the process, whatever it does. */
  end(): Promise<void>;
  readonly ended: boolean;
}

/** A reading process ended before it had answered: it was killed, or ran out of memory. */
export class ReaderEnded extends Error {
  override name = 'ReaderEnded';
}

/** What is to run: a module and its arguments. */
export interface Program {
  module: URL;
  args: string[];
}

/**
 * Starts a process that answers questions, each within `limitMs`. It neither keeps this one running nor outlives it.
 * Throws ReaderEnded when it ends before it is ready.
 */
export async function startReader({ module, args }: Program, limitMs: number): Promise<Reader> {
  const child = fork(module, args, {
    // Flags of this process, such as --inspect, are not for the other.
    execArgv: [],
    // Sends strings as they are; as JSON, a page of rendered articles would be escaped and read again.
    serialization: 'advanced',
    // Standard output may belong to a protocol.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let ended = false;
  let waiting = Promise.withResolvers<unknown>();
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      waiting.reject(new ReaderEnded('A reading process ended.'));
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  // The first message says that it is ready.
  child.on('message', (reply: Reply) => waiting.resolve(reply));
  await waiting.promise;
  letGo(child);

  return {
    async ask(question) {
      if (ended) throw new ReaderEnded('A reading process has ended.');
      waiting = Promise.withResolvers();
      const limit = setTimeout(() => {
        ended = true;
        child.kill('SIGKILL');
        waiting.reject(new QueryCutOff('too-slow', `A read took longer than ${limitMs} ms.`));
      }, limitMs);
      child.ref();
      child.channel?.ref();
      try {
        child.send(question, (error) => {
          if (error) waiting.reject(new ReaderEnded('A reading process is gone.', { cause: error }));
        });
        return valueIn((await waiting.promise) as Reply);
      } finally {
        clearTimeout(limit);
        letGo(child);
      }
    },
    async end() {
      ended = true;
      child.kill('SIGKILL');
      child.ref();
      await gone;
    },
    get ended() {
      return ended;
    },
  };
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function valueIn(reply: Reply): unknown {
  if ('value' in reply) return reply.value;
  if ('unavailable' in reply) {
    throw new ArchiveUnavailable(reply.unavailable.reason, reply.unavailable.message);
  }
  const error = new Error(reply.failure.message);
  if (reply.failure.stack !== undefined) error.stack = reply.failure.stack;
  throw error;
}
