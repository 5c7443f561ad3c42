import { type ChildProcess, fork } from 'node:child_process';
import type { Parsed, ParseRequest } from '../model/parsed-article.ts';
import type { ParsingReply, ParsingTask } from './parse-in-process.ts';

/** A child process that parses one document at a time. */
export interface ParsingProcess {
  /**
   * Parses a document. If that takes too long, or two seconds after the signal aborts, the process is killed. Throws if
   * the process cannot be reached.
   */
  parse(request: ParseRequest, signal?: AbortSignal): Promise<Parsed>;
  /** Kills the process. */
  end(): Promise<void>;
  /** True if it ended, or holds so much memory that it should. */
  readonly spent: boolean;
}

/**
 * Time in ms that a document is parsed on after its client left. A killed process must be replaced, which takes as much
 * processor time: clients that leave at once would slow all others.
 */
const patienceMs = 2_000;

/**
 * Starts a process with a time limit for each document, in milliseconds. It does not keep this process running and does
 * not outlive it. The signal kills it. Throws if it ends before it is ready.
 */
export async function startParsingProcess(
  task: ParsingTask,
  { timeLimit, signal }: { timeLimit: number; signal: AbortSignal },
): Promise<ParsingProcess> {
  const megabytes = task.limits.memory / 2 ** 20;
  const child = fork(new URL('./parsing-process.js', import.meta.url), {
    // The heap must be smaller than the process. The default young generation of 48 MiB only costs memory.
    execArgv: [`--max-old-space-size=${Math.floor(megabytes * 0.7)}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    signal,
    killSignal: 'SIGKILL',
    // A process that exceeds its heap prints a page of V8's internals.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let ended = false;
  let memory = 0;
  let waiting = Promise.withResolvers<unknown>();
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      waiting.resolve(undefined);
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  child.on('message', (message) => waiting.resolve(message));
  /** Sends a message and waits for the reply; undefined if the process ended. */
  const ask = async (message: ParsingTask | ParseRequest): Promise<unknown> => {
    waiting = Promise.withResolvers();
    child.ref();
    child.channel?.ref();
    try {
      child.send(message, (error) => error && waiting.resolve(undefined));
      return await waiting.promise;
    } finally {
      letGo(child);
    }
  };
  if ((await ask(task)) !== 'ready') throw new Error('A parsing process ended before it was ready.');

  return {
    async parse(request, cancelled) {
      if (cancelled?.aborted) return { kind: 'cancelled' };
      let killed: Parsed | undefined;
      const kill = (outcome: Parsed) => {
        killed ??= outcome;
        ended = true;
        child.kill('SIGKILL');
      };
      const limit = setTimeout(kill, timeLimit, { kind: 'too-slow', limit: timeLimit });
      let patience: NodeJS.Timeout | undefined;
      const cancel = () => {
        patience = setTimeout(kill, patienceMs, { kind: 'cancelled' });
      };
      cancelled?.addEventListener('abort', cancel);
      const reply = (await ask(request)) as ParsingReply | undefined;
      clearTimeout(limit);
      clearTimeout(patience);
      cancelled?.removeEventListener('abort', cancel);
      if (reply) {
        memory = reply.memory;
        return cancelled?.aborted ? { kind: 'cancelled' } : reply.parsed;
      }
      ended = true;
      if (killed) return killed;
      return { kind: 'refused', reason: `parsing it takes more than ${megabytes} MiB of memory` };
    },
    async end() {
      ended = true;
      child.kill('SIGKILL');
      child.ref();
      await gone;
    },
    get spent() {
      return ended || memory > task.limits.memory * 0.8;
    },
  };
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
