import { expect, onTestFinished, test } from 'vitest';
import { purgeCdn } from '../../src/live/purge-cdn.ts';
import { isPublicAddress } from '../../src/net/public-address.ts';
import { pathsOfArticle } from '../../src/server/article-paths.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { startReceiver } from './receiver.ts';

/** An archive whose withdrawals are posted to a receiver that answers as told. */
async function behindCdn(
  answer?: Parameters<typeof startReceiver>[0],
  allows: (address: string) => boolean = () => true,
) {
  const { archive, remove } = await createArchive();
  const receiver = await startReceiver(answer);
  const warnings: string[] = [];
  await archive.writes.writeArticles([sampleArticle({ headline: 'Low tide' })]);
  const sender = purgeCdn({
    archive,
    url: receiver.url,
    pathsOf: pathsOfArticle,
    allows,
    warn: (_about, message) => warnings.push(message),
    limits: { timeoutMs: 2000, everyMs: 20, delay: () => 20 },
  });
  onTestFinished(async () => {
    await sender.close();
    receiver.close();
    await remove();
  });
  await expect.poll(() => archive.webhooks.announced('cdn-purge')).toBe(1);
  const id = (await archive.changes.since(0, 1))[0]?.article ?? '';
  const posts = () => receiver.received.map(({ body }): unknown => JSON.parse(body));
  return { archive, id, posts, warnings };
}

test('the paths and the key of a withdrawn article are posted, and nothing of others', async () => {
  const { archive, id, posts } = await behindCdn();
  await archive.writes.writeArticles([sampleArticle({ headline: 'High tide' })]);
  await archive.writes.withdraw([id]);
  await expect.poll(posts).toHaveLength(1);
  const expected = ['', '.md', '/quotes', '/related.rss'].flatMap((end) => [
    `/v1/articles/low-tide${end}`,
    `/v1/articles/${id}${end}`,
  ]);
  expect(posts()).toEqual([
    { keys: [id], paths: expect.arrayContaining([...expected, '/articles/low-tide']) },
  ]);
  expect(JSON.stringify(posts())).not.toContain('high-tide');
});

test('a purged article is posted by its id', async () => {
  const { archive, id, posts } = await behindCdn();
  await archive.writes.purge([id]);
  await expect.poll(posts).toMatchObject([{ keys: [id] }]);
  expect(JSON.stringify(posts())).not.toContain('low-tide');
});

test('a post that fails is repeated, and withdrawing does not wait for it', async () => {
  const { archive, id, posts, warnings } = await behindCdn((number) => (number < 2 ? 503 : 200));
  await archive.writes.withdraw([id]);
  expect((await archive.reads.gone(id))?.kind).toBe('withdrawn');
  await expect.poll(() => archive.webhooks.announced('cdn-purge')).toBe(2);
  expect(posts()).toHaveLength(3);
  expect(warnings).toHaveLength(2);
});

test('a private address is refused, with the setting that allows it', async () => {
  const { archive, id, posts, warnings } = await behindCdn(undefined, isPublicAddress);
  await archive.writes.withdraw([id]);
  await expect.poll(() => warnings[0]).toContain('127.0.0.1 is not a public address');
  expect(warnings[0]).toContain('WEBHOOK_PRIVATE_ADDRESSES=true');
  expect(posts()).toEqual([]);
});
