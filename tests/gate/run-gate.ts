import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openArchive } from '../../src/archive/open-archive.ts';
import { instantOf } from '../../src/model/instant.ts';
import { listFormats } from '../../src/publishing/formats.ts';
import { arriving } from '../archive/arriving.ts';
import { startProcess } from './server-process.ts';
import { type WatchedWords, watchWords } from './watched-words.ts';

export interface GateRun {
  /** Duration of the import; longer if no publisher was killed yet. */
  seconds: number;
  /** Time between two kills of the publisher, in milliseconds. */
  killEveryMs: number;
  /** Called with each process that is started. */
  started(child: ChildProcess): void;
}

export interface GateReport {
  articles: number;
  withdrawn: number;
  kills: number;
  responses: number;
  /** Words that were shown before their time, or after their article was withdrawn. */
  faults: string[];
  /** Words that were not shown although they were due. */
  missing: string[];
}

/** Outputs that all readers ask for again and again. */
const outputs = [
  ...['', ...listFormats.map(({ suffix }) => `.${suffix}`)].map((suffix) => `/v1/articles${suffix}?limit=50`),
  '/v1/articles?q=gateword*&facets=person,topic,keyword&count=exact',
  '/v1/articles?include=body&limit=50&sort=updated',
  ...[
    '/v1/tags?limit=100',
    '/v1/keywords?limit=100',
    '/v1/quotes?limit=100',
    '/v1/sources',
    '/v1/timeline',
    '/v1',
  ],
  ...['/v1/export.ndjson?include=archive,history', '/v1/changes?include=article&limit=100', '/llms.txt'],
  ...['/', '/search?q=gateword*', '/quotes', '/keywords', '/sitemap.xml', '/news-sitemap.xml'],
];

/** Time in ms that published copy may take to appear at the end of a run, before it counts as missing. */
const patienceMs = 60_000;

/**
 * Imports embargoed copy while servers publish it, one of which is killed again and again, and while readers read every
 * output. Some articles are withdrawn. Reports each word that was seen when it must not be, and each that is missing.
 */
export async function runGate({ seconds, killEveryMs, started }: GateRun): Promise<GateReport> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-gate-'));
  const database = join(folder, 'gate.db');
  const archive = await openArchive({ engine: 'sqlite', path: database });
  const words = watchWords();
  const ids = new Map<string, string>();
  const counts = { withdrawn: 0, kills: 0, responses: 0 };
  const ending = new AbortController();
  const { signal } = ending;
  const server = await startProcess(database, started);
  const until = Date.now() + seconds * 1000;

  const importCopy = async (): Promise<void> => {
    for (let batch = 0; (Date.now() < until || counts.kills === 0) && !signal.aborted; batch += 1) {
      const made = Array.from({ length: 4 }, (_, index) =>
        copyDue(`${batch}x${index}`, 1 + ((batch + index) % 4)),
      );
      for (const { word, dueAt } of made) words.add(word, dueAt);
      const written = await archive.writes.writeArticles(made.map(({ article }) => article));
      for (const [index, { word }] of made.entries()) ids.set(word, written[index]?.id ?? '');
      const [old] = batch % 3 === 2 ? words.due(Date.now() - 2000) : [];
      if (old !== undefined) {
        await archive.writes.withdraw([ids.get(old) ?? '']);
        words.withdraw(old, Date.now());
        counts.withdrawn += 1;
      }
      await pause(100);
    }
  };
  const killPublishers = async (): Promise<void> => {
    while (!signal.aborted) {
      const publisher = await startProcess(database, started);
      await pause(killEveryMs, undefined, { signal }).catch(() => undefined);
      await publisher.kill();
      counts.kills += 1;
    }
  };
  const read = async (path: string): Promise<void> => {
    const from = Date.now();
    const response = await fetch(server.url + path, { signal });
    // The slug of a withdrawn article is a part of its tombstone.
    const text = (await response.text()).replace(/^\{"deleted":.*$/gm, '');
    counts.responses += 1;
    words.look(path, text, from, Date.now());
  };
  const readOutputs = async (): Promise<void> => {
    while (!signal.aborted) for (const path of outputs) await unlessAborted(signal, () => read(path));
  };
  const readStream = (): Promise<void> =>
    unlessAborted(signal, async () => {
      const response = await fetch(`${server.url}/v1/stream?last-event-id=0`, { signal });
      for await (const part of response.body ?? []) {
        // An event may have been sent before its article was withdrawn.
        const at = Date.now();
        words.look('/v1/stream', new TextDecoder().decode(part), 0, at);
      }
    });

  const background = [killPublishers(), readOutputs(), readOutputs(), readStream()];
  try {
    await Promise.race([importCopy(), Promise.all(background)]);
    const missing = await missingAtEnd(words, ids, server.url);
    return { ...counts, articles: words.size, faults: words.faults, missing };
  } finally {
    ending.abort();
    await Promise.allSettled(background);
    await server.kill();
    await archive.close();
    await rm(folder, { recursive: true });
  }
}

/** Returns an article that is held for some seconds, with a word of its own in all its parts. */
function copyDue(name: string, seconds: number) {
  const word = `gateword${name}`;
  const due = Math.ceil(Date.now() / 1000) + seconds;
  const article = arriving({
    headline: `About ${word}`,
    standfirst: `First ${word}.`,
    body: `The text has ${word} in it. It is about nothing else than ${word}.`,
    caption: `A picture of ${word}.`,
    publishedAt: instantOf(due),
    keywords: [word],
    sections: [word],
    authors: [word],
    quotes: [{ exact: `We have ${word} now` }],
    release: 'hold',
    dueAt: instantOf(due),
  });
  return { word, article, dueAt: due * 1000 };
}

/** Waits until everything that is due is shown. Returns the words that are not. */
async function missingAtEnd(
  words: WatchedWords,
  ids: ReadonlyMap<string, string>,
  url: string,
): Promise<string[]> {
  const waiting = new Set(words.due(Number.POSITIVE_INFINITY));
  for (const end = Date.now() + patienceMs; waiting.size > 0 && Date.now() < end; await pause(100)) {
    for (const word of waiting) {
      const response = await fetch(`${url}/v1/articles/${ids.get(word)}`);
      if ((await response.text()).includes(word) && response.ok) waiting.delete(word);
    }
  }
  return [...waiting];
}

async function unlessAborted(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}
