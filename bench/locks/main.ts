/**
 * Prints how long a server takes to answer /healthz and reads while another process holds the write lock of its archive,
 * and what becomes of a correction and of an import that need the lock meanwhile.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

const heldMs = 10_000;
const everyMs = 5;
/** Duration of a measurement without a lock, to see what the machine itself costs. */
const referenceMs = 3_000;

const folder = mkdtempSync(join(tmpdir(), 'dateline-locks-'));
const path = join(folder, 'archive.db');
const env = { ...process.env, PORT: '0', LOG_FORMAT: 'json', DATABASE_URL: `sqlite:${path}` };
const children: ChildProcess[] = [];

function start(...args: string[]) {
  const child = spawn(process.execPath, ['src/main.js', ...args], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return { child, lines, output };
}

async function serve(): Promise<string> {
  const { output } = start('serve', '--seed');
  for await (const line of output) {
    const url = /on (http:[^\s"]+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The server ended.');
}

async function run(...args: string[]): Promise<string[]> {
  const { child, lines } = start(...args);
  child.stdin.end();
  await once(child, 'close');
  return lines;
}

/** Asks again and again until the lock is free. Returns the 99th percentile and the slowest answer in ms. */
async function measure(
  url: string,
  isHeld: () => boolean,
): Promise<{ p99: number; slowest: number; answers: number; failed: number }> {
  const times: number[] = [];
  let failed = 0;
  while (isHeld()) {
    const begun = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    times.push(performance.now() - begun);
    if (!response.ok) failed += 1;
    await pause(everyMs);
  }
  times.sort((a, b) => a - b);
  const [p99 = 0, slowest = 0] = [times[Math.floor(times.length * 0.99)], times.at(-1)];
  return { p99, slowest, answers: times.length, failed };
}

function say(what: string, { p99, slowest, answers, failed }: Awaited<ReturnType<typeof measure>>): void {
  process.stdout.write(
    `${what.padEnd(28)} slowest ${slowest.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms of ${answers}, ${failed} failed\n`,
  );
}

const lock = new Database(path);
try {
  const url = await serve();
  const [key = ''] = await run('key', 'create', 'bench');
  const list = await fetch(`${url}/v1/articles?limit=1`);
  const { data } = (await list.json()) as { data: { id: string }[] };
  // Loads what the first answers need.
  for (const warm of ['/healthz', '/v1/people', `/v1/articles/${data[0]?.id}/corrections`])
    await fetch(url + warm);

  let held = true;
  const isHeld = () => held;
  const free = pause(referenceMs).then(() => {
    held = false;
  });
  process.stdout.write(`while nobody holds the lock, for ${referenceMs / 1000} s:\n`);
  say('GET /healthz', await measure(`${url}/healthz`, isHeld));
  await free;

  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  lock.exec('BEGIN IMMEDIATE');
  held = true;
  const unlocked = pause(heldMs).then(() => {
    lock.exec('COMMIT');
    held = false;
  });
  const correction = fetch(`${url}/v1/articles/${data[0]?.id}/corrections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'if-match': '*', 'content-type': 'application/json' },
    body: JSON.stringify({ corrections: [{ do: 'set', standfirst: 'Corrected.' }] }),
  }).then(({ status }) => `${status} after ${seconds()}`);
  const imported = run('seed').then((lines) => `${lines.at(-1)} after ${seconds()}`);
  const [health, read] = await Promise.all([
    measure(`${url}/healthz`, isHeld),
    measure(`${url}/v1/people?limit=2`, isHeld),
  ]);
  await unlocked;
  process.stdout.write(`while another process holds the write lock for ${heldMs / 1000} s:\n`);
  say('GET /healthz', health);
  say('GET /v1/people', read);
  process.stdout.write(`correction: ${await correction}\nseed: ${await imported}\n`);
} finally {
  for (const child of children) child.kill('SIGKILL');
  lock.close();
  rmSync(folder, { recursive: true });
}
