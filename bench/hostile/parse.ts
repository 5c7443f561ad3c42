/**
 * `npm run bench:hostile-parse [-- --minutes 10]`: sends hostile documents to `POST /v1/parse` of a server, and prints the
 * memory of its processes, the statuses, and how long honest documents and health checks take meanwhile.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { shapes } from './shapes/all.ts';
import { documentOf } from './shapes/shape.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const until = Date.now() + Number(values.minutes) * 60_000;
/** The longest document that the route accepts, in bytes. */
const longest = 2 ** 20;

const mediaTypes: Record<string, string> = {
  text: 'text/plain',
  html: 'text/html',
  markdown: 'text/markdown',
  feed: 'application/xml',
  newsml: 'application/xml',
  nitf: 'application/xml',
};

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const server = spawn(process.execPath, ['src/main.js', 'serve', '--seed'], {
  env: { ...process.env, PORT: '0', LOG_FORMAT: 'json', DATABASE_URL: `sqlite:${join(folder, 'a.db')}` },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const base = await addressOf(server);

const statuses = new Map<string, number>();
const count = (what: string) => statuses.set(what, (statuses.get(what) ?? 0) + 1);
const peaks = { server: 0, others: 0 };
const health: number[] = [];
const honest: number[] = [];

async function parse(type: string, body: string | Buffer<ArrayBuffer>, query = ''): Promise<number> {
  const response = await fetch(`${base}/v1/parse${query}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

async function attack(offset: number): Promise<void> {
  for (let turn = offset; Date.now() < until; turn += 3) {
    const shape = shapes[turn % shapes.length];
    if (shape === undefined) return;
    if (shape.format === null) continue;
    const body = documentOf(shape, longest).subarray(0, longest);
    count(
      `hostile ${await parse(mediaTypes[shape.format] ?? 'application/json', body, `?format=${shape.format}`)}`,
    );
  }
}

async function behave(): Promise<void> {
  while (Date.now() < until) {
    const started = performance.now();
    const status = await parse(
      'text/plain',
      'Pier opens\n\nBy Ann Lee\n\nThe pier was opened on Monday, Ann Lee said.',
    );
    count(`honest ${status}`);
    if (status === 200) honest.push(performance.now() - started);
    await pause(1000);
  }
}

async function watch(): Promise<void> {
  while (Date.now() < until) {
    const started = performance.now();
    await (await fetch(`${base}/healthz`)).arrayBuffer();
    health.push(performance.now() - started);
    peaks.server = Math.max(peaks.server, residentMegabytes(server.pid));
    const others = childrenOf(server.pid).map(residentMegabytes);
    peaks.others = Math.max(peaks.others, ...others);
    await pause(200);
  }
}

function childrenOf(pid = 0): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

function residentMegabytes(pid = 0): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    // It has ended.
    return 0;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let log = '';
  child.stdout?.on('data', (data) => {
    log += data;
  });
  for (;;) {
    const address = /serves .* on (http:\/\/\S+?:\d+)/.exec(log)?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`the server ended: ${log}`);
    await pause(100);
  }
}

function quantile(times: number[], share: number): string {
  const sorted = times.toSorted((one, other) => one - other);
  return `${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`;
}

try {
  await Promise.all([attack(0), attack(1), attack(2), behave(), watch()]);
  const after = residentMegabytes(server.pid);
  console.log(
    `serving process: at most ${peaks.server} MB, ${after} MB at the end; other processes: at most ${peaks.others} MB`,
  );
  console.log(
    [...statuses]
      .sort()
      .map(([what, times]) => `${what}: ${times}`)
      .join(', '),
  );
  console.log(
    `honest documents: median ${quantile(honest, 0.5)}, slowest ${quantile(honest, 1 - 1 / Math.max(1, honest.length))}`,
  );
  console.log(`health checks: median ${quantile(health, 0.5)}, 99 % below ${quantile(health, 0.99)}`);
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
}
