import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { instantOf } from '../../src/model/instant.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { sampleAppOver } from '../routes/sample-app.ts';

const people = 50;
const articles = 1000;

test('while another process imports unrelated articles, what has not changed answers 304', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path });
  const written = await archive.writes.writeArticles(
    Array.from({ length: articles }, (_, index) =>
      sampleArticle({
        headline: `Harbour report ${index}`,
        publishedAt: instantOf(Date.UTC(2024, 0, 1) / 1000 + index * 3600),
        tags: [`person/reporter-${index % people}`, 'topic/harbours'],
      }),
    ),
  );
  const app = sampleAppOver(archive, { responseCacheBytes: 2 ** 26 });
  const persons = Array.from({ length: people }, (_, index) => `/v1/people/reporter-${index}`);
  const unrelated = [
    ...written.map(({ slug }) => `/v1/articles/${slug}`),
    ...persons,
    ...persons.map((person) => `${person}/articles.rss`),
  ];
  const lists = [
    '/v1/articles',
    '/v1/articles?topic=harbours',
    '/v1/articles?q=harbour&from=2024',
    '/v1/people?sort=newest&limit=10',
    '/v1/quotes',
  ];
  const known = new Map<string, { etag: string; body: string }>();
  const read = async (url: string) => {
    const { headers, body } = await app.inject(url);
    return { etag: String(headers.etag), body };
  };
  for (const url of [...unrelated, ...lists]) known.set(url, await read(url));

  /** Asks for everything with the entity tags that it had. Returns how many answered 304. */
  const revalidate = async (): Promise<number> => {
    let unchanged = 0;
    for (const [url, before] of known) {
      // A snapshot lasts for one iteration of the event loop, which `inject` does not end.
      await setImmediate();
      const { statusCode, headers, body } = await app.inject({
        url,
        headers: { 'if-none-match': before.etag },
      });
      if (statusCode === 304) {
        unchanged += 1;
        continue;
      }
      expect(statusCode, url).toBe(200);
      expect(body, `${url} has the same bytes and another entity tag`).not.toBe(before.body);
      known.set(url, { etag: String(headers.etag), body });
    }
    return unchanged;
  };

  const importer = fork(fileURLToPath(new URL('importing-process.ts', import.meta.url)), [path]);
  let isDone = false;
  const done = new Promise<void>((resolve) => {
    importer.on('message', (message) => {
      if (message !== 'done') return;
      isDone = true;
      resolve();
    });
  });
  await once(importer, 'message');
  const { revision: begun } = await archive.state();
  do {
    expect(await revalidate()).toBeGreaterThanOrEqual(unrelated.length);
  } while (!isDone);
  await done;
  const { revision: ended } = await archive.state();
  expect(ended).toBeGreaterThan(begun);
  // Once more with nothing written meanwhile: everything is known, lists too.
  await revalidate();
  expect(await revalidate()).toBe(known.size);
  expect((await app.inject('/v1')).json().data.counts.articles).toBe(articles + 5000);
  if (importer.exitCode === null) await once(importer, 'exit');
  await app.close();
  await archive.close();
  rmSync(folder, { recursive: true });
});
