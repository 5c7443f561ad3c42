import { afterEach, expect, test, vi } from 'vitest';
import { likelyLabels } from '../../src/archive/core/article-json/likely-labels.ts';
import { prepareArticle } from '../../src/archive/core/article-json/prepared-article.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openBatches } from '../../src/importing/batches.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function batchesOf(size: number) {
  const archive = await openArchive({ engine: 'sqlite', path: ':memory:' });
  const stored: number[] = [];
  const batches = openBatches(archive, {
    size,
    job: 'job',
    position: 0,
    known: new Set(),
    onStored: (results) => stored.push(results.length),
  });
  const add = (number: number) => {
    const article = sampleArticle({ headline: `Number ${number}` });
    return batches.add(prepareArticle(article, likelyLabels(new Map(), article)));
  };
  return { archive, batches, stored, add };
}

test('a batch is written when it is full, and what is left at the end', async () => {
  const { batches, stored, add } = await batchesOf(2);
  for (let number = 0; number < 5; number++) await add(number);
  expect(stored).toEqual([2, 2]);
  await batches.flush();
  expect(stored).toEqual([2, 2, 1]);
});

test('slow input does not wait for the batch to fill', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { stored, add } = await batchesOf(100);
  await add(1);
  vi.setSystemTime(Date.now() + 6_000);
  await add(2);
  expect(stored).toEqual([2]);
});

test('the checkpoint counts documents whose articles are all stored', async () => {
  const { archive, batches, add } = await batchesOf(3);
  await add(1);
  batches.endDocument();
  await add(2);
  await add(3);
  expect(await archive.imports.position('job')).toBe(1);
  batches.endDocument();
  await batches.flush();
  expect(await archive.imports.position('job')).toBe(2);
});
