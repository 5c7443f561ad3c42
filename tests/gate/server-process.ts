import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface ServerProcess {
  url: string;
  /** Ends it at once, as the loss of power does. */
  kill(): Promise<void>;
}

/** Starts `dateline serve` over a database and waits until it listens. */
export async function startProcess(
  database: string,
  started: (child: ChildProcess) => void,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['src/main.js', 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'info',
      DATABASE_URL: `sqlite:${database}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started(child);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended before it listened')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /serves \d+ articles? on (http:[^\s"]+)/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
  return { url, kill };
}
