import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../../../src/archive/archive.ts';
import { ArchiveUnavailable } from '../../../../src/archive/archive-unavailable.ts';
import { openArchive } from '../../../../src/archive/open-archive.ts';
import type { Page } from '../../../../src/archive/results.ts';
import { boundedBudget } from '../../../../src/archive/sqlite/budget.ts';
import { openSqliteArchive } from '../../../../src/archive/sqlite/open.ts';
import {
  openReaderPool,
  type ReaderSettings,
} from '../../../../src/archive/sqlite/reader-pool/open-reader-pool.ts';
import { createPooledArchive } from '../../../../src/archive/sqlite/reader-pool/pooled-archive.ts';
import { type Reader, startReader } from '../../../../src/archive/sqlite/reader-pool/start-reader.ts';
import { instantOf } from '../../../../src/model/instant.ts';
import { killAtEnd } from '../../../process/kill-at-end.ts';
import { sampleAppOver } from '../../../routes/sample-app.ts';
import { allHeadlines } from '../../pages.ts';
import { BASE, filter, publicationAt, sample } from '../../random-filters.ts';
import { sampleArticle } from '../../sample-articles.ts';
import { searchFor } from '../../search-for.ts';

/** An archive in a folder of its own with twenty articles that say "tide". */
async function openShore(): Promise<{ path: string; archive: Archive }> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-apart-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path });
  await archive.writes.writeArticles(
    Array.from({ length: 20 }, (_, index) =>
      sampleArticle({ headline: `Tide n${index}`, publishedAt: instantOf(1e9 + index), tags: ['topic/sea'] }),
    ),
  );
  await archive.close();
  return { path, archive };
}

/** Waits for whatever a test does, and starts a process only when it is asked. */
const patient = { waitMs: 60_000, idleMs: 60_000, kept: 0, aheadMs: 60_000 };

/** The same archive read by processes whose facets never end. */
async function openEndless({
  limitMs = 60_000,
  ...settings
}: Partial<ReaderSettings> & { limitMs?: number } = {}) {
  const { path } = await openShore();
  const program = { module: new URL('./endless-child.ts', import.meta.url), args: [path] };
  const readers = openReaderPool(() => startReader(program, limitMs), {
    processes: 1,
    queue: 8,
    ...patient,
    ...settings,
  });
  const archive = createPooledArchive(openSqliteArchive({ path, budget: boundedBudget }), readers);
  onTestFinished(async () => archive.close());
  return {
    archive,
    path,
    facets: async () => archive.reads.facets({ search: searchFor('tide') }, ['topic'], 3),
    processId: async () => Number((await archive.reads.suggest(searchFor('tide')))[0]?.suggestion),
  };
}

const byRelevance = {
  filter: { search: searchFor('tide') },
  sort: 'relevance',
  form: 'card',
  limit: 5,
  count: 'capped',
} as const;

async function untilGone(pid: number): Promise<void> {
  const isThere = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isThere, { message: `process ${pid}` }).toBe(false);
}

test('a read that never ends is broken off and answered 503, and holds nobody else up', async () => {
  const { archive, processId } = await openEndless({ limitMs: 1_500 });
  const app = sampleAppOver(archive);
  const before = await processId();
  const endless = app.inject('/v1/articles?q=tide&facets=topic');
  let answered = 0;
  let ended = false;
  void endless.then(() => {
    ended = true;
  });
  while (!ended) {
    const { statusCode } = await app.inject(`/v1/articles?q=tide&limit=${1 + (answered % 20)}`);
    expect(statusCode).toBe(200);
    if (!ended) answered += 1;
    await turn();
  }
  const reply = await endless;
  expect(reply.statusCode).toBe(503);
  expect(reply.headers['content-type']).toBe('application/problem+json');
  expect(reply.headers['retry-after']).toBe('2');
  expect(reply.json()).toMatchObject({ type: '/problems/query-timeout', status: 503 });
  expect(answered, 'answered before it was broken off').toBeGreaterThan(1);

  await untilGone(before);
  const ranked = await app.inject('/v1/articles?q=tide&sort=relevance');
  expect(ranked.json().page.total).toEqual({ value: 20, relation: 'eq' });
  expect(await processId()).not.toBe(before);
  await app.close();
});

test('those who wait behind a read that is broken off are answered by the next process', async () => {
  const { archive, facets } = await openEndless({ limitMs: 800 });
  const [cut, ...pages] = await Promise.allSettled([
    facets(),
    archive.reads.articles(byRelevance),
    archive.reads.articles(byRelevance),
  ]);
  expect(cut).toMatchObject({ status: 'rejected', reason: { reason: 'too-slow' } });
  for (const page of pages) expect(page).toMatchObject({ value: { total: { value: 20 } } });
});

test('a process that is killed is replaced, and what it was asked is asked again', async () => {
  const { archive, facets, processId } = await openEndless({ limitMs: 1_000, processes: 1 });
  const first = await processId();
  process.kill(first, 'SIGKILL');
  await untilGone(first);
  expect(((await archive.reads.articles(byRelevance)) as Page).items).toHaveLength(5);

  const second = await processId();
  const endless = facets();
  const outcome = endless.then(
    () => 'answered',
    (error) => error.reason,
  );
  await turn();
  process.kill(second, 'SIGKILL');
  // It went to another process, and was endless there too.
  expect(await outcome).toBe('too-slow');
  expect(await processId()).not.toBe(second);
});

test('more questions than may wait are refused at once, with 503', async () => {
  const { archive, facets, processId } = await openEndless({ limitMs: 1_500, queue: 2 });
  await processId();
  const app = sampleAppOver(archive);
  const busy = facets().catch(() => undefined);
  const waiting = [0, 1].map(() => archive.reads.articles(byRelevance));
  const reply = await app.inject('/v1/articles?q=tide&sort=relevance');
  expect(reply.statusCode).toBe(503);
  expect(reply.json().type).toBe('/problems/overloaded');
  await Promise.all([busy, ...waiting]);
  await app.close();
});

test('a question that waits too long for its turn is let go', async () => {
  const { archive, facets, processId } = await openEndless({ limitMs: 9_000, waitMs: 4_000 });
  await expect(processId()).resolves.toBeGreaterThan(0);
  const busy = facets().catch((error) => error.reason);
  await expect(archive.reads.articles(byRelevance)).rejects.toMatchObject({ reason: 'too-many' });
  expect(await busy).toBe('too-slow');
});

test('while one reads on and on, another process takes what others ask', async () => {
  const { archive, facets, processId } = await openEndless({ limitMs: 20_000, processes: 2 });
  await processId();
  let ended = false;
  const busy = facets().catch(() => {
    ended = true;
  });
  await archive.reads.articles(byRelevance);
  expect(ended).toBe(false);
  await busy;
});

test('closing ends the processes, whatever they do', async () => {
  const { archive, facets, processId } = await openEndless();
  const pid = await processId();
  const endless = facets().catch((error) => error);
  await turn();
  await archive.close();
  expect(await endless).toBeInstanceOf(Error);
  await untilGone(pid);
});

test('a process without questions is ended, and another is there when one comes', async () => {
  const { processId } = await openEndless({ idleMs: 100 });
  const pid = await processId();
  await untilGone(pid);
  expect(await processId()).not.toBe(pid);
});

test('a process is started before anyone asks, and kept', async () => {
  const started: Reader[] = [];
  const { path } = await openShore();
  const module = new URL('../../../../src/archive/sqlite/reader-pool/reader-process.js', import.meta.url);
  const start = async () => {
    const reader = await startReader({ module, args: [path] }, 60_000);
    started.push(reader);
    return reader;
  };
  const readers = openReaderPool(start, {
    ...patient,
    processes: 2,
    queue: 8,
    idleMs: 50,
    kept: 1,
    aheadMs: 0,
  });
  onTestFinished(() => readers.close());
  await expect.poll(() => started.length).toBe(1);
  // Two requests at once need a second process, which ends when it is idle for too long. The first stays.
  await Promise.all([readers.read('related', ['none', 3]), readers.read('related', ['none', 3])]);
  await expect.poll(() => started.map(({ ended }) => ended)).toContain(true);
  await readers.read('related', ['none', 3]);
  expect(started.filter(({ ended }) => !ended)).toHaveLength(1);
  expect(started).toHaveLength(2);
});

test('a process ends with the one that started it', async () => {
  const { path } = await openShore();
  const holder = killAtEnd(spawn(process.execPath, [join(import.meta.dirname, 'holding-child.ts'), path]));
  const [line] = await once(holder.stdout, 'data');
  const pid = Number(String(line));
  expect(pid).toBeGreaterThan(0);
  holder.kill('SIGKILL');
  await untilGone(pid);
});

test('a process that replies after its parent was killed ends without a word', async () => {
  const { path } = await openShore();
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url));
  const script = `
    import { startReader } from ${module('../../../../src/archive/sqlite/reader-pool/start-reader.ts')};
    const program = { module: new URL(${module('./orphaned-child.ts')}), args: [${JSON.stringify(path)}] };
    const reader = await startReader(program, 600_000);
    const reply = reader.send({ read: 'suggest', given: [] });
    console.log('asked');
    await reply;`;
  const holder = killAtEnd(spawn(process.execPath, ['--input-type=module', '-e', script]));
  const printed = text(holder.stderr);
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  expect(await printed).toBe('');
});

test('an archive that can not be opened is said to be unavailable', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-apart-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const module = new URL('../../../../src/archive/sqlite/reader-pool/reader-process.js', import.meta.url);
  const start = () => startReader({ module, args: [join(folder, 'none.db')] }, 10_000);
  const readers = openReaderPool(start, { processes: 1, queue: 8, ...patient });
  await expect(readers.read('related', ['none', 3])).rejects.toBeInstanceOf(ArchiveUnavailable);
  await readers.close();
});

test('a program that can not start is no reason to wait', async () => {
  const start = () => startReader({ module: new URL('./none.ts', import.meta.url), args: [] }, 10_000);
  const readers = openReaderPool(start, { processes: 2, queue: 8, ...patient });
  const asked = [0, 1, 2].map(() => readers.read('related', ['none', 3]));
  for (const { status } of await Promise.allSettled(asked)) expect(status).toBe('rejected');
  await readers.close();
});

test('what is read apart is what is read here, written a moment before by another process', async () => {
  const { path } = await openShore();
  const apart = await openArchive({ engine: 'sqlite', path }, { queryTimeoutMs: 20_000 });
  const hasty = { ...boundedBudget, firstRange: 3, ms: { page: 0, total: 0, exactTotal: 0, ranking: 0 } };
  const module = new URL('../../../../src/archive/sqlite/reader-pool/reader-process.js', import.meta.url);
  const readers = openReaderPool(() => startReader({ module, args: [path] }, 20_000), {
    processes: 1,
    queue: 8,
    ...patient,
  });
  const giving = createPooledArchive(openSqliteArchive({ path, budget: hasty }), readers);
  const here = openSqliteArchive({ path });
  let written = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { maxLength: 6 }), filter, async (samples, narrowing) => {
      await here.writes.writeArticles(
        samples.map((each) =>
          sampleArticle({
            ...each,
            key: `k${written}`,
            publishedAt: publicationAt(each.second),
            headline: `${each.headline.join(' ')} n${written++}`,
            body: each.body.join(' '),
          }),
        ),
      );
      const edges = [-20, -2, 0, 3, 22].map((second) => instantOf(BASE + second));
      for (const archive of [apart, giving]) {
        expect(await allHeadlines(archive, { filter: narrowing, limit: 7 })).toEqual(
          await allHeadlines(here, { filter: narrowing }),
        );
        const page = { filter: narrowing, sort: 'newest', form: 'full', limit: 3, count: 'exact' } as const;
        expect(await archive.reads.articles(page)).toEqual(await here.reads.articles(page));
        const sent = await archive.reads.joinedCards({ ...page, limit: 100 });
        expect(sent.json).toBeInstanceOf(Buffer);
        expect(sent).toEqual(await here.reads.joinedCards({ ...page, limit: 100 }));
        const facets = [narrowing, ['person', 'year'], 4] as const;
        expect(await archive.reads.facets(facets[0], [...facets[1]], facets[2])).toEqual(
          await here.reads.facets(facets[0], [...facets[1]], facets[2]),
        );
        expect(await archive.reads.timeline(narrowing, edges)).toEqual(
          await here.reads.timeline(narrowing, edges),
        );
      }
    }),
    { numRuns: 15 },
  );
  for (const archive of [apart, giving, here]) await archive.close();
});
