/**
 * `npm run bench:memory`: serves 10,000 invented articles as the deployments do, requests a mix of everything for some
 * minutes, and prints the resident memory of each process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setInterval as ticks } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Agent, request } from 'undici';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { startServer } from '../serving/contenders/dateline.ts';
import { inventedArchive } from '../serving/generate-archive.ts';
import { residentMiB } from '../serving/resident-memory.ts';

/** Interval of measurements, in ms. */
const SAMPLE_MS = 500;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '180' },
    connections: { type: 'string', default: '8' },
    corpus: { type: 'string' },
    /** An archive to serve instead. */
    archive: { type: 'string' },
    /** A checkout to serve instead. */
    checkout: { type: 'string' },
  },
});

/** Ids of the processes below a process. */
function processesBelow(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap(
      (thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').match(/\d+/g) ?? [],
    );
    return children.map(Number).flatMap((child) => [child, ...processesBelow(child)]);
  } catch {
    return [];
  }
}

/** Reads lists until there are some hundred articles, and returns the paths of a mix of requests about them. */
async function mixOf(origin: string): Promise<(() => string)[]> {
  const slugs: string[] = [];
  const words: string[] = [];
  for (let path: string | null = '/v1/articles?limit=100'; path !== null && slugs.length < 2000; ) {
    const { body } = await request(`${origin}${path}`);
    const list = (await body.json()) as {
      data: { slug: string; headline: string }[];
      links: { next: string | null };
    };
    slugs.push(...list.data.map(({ slug }) => slug));
    words.push(...list.data.flatMap(({ headline }) => headline.match(/\p{L}{5,}/gu) ?? []));
    path = list.links.next;
  }
  const { body } = await request(`${origin}/v1/topics?limit=50`);
  const topics = ((await body.json()) as { data: { slug: string }[] }).data.map(({ slug }) => slug);
  const one = (list: string[]) => encodeURIComponent(list[Math.floor(Math.random() * list.length)] ?? '');
  const month = () => `20${10 + Math.floor(Math.random() * 15)}-0${1 + Math.floor(Math.random() * 9)}`;
  return [
    () => `/v1/articles?topic=${one(topics)}&to=${month()}`,
    () => `/v1/articles?limit=100&to=${month()}`,
    () => `/v1/articles/${one(slugs)}`,
    () => `/v1/articles/${one(slugs)}?include=mentions,quotes`,
    () => `/v1/articles/${one(slugs)}/related`,
    () => `/articles/${one(slugs)}`,
    () => `/search?q=${one(words)}`,
    () => `/topics/${one(topics)}`,
    () => `/v1/articles.rss?topic=${one(topics)}&to=${month()}`,
    () => `/v1/articles.atom?to=${month()}`,
    () => `/v1/articles?limit=100&include=body,quotes,mentions&to=${month()}`,
    () => `/v1/articles?q=${one(words)}&highlight=true`,
    () => `/v1/articles?q=${one(words)}%20OR%20${one(words)}&sort=relevance`,
    () => `/v1/articles?topic=${one(topics)}&facets=person,organization,place,year`,
    () => `/v1/timeline?topic=${one(topics)}`,
  ];
}

const path = values.archive ?? (await inventedArchive(Number(values.size), chooseCorpus(values.corpus)));
const server = await startServer(
  { path, ...(values.checkout && { checkout: values.checkout }) },
  { MALLOC_ARENA_MAX: '1', WEB_CONCURRENCY: '1' },
);
const root = server.pid ?? 0;
const samples = new Map<string, number[]>();
const statuses = new Map<number, number>();
const stop = new AbortController();

async function load(mix: (() => string)[], agent: Agent): Promise<void> {
  for (let turn = Math.floor(Math.random() * mix.length); !stop.signal.aborted; turn += 1) {
    const pathOf = mix[turn % mix.length];
    const { statusCode, body } = await request(`${server.origin}${pathOf?.() ?? '/'}`, {
      dispatcher: agent,
      headers: { 'accept-encoding': turn % 2 ? 'br' : 'gzip' },
    });
    await body.dump({ limit: 2 ** 30 });
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
  }
}

async function measure(): Promise<void> {
  for await (const _ of ticks(SAMPLE_MS)) {
    if (stop.signal.aborted) return;
    for (const pid of [root, ...processesBelow(root)]) {
      const memory = await residentMiB(pid).catch(() => undefined);
      if (memory === undefined) continue;
      const name = pid === root ? 'serving process' : `reader or other child ${pid}`;
      samples.set(name, [...(samples.get(name) ?? []), memory]);
    }
  }
}

try {
  const mix = await mixOf(server.origin);
  const agent = new Agent({ connections: Number(values.connections) });
  setTimeout(() => stop.abort(), Number(values.seconds) * 1000);
  await Promise.all([
    measure(),
    ...Array.from({ length: Number(values.connections) }, () => load(mix, agent)),
  ]);
} finally {
  await server.stop();
}
console.log(
  `responses by status: ${[...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')}`,
);
for (const [name, all] of samples) {
  const sorted = all.toSorted((a, b) => a - b);
  console.log(`${name}: peak ${sorted.at(-1)} MiB, median ${sorted[sorted.length >> 1]} MiB`);
}
