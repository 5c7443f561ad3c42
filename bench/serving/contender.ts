import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PlainArticle } from './plain-articles.ts';
import type { Question } from './question.ts';

/** The archive that all servers serve, and its articles for those that have to be filled. */
export interface Source {
  /** Name of the archive's files: see `archiveName`. */
  name: string;
  size: number;
  path: string;
  articles(): AsyncGenerator<PlainArticle>;
}

/** A running server. */
export interface Running {
  origin: string;
  /** The serving process, if its CPU time is of interest. */
  pid?: number | undefined;
  /** Returns the path for a request; undefined if the server cannot answer it. */
  path(question: Question): string | undefined;
  stop(): Promise<void>;
}

/** A server to be measured. Throws an Error that says why when it can't be set up here. */
export interface Contender {
  name: string;
  start(source: Source): Promise<Running>;
}

const children = new Set<ChildProcess>();
// However the benchmark ends, no server may outlive it.
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Starts a server and waits until its URL answers 200. Throws an Error with its last output if it does not. */
export async function startProcess(
  command: string,
  args: string[],
  {
    url,
    env = {},
    cwd,
    patienceMs = 60_000,
  }: { url?: string; env?: Record<string, string>; cwd?: string; patienceMs?: number },
): Promise<{ pid: number | undefined; milliseconds: number; stop(): Promise<void> }> {
  const begun = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    ...(cwd && { cwd }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let words = '';
  child.stderr?.on('data', (part) => {
    words = `${words}${part}`.slice(-2000);
  });
  const failed = once(child, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => undefined);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await once(child, 'exit');
    clearTimeout(hard);
  };
  const answers = async () => {
    while (url !== undefined) {
      if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}: ${words}`);
      if (await isThere(url)) return;
      if (performance.now() - begun > patienceMs) {
        await stop();
        throw new Error(`${command} did not answer in ${patienceMs} ms: ${words}`);
      }
      await pause(5);
    }
  };
  await Promise.race([answers(), failed]);
  return { pid: child.pid, milliseconds: Math.round(performance.now() - begun), stop };
}

async function isThere(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
}
