/**
 * `npm run bench:trace [-- --checkout DIR] [--names]`: prints which of our files and functions run for one request.
 * Each request goes over a real socket to a new server with the articles of bench/sample. It is the first of its
 * kind there (cold) or the second (hot). V8's precise coverage counts the calls. `--checkout` traces another checkout
 * of the project, also one with the older layout; `--names` lists the functions.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { freePort, startProcess } from '../serving/contender.ts';
import { type CallCounter, type CallsByFile, openCallCounter } from './call-counter.ts';

/** Time for a server to finish its work after the client has the response, in ms. */
const SETTLE_MS = 20;
/** Time for a server to finish its start after it answers, in ms. */
const START_MS = 1_000;

const { values } = parseArgs({
  options: {
    checkout: { type: 'string', default: '.' },
    /** Prints the names of the functions too. */
    names: { type: 'boolean', default: false },
  },
});
const checkout = resolve(values.checkout);
const ours = join(checkout, 'src/');
const sample = fileURLToPath(new URL('../sample', import.meta.url));
const run = promisify(execFile);

interface Server {
  /** Sends a request and returns the body. Throws an Error if the status is not 200. */
  get(path: string): Promise<string>;
  inspectorPort: number;
  stop(): Promise<void>;
}

async function startServer(database: string): Promise<Server> {
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const { stop } = await startProcess(
    process.execPath,
    [`--inspect=127.0.0.1:${inspectorPort}`, join(checkout, 'src/main.js'), 'serve'],
    {
      url: `${origin}/healthz`,
      cwd: checkout,
      env: {
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: `sqlite:${database}`,
        WEB_CONCURRENCY: '1',
      },
    },
  );
  const get = async (path: string) => {
    const response = await fetch(`${origin}${path}`);
    const text = await response.text();
    if (response.status !== 200)
      throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
    return text;
  };
  return { get, inspectorPort, stop };
}

/** A request to trace; a hot one was answered before. */
interface Trace {
  name: string;
  path: string;
  hot: boolean;
}

const List = z.object({
  data: z.array(
    z.object({ slug: z.string(), publishedAt: z.string(), tags: z.array(z.object({ id: z.string() })) }),
  ),
});

/** Imports the sample with the checkout's own code, so that the archive has its schema. */
async function importSample(database: string): Promise<void> {
  const files = ['digitalgov', '18f'].map((name) => join(sample, `public-domain-news/${name}.jsonl`));
  const settings = ['--source', 'Sample', '--time-zone', 'UTC', '--language', 'en'];
  await run(process.execPath, [join(checkout, 'src/main.js'), 'import', ...files, ...settings], {
    cwd: checkout,
    env: { ...process.env, DATABASE_URL: `sqlite:${database}` },
  });
}

/** Chooses the requests by what the archive holds. */
function tracesOf(newest: string): Trace[] {
  const articles = List.parse(JSON.parse(newest)).data;
  // One from the middle: it has both neighbours.
  const one = articles.slice(8).find(({ tags }) => tags.length > 0);
  const tag = one?.tags[0]?.id;
  if (one === undefined || tag === undefined) throw new Error('no article of the sample has a tag');
  const list = `/v1/articles?tag=${tag}&date=${one.publishedAt.slice(0, 4)}`;
  const article = `/v1/articles/${one.slug}`;
  return [
    { name: 'list of a tag in a year, cold', path: list, hot: false },
    { name: 'list of a tag in a year, hot', path: list, hot: true },
    { name: 'article, cold', path: article, hot: false },
    { name: 'article, hot', path: article, hot: true },
    { name: 'search, cold', path: '/v1/articles?q=government', hot: false },
  ];
}

/** Returns what a request calls on each of two servers, so that what a timer called by chance is left out. */
async function callsOf(trace: Trace, database: string): Promise<CallsByFile> {
  const [one, other] = await Promise.all([callsOnce(trace, database), callsOnce(trace, database)]);
  return new Map(
    [...one].flatMap(([file, names]) => {
      const both = names.filter((name) => other.get(file)?.includes(name));
      return both.length > 0 ? [[file, both]] : [];
    }),
  );
}

async function callsOnce({ path, hot }: Trace, database: string): Promise<CallsByFile> {
  const server = await startServer(database);
  try {
    if (hot) await server.get(path);
    const counter = await openCallCounter(server.inspectorPort);
    await server.get('/healthz');
    await pause(START_MS);
    await waitForTimers(counter);
    await server.get(path);
    await pause(SETTLE_MS);
    const calls = await counter.take(ours);
    counter.close();
    return calls;
  } finally {
    await server.stop();
  }
}

/** Waits until a timer of the server has run, so that it does not run again during the request; at most a second. */
async function waitForTimers(counter: CallCounter): Promise<void> {
  await counter.take(ours);
  for (const end = performance.now() + 1_000; performance.now() < end; ) {
    await pause(5);
    if ((await counter.take(ours)).size > 0) return;
  }
}

/** The folder of a file, at most two levels below `src`: `src/archive/sqlite`. */
const folderOf = (file: string) => dirname(relative(checkout, file)).split('/').slice(0, 3).join('/');

function print({ name, path }: Trace, calls: CallsByFile): void {
  const functions = [...calls.values()].reduce((sum, names) => sum + names.length, 0);
  process.stdout.write(`\n${name}: ${calls.size} files, ${functions} functions\n  GET ${path}\n`);
  const folders = Map.groupBy(calls, ([file]) => folderOf(file));
  for (const [folder, files] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const count = files.reduce((sum, [, names]) => sum + names.length, 0);
    process.stdout.write(
      `  ${folder.padEnd(28)} ${String(files.length).padStart(3)} files ${String(count).padStart(4)} functions\n`,
    );
    if (!values.names) continue;
    for (const [file, names] of files) {
      process.stdout.write(`      ${relative(checkout, file)}: ${names.join(', ')}\n`);
    }
  }
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-trace-'));
try {
  const database = join(folder, 'sample.db');
  await importSample(database);
  const first = await startServer(database);
  const newest = await first.get('/v1/articles').finally(first.stop);
  for (const trace of tracesOf(newest)) print(trace, await callsOf(trace, database));
} finally {
  await rm(folder, { recursive: true });
}
