import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { fullPageBytes } from '../../../src/archive/queries.ts';
import { type ListFormat, listFormats } from '../../../src/publishing/formats.ts';
import { sampleArticle } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

const count = 96;
const slugs = Array.from({ length: count }, (_, index) => `flood-report-${String(index).padStart(2, '0')}`);
let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp({ responseCacheBytes: 0 });
  await api.archive.writes.writeArticles(
    slugs.map((slug, index) =>
      sampleArticle({
        headline: slug.replaceAll('-', ' '),
        publishedAt: `2030-01-01T00:${String(Math.floor(index / 2)).padStart(2, '0')}:00Z`,
        standfirst: `Number ${index}.`,
        body: `${'The river é rose again. '.repeat(2_200)}\n`,
      }),
    ),
  );
});
afterAll(() => api.close());

const list = 'limit=100&from=2030-01-01';
const slugsIn: Record<string, (text: string) => string[]> = {
  csv: (text) => parse<{ slug: string }>(text, { columns: true }).map(({ slug }) => slug),
  md: (text) =>
    [...text.matchAll(/^## \[[^\]]*\]\([^)]*\/articles\/([^)]+)\)/gm)].map(([, slug = '']) => slug),
  txt: (text) => [...text.matchAll(/\/articles\/(flood-report-\d+)$/gm)].map(([, slug = '']) => slug),
  ndjson: (text) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).slug),
  json: (text) => JSON.parse(text).data.map(({ slug }: { slug: string }) => slug),
  rss: (text) => [...text.matchAll(/<link>[^<]*\/articles\/([^<]+)<\/link>/g)].map(([, slug = '']) => slug),
};

describe('a list without texts has all articles of its limit', () => {
  for (const path of [
    '/v1/articles.csv?',
    '/v1/articles.csv?fields=slug,headline&',
    '/v1/articles.csv?sort=oldest&',
    '/v1/articles.md?',
    '/v1/articles.txt?',
    '/v1/articles.ndjson?fields=slug&',
    '/v1/articles.json?fields=slug,mentions&',
    '/v1/articles.json?fields=slug,quotes&sort=relevance&q=river&',
    '/v1/articles.json?fields=slug,quotes&highlight=true&q=river&',
  ]) {
    test(path, async () => {
      const { body, headers } = await api.get(path + list);
      const [, suffix = ''] = /\.(\w+)\?/.exec(path) ?? [];
      const found = slugsIn[suffix]?.(body);
      expect(found?.toSorted()).toEqual(slugs);
      expect(headers['x-total-count']).toBe(String(count));
      expect(headers.link).not.toContain('rel="next"');
    });
  }
});

describe('a list with texts ends at its size, and its links lead to the others', () => {
  for (const path of [
    '/v1/articles.csv?include=body&',
    '/v1/articles.csv?include=body&sort=oldest&',
    '/v1/articles.md?include=body&',
    '/v1/articles.rss?',
    '/v1/articles.ndjson?',
    '/v1/articles.json?fields=slug,body&',
    '/v1/articles.json?fields=slug,body&sort=relevance&q=river&',
    '/v1/articles.json?include=body,quotes,mentions&',
  ]) {
    test(path, async () => {
      const [, suffix = ''] = /\.(\w+)\?/.exec(path) ?? [];
      const read = async (url: string | undefined) => {
        const { body, headers, statusCode } = await api.get(url ?? '');
        expect(statusCode).toBe(200);
        expect(headers['x-total-count']).toBe(String(count));
        // Only what is around the articles comes on top.
        expect(Buffer.byteLength(body)).toBeLessThan(fullPageBytes + 10_000);
        const link = (rel: string) =>
          new RegExp(`<(?:http://[^/>]*)?([^>]+)>; rel="${rel}"`).exec(String(headers.link))?.[1];
        return { found: slugsIn[suffix]?.(body) ?? [], next: link('next'), previous: link('prev') };
      };
      const pages = [await read(path + list)];
      while (pages.at(-1)?.next) pages.push(await read(pages.at(-1)?.next));
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.flatMap(({ found }) => found).toSorted()).toEqual(slugs);
      const back = [pages.at(-1)?.found ?? []];
      let { previous } = pages.at(-1) ?? {};
      while (previous) {
        const page = await read(previous);
        back.unshift(page.found);
        previous = page.previous;
      }
      expect(back.flat()).toEqual(pages.flatMap(({ found }) => found));
    });
  }
});

test('a list is written article by article, and other work is done in between', async () => {
  const order: string[] = [];
  const format: ListFormat = {
    ...{ suffix: 'sample', mediaType: 'text/sample', name: 'Sample' },
    load: async () => () => ({
      item({ slug }) {
        order.push('item');
        return { text: slug };
      },
      list: (items) => items.map(({ text }) => text).join(),
    }),
  };
  listFormats.push(format);
  onTestFinished(() => void listFormats.splice(listFormats.indexOf(format), 1));
  let written = false;
  const result = api.get('/v1/articles.sample?sort=oldest&limit=5&from=2030-01-01').then(({ body }) => {
    written = true;
    return body;
  });
  while (!written) await setImmediate(order.push('other'));
  expect(await result).toBe(slugs.slice(0, 5).join());
  // Two such articles are a few milliseconds of work.
  expect(order.join(' ')).toMatch(/item item (other ){30,}item item (other ){30,}item/);
});
