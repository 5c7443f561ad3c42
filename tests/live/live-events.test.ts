import { expect, onTestFinished, test, vi } from 'vitest';
import { type LiveSettings, openLiveEvents } from '../../src/live/live-events.ts';
import type { ArticleFilter } from '../../src/model/query.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

/** The streams of a new archive, without HTTP. */
async function openStreams(settings: LiveSettings = {}) {
  const { archive, again, remove } = await createArchive();
  const live = openLiveEvents(archive, settings);
  const reading: Promise<void>[] = [];
  onTestFinished(async () => {
    live.end();
    await Promise.all(reading);
    await remove();
  });
  return {
    archive,
    again,
    live,
    follow(filter: ArticleFilter = {}, since?: number) {
      const parts: string[] = [];
      const gone = new AbortController();
      const read = async () => {
        for await (const part of live.stream(filter, since, gone.signal)) parts.push(part);
      };
      reading.push(read());
      return { parts, leave: () => gone.abort() };
    },
  };
}

const nobody: ArticleFilter = { tags: { kind: 'tag', tag: { type: 'person', slug: 'nobody' } } };

test('a silent stream says that it lives', async () => {
  const { follow } = await openStreams({ heartbeatMs: 40 });
  const { parts } = follow();
  await expect.poll(() => parts.length).toBeGreaterThan(3);
  expect(parts.slice(0, 3)).toEqual(['retry: 2000\nid: 0\n\n', ': heartbeat\n\n', ': heartbeat\n\n']);
});

test('a stream that lets nothing pass still moves on, so that it need not read all again', async () => {
  const { archive, follow } = await openStreams({ heartbeatMs: 40 });
  const { parts } = follow(nobody);
  await archive.writes.writeArticles(
    Array.from({ length: 120 }, (_, n) => sampleArticle({ headline: `Report ${n}` })),
  );
  await expect.poll(() => parts).toContain(': heartbeat\nid: 120\n\n');
  expect(parts.join('')).not.toContain('event:');
});

test('changes that do not match the filter do not put off the heartbeat', async () => {
  const { archive, follow } = await openStreams({ heartbeatMs: 500 });
  const { parts } = follow(nobody);
  // An article comes much more often than a heartbeat is due.
  const writeAndCount = async () => {
    await archive.writes.writeArticles([sampleArticle({ headline: 'Report' })]);
    return parts.filter((part) => part.startsWith(': heartbeat')).length;
  };
  await expect.poll(writeAndCount, { interval: 50 }).toBeGreaterThanOrEqual(2);
});

test('many who keep up with the same filter cost one read a change', async () => {
  const { archive, follow } = await openStreams();
  const followers = Array.from({ length: 30 }, () => follow());
  await expect.poll(() => followers.every(({ parts }) => parts.length === 1)).toBe(true);
  const reads = vi.spyOn(archive.reads, 'matchingCards');
  await archive.writes.writeArticles([sampleArticle({ headline: 'News' })]);
  await expect.poll(() => followers.every(({ parts }) => parts.length === 2)).toBe(true);
  expect(reads.mock.calls.filter(([ids]) => ids.length > 0).length).toBe(1);
  expect(new Set(followers.map(({ parts }) => parts[1])).size).toBe(1);
});

test('a change that another connection commits is seen', async () => {
  const { again, follow } = await openStreams();
  const { parts } = follow();
  const elsewhere = await again();
  await elsewhere.writes.writeArticles([sampleArticle({ headline: 'From elsewhere' })]);
  await expect.poll(() => parts.join('')).toContain('"headline":"From elsewhere"');
});

test('what was deleted before it is told comes only as deleted', async () => {
  const { archive, follow } = await openStreams();
  const [written] = await archive.writes.writeArticles([sampleArticle({ headline: 'Gone' })]);
  await archive.writes.writeArticles([sampleArticle({ headline: 'Stays' })]);
  await archive.writes.withdraw([written?.id ?? '']);
  const { parts } = follow({}, 0);
  await expect
    .poll(() => parts.join('').match(/event: .*/g))
    .toEqual(['event: article.new', 'event: article.deleted']);
});

test('one that leaves gives its place to another', async () => {
  const { live, follow } = await openStreams({ streams: 1 });
  const { leave, parts } = follow();
  await expect.poll(() => parts.length).toBe(1);
  expect(live.hasRoom()).toBe(false);
  leave();
  await expect.poll(() => live.hasRoom()).toBe(true);
});
