import { type ChildProcess, fork } from 'node:child_process';
import { ArchiveUnavailable } from '../../archive-unavailable.ts';
import { QueryCutOff } from '../../query-cut-off.ts';
import type { ReadRequest, ReadResponse, Reply } from './read-request.ts';

/** A child process that handles one request at a time. */
export interface Reader {
  /**
   * Sends a request and waits for its reply. Throws QueryCutOff if it takes longer than the limit (the process is
   * killed), ReaderEnded if the process ends first, and what the archive throws.
   */
  send(request: ReadRequest): Promise<ReadResponse>;
  /** Kills the process. */
  end(): Promise<void>;
  readonly ended: boolean;
}

/** Error if a reader process ended before its reply. It was killed or ran out of memory. */
export class ReaderEnded extends Error {
  override name = 'ReaderEnded';
}

/** A module to run, and its arguments. */
export interface Program {
  module: URL;
  args: string[];
}

/**
 * Starts a reader with a time limit for each request, in milliseconds. The child neither keeps this process running nor
 * outlives it. Aborting `signal` kills it. Throws ReaderEnded if it ends before it is ready.
 */
export async function startReader(
  { module, args }: Program,
  limitMs: number,
  signal?: AbortSignal,
): Promise<Reader> {
  const child = fork(module, args, {
    // Flags of this process, such as --inspect, are not passed on.
    execArgv: [],
    ...(signal && { signal }),
    killSignal: 'SIGKILL',
    // Structured clone sends strings as they are. JSON would escape rendered articles and parse them again.
    serialization: 'advanced',
    // Standard output may carry a protocol (`dateline mcp`).
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let ended = false;
  let waiting = Promise.withResolvers<unknown>();
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      waiting.reject(new ReaderEnded('A reader process ended.'));
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  // The first message says that it is ready.
  child.on('message', (reply: Reply) => waiting.resolve(reply));
  await waiting.promise;
  letGo(child);

  return {
    async send(request) {
      if (ended) throw new ReaderEnded('A reader process has ended.');
      waiting = Promise.withResolvers();
      const limit = setTimeout(() => {
        ended = true;
        child.kill('SIGKILL');
        waiting.reject(new QueryCutOff('too-slow', `A read took longer than ${limitMs} ms.`));
      }, limitMs);
      child.ref();
      child.channel?.ref();
      try {
        child.send(request, (error) => {
          if (error) waiting.reject(new ReaderEnded('A reader process is gone.', { cause: error }));
        });
        return responseIn((await waiting.promise) as Reply);
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

function responseIn(reply: Reply): ReadResponse {
  if ('revision' in reply) return reply;
  if ('unavailable' in reply) {
    throw new ArchiveUnavailable(reply.unavailable.reason, reply.unavailable.message);
  }
  const error = new Error(reply.failure.message);
  if (reply.failure.stack !== undefined) error.stack = reply.failure.stack;
  throw error;
}
