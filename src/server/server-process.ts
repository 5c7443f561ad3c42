import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Serving } from './serve.ts';

/** Message that a server process sends when it listens. */
export type Ready = Pick<Serving, 'url' | 'articles'>;

/** A server process that listens. */
export interface ServerProcess {
  ready: Ready;
  /** Resolves to the exit code or the signal that ended the process. */
  ended: Promise<number | string>;
  /** Tells the process to finish its requests and end. It is killed if it takes longer than the grace time. */
  stop(): void;
  /** Ends the process at once. */
  kill(): void;
}

export interface StartSettings {
  /** Time in ms that requests in flight get when the process is stopped. */
  graceMs: number;
  /** Time in ms in which the process has to listen; undefined for no limit. */
  startMs?: number | undefined;
  /** Kills the process while it starts. */
  signal?: AbortSignal | undefined;
}

/** Time in ms after the grace time in which a process has to end by itself. */
const endMs = 500;

const stopMessage = 'stop';

/** Calls back when the supervisor tells this process to end. */
export function onStopMessage(stop: () => void): void {
  process.on('message', (message) => {
    if (message === stopMessage) stop();
  });
}

/** Starts a server process and waits until it listens. Returns its exit code or signal if it ends before. */
export async function startProcess({
  graceMs,
  startMs,
  signal,
}: StartSettings): Promise<ServerProcess | number | string> {
  const worker = cluster.fork();
  const kill = () => void worker.process.kill('SIGKILL');
  const overdue = startMs === undefined ? undefined : setTimeout(kill, startMs);
  signal?.addEventListener('abort', kill);
  const ended = once(worker, 'exit').then(([code, by]: (number | string)[]) => by ?? code ?? 1);
  const ready: Promise<Ready> = once(worker, 'message').then(([message]) => message);
  try {
    const first = await Promise.race([ready, ended]);
    if (typeof first !== 'object') return first;
    return { ready: first, ended, kill, stop: () => stopInTime(worker, graceMs + endMs) };
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener('abort', kill);
  }
}

function stopInTime(worker: Worker, ms: number): void {
  const overdue = setTimeout(() => worker.process.kill('SIGKILL'), ms);
  worker.once('exit', () => clearTimeout(overdue));
  // Sending fails if the process has just ended, which `exit` reports.
  worker.send(stopMessage, () => undefined);
}
