/**
 * `npm run bench:dearest [-- --size N] [--corpus DIR] [--only TEXT]`: prints the most expensive requests of each kind,
 * over an archive of 60,000 invented articles and without the response cache. CPU is that of the server and its reader
 * processes. `held` is the longest time for which the main thread of the server let no other request run, in CPU time.
 * The first run of a request also loads its code and is listed apart.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openArchive } from '../../src/archive/open-archive.ts';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { computingTime } from '../serving/computing-time.ts';
import { freePort } from '../serving/contender.ts';
import { inventedArchive } from '../serving/generate-archive.ts';
import { type DearRequest, dearRequests } from './dear-requests.ts';
import { Held } from './hold-meter.ts';

/** Runs of a request after the first. */
const RUNS = 2;
/** Goal: nothing holds the main thread for longer, in ms. */
const MOST_HELD_MS = 150;

interface Cost {
  request: string;
  status: number;
  cpuMs: number;
  /** Longest time that the main thread let nothing else run: CPU, CPU in the first run, and time passed. */
  held: number;
  heldFirst: number;
  heldWall: number;
  kB: number;
  residentMiB: number;
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '60000' },
    corpus: { type: 'string' },
    /** Measures only requests whose path contains it. */
    only: { type: 'string', default: '' },
    top: { type: 'string', default: '20' },
  },
});
const path = await inventedArchive(Number(values.size), chooseCorpus(values.corpus));
const archive = await openArchive({ engine: 'sqlite', path }, { readOnly: true });

/** Changes the addresses of each run. */
let second = 0;
const port = await freePort();
const requests = (await dearRequests(archive, `http://localhost:${port}`)).filter((each) =>
  each.path.includes(values.only),
);
await archive.close();
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const server = fork(file('../../src/main.js'), ['serve'], {
  execArgv: ['--import', file('hold-meter.ts')],
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  env: {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: `sqlite:${path}`,
    RESPONSE_CACHE_MB: '0',
    LOG_LEVEL: 'error',
  },
});
process.on('exit', () => server.kill('SIGKILL'));
while (!(await isThere())) await pause(20);
// The first reader process starts a second later.
await pause(3_000);

const costs: Cost[] = [];
for (const request of requests) {
  const runs = [];
  // The whole export takes long enough for one more run to be exact.
  const repeats = request.path === '/v1/export.ndjson' ? 1 : RUNS;
  for (let run = 0; run <= repeats; run += 1) runs.push(await measure(request));
  const [first, ...others] = runs;
  const last = others.at(-1);
  if (!first || !last) throw new RangeError('no runs');
  costs.push({
    request:
      `${request.body ? JSON.stringify(request.body) : request.path} ${request.headers?.['accept-encoding'] ?? ''}`.slice(
        0,
        110,
      ),
    status: last.status,
    cpuMs: Math.round(Math.min(...others.map(({ cpuMs }) => cpuMs))),
    held: Math.round(Math.max(...others.map(({ held }) => held.cpuMs))),
    heldFirst: Math.round(first.held.cpuMs),
    heldWall: Math.round(Math.min(...others.map(({ held }) => held.wallMs))),
    kB: Math.round(last.bytes / 1000),
    residentMiB: last.held.residentMiB,
  });
}
const top = Number(values.top);
console.log(`The ${top} most expensive of ${costs.length} requests:`);
console.table(costs.toSorted((a, b) => b.cpuMs - a.cpuMs).slice(0, top));
const longest = costs.toSorted((a, b) => Math.max(b.held, b.heldFirst) - Math.max(a.held, a.heldFirst));
console.log('Those that held the main thread for longest:');
console.table(longest.slice(0, top));
const tooLong = costs.filter(({ held, heldFirst }) => Math.max(held, heldFirst) > MOST_HELD_MS);
console.log(`${tooLong.length} held it for more than ${MOST_HELD_MS} ms.`);
const failed = costs.filter(({ status }) => status !== 200);
if (failed.length > 0) console.table(failed);
server.kill('SIGTERM');
await once(server, 'exit');

async function measure(request: DearRequest) {
  second = (second + 1) % 60;
  const before = cpuTime();
  server.send('begin');
  const { status, bytes } = await send(request);
  // Garbage of the response, and what the server does afterwards.
  await pause(20);
  const held = once(server, 'message');
  server.send('end');
  return { status, bytes, held: Held.parse((await held)[0]), cpuMs: cpuTime() - before };
}

function cpuTime(): number {
  return computingTime(server.pid ?? 0) ?? 0;
}

async function send({ path: pattern, headers = {}, body }: DearRequest) {
  const target = pattern.replaceAll('{second}', String(second).padStart(2, '0'));
  const sent = httpRequest({ port, host: '127.0.0.1', path: target, headers, method: body ? 'POST' : 'GET' });
  sent.end(body && JSON.stringify(body));
  const [response] = await once(sent, 'response');
  let bytes = 0;
  for await (const part of response) bytes += part.length;
  return { status: Number(response.statusCode), bytes };
}

async function isThere(): Promise<boolean> {
  return send({ path: '/healthz' }).then(
    ({ status }) => status === 200,
    () => false,
  );
}
