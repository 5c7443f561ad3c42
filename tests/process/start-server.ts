import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own, on a port of its own, over a new archive. */
export interface RunningServer {
  /** `localhost:PORT`. */
  host: string;
  url: string;
  process: ChildProcess;
  /** What it logged so far. */
  log: string[];
  /** The folder of its database. */
  folder: string;
  /** Asks it to end and gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `dateline serve --seed` and waits until it says where it listens. */
export async function startServer(
  environment: Record<string, string> = {},
  args: string[] = ['--seed'],
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const child = spawn(process.execPath, ['src/main.js', 'serve', ...args], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_FORMAT: 'json',
      DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const errors: string[] = [];
  child.stderr.on('data', (part) => errors.push(String(part)));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.push(line);
      const address = /serves \d+ articles? on (http:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors.join('')}`)));
  });
  return {
    host: url.replace('http://', ''),
    url,
    process: child,
    log,
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
