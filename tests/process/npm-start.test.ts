import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { killAtEnd } from './kill-at-end.ts';

/** Starts the server with npm and waits until it listens. Returns its address, its process id and the process of npm. */
async function npmRun(args: string[], environment: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-npm-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const npm = killAtEnd(
    spawn('npm', [...args], {
      env: {
        ...process.env,
        PORT: '0',
        LOG_FORMAT: 'json',
        DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  for await (const line of createInterface({ input: npm.stdout })) {
    const url = /serves \d+ articles? on (http:[^\s"]+)/.exec(line)?.[1];
    if (url) return { npm, url, pid: Number(JSON.parse(line).pid) };
  }
  throw new Error('the server ended before it listened');
}

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

// Without scripts, npm does not build the reader first.
const start = ['start', '--ignore-scripts'];

test.each([
  [start, 'SIGTERM', '1'],
  [start, 'SIGTERM', '2'],
  [start, 'SIGINT', '1'],
  [start, 'SIGKILL', '1'],
  [start, 'SIGKILL', '2'],
  [['run', 'dateline', '--', 'serve'], 'SIGTERM', '1'],
  [['run', 'dateline', '--', 'serve'], 'SIGKILL', '1'],
] as const)(
  'npm %s and the server end together on %s, with %s processes',
  async (args, signal, processes) => {
    const { npm, url, pid } = await npmRun([...args], { WEB_CONCURRENCY: processes });
    expect(await answers(url)).toBe(true);
    npm.kill(signal);
    await once(npm, 'exit');
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
    expect(await answers(url)).toBe(false);
  },
);
