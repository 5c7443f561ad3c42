import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killAtEnd } from './kill-at-end.ts';

/** A server in a process of its own, on a port of its own, over a new archive. */
export interface RunningServer {
  /** `localhost:PORT`. */
  host: string;
  url: string;
  process: ChildProcess;
  /** Lines that it has logged so far. */
  log: string[];
  /** Waits for a line that matches, and returns the match. Throws if the server ends before. */
  logged(pattern: RegExp): Promise<RegExpExecArray>;
  /** The folder of its database. */
  folder: string;
  /** Sends a signal, waits for the end and returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `dateline serve --seed` and waits until it logs its address. It is killed when the test file ends. */
export async function startServer(
  environment: Record<string, string> = {},
  args: string[] = ['--seed'],
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', 'serve', ...args], {
      env: {
        ...process.env,
        PORT: '0',
        LOG_FORMAT: 'json',
        DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const log: string[] = [];
  const errors: string[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (line) => log.push(line));
  child.stderr.on('data', (part) => errors.push(String(part)));
  const logged = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (line: string) => {
        const match = pattern.exec(line);
        if (match) resolve(match);
        return match !== null;
      };
      if (log.some(look)) return;
      lines.on('line', look);
      lines.once('close', () =>
        reject(new Error(`the server ended and never logged ${pattern}: ${[...log, ...errors].join('\n')}`)),
      );
    });
  const [, url = ''] = await logged(/serves \d+ articles? on (http:\S+)/);
  return {
    host: url.replace('http://', ''),
    url,
    process: child,
    log,
    logged,
    folder,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}
