import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { connect } from './connect.ts';

const people = Array.from({ length: 2_000 }, (_, index) => `person/p${index}` as const);
const paragraphs = Array.from(
  { length: 900 },
  (_, index) => `Paragraph ${index} has some words, all of them its own.`,
);
const long = 'Hafenausbau '.repeat(2_000);

let sample: SampleApp;
let client: Client;
beforeAll(async () => {
  sample = await openSampleApp();
  const quotes = people.slice(0, 600).map((speaker, index) => ({ exact: `We said so ${index}`, speaker }));
  await sample.archive.writes.writeArticles([
    sampleArticle({ headline: 'Honours list', body: paragraphs.join('\n\n'), tags: people, quotes }),
    sampleArticle({ headline: 'One paragraph', body: '東京都知事選挙の結果。'.repeat(4_000) }),
    sampleArticle({ headline: 'Many marks', body: '"\t"'.repeat(20_000) }),
    sampleArticle({ headline: `Wide load ${long}`, standfirst: long, caption: long, authors: [long] }),
    ...Array.from({ length: 100 }, (_, index) =>
      sampleArticle({
        headline: `Port news ${index} ${'of the far harbour '.repeat(12)}`,
        standfirst: 'The council votes on the pier, on the quay and on the ferry. '.repeat(8),
        tags: people.slice(index, index + 12),
        keywords: [`Keyword ${index}`],
        quotes: [{ exact: `${index} ${'We will build the pier. '.repeat(60)}`, speaker: 'person/ada-birch' }],
      }),
    ),
  ]);
  client = await connect(sample.app);
});
afterAll(async () => {
  await client.close();
  await sample.close();
});

const Result = z.object({
  content: z.tuple([z.object({ text: z.string() })]),
  structuredContent: z.looseObject({}),
});
const List = z.object({
  data: z.array(z.looseObject({})),
  page: z.object({ next: z.string().nullable(), total: z.object({ value: z.int() }) }),
});
const Part = z.object({
  data: z.looseObject({
    body: z.object({ text: z.string() }),
    quotes: z.array(z.object({ exact: z.string() })),
    tags: z.array(z.unknown()).optional(),
  }),
  page: z.object({ next: z.int().nullable() }),
});

/** Calls a tool, and checks that both forms of the answer are bounded. */
async function call(name: string, given: Record<string, unknown>) {
  const { content, structuredContent: data } = Result.parse(
    await client.callTool({ name, arguments: given }),
  );
  const [{ text }] = content;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
  expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(20_000);
  return { text, data };
}

describe('a list', () => {
  test.each([
    ['search_articles', { limit: 100 }],
    ['search_articles', { q: 'harbour', highlight: true, facets: 'person,keyword,source,year', limit: 100 }],
    ['list_people', { limit: 100 }],
    ['list_tags', { limit: 100, topic: '-nothing' }],
    ['quotes_by', { person: 'ada-birch', limit: 100 }],
  ])('of %s %j is bounded, and its cursors lead to every item once', async (name, given) => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    let total = 0;
    do {
      const { text, data } = await call(name, { ...given, cursor });
      const list = List.parse(data);
      expect(list.data.length).toBeGreaterThan(0);
      seen.push(...list.data.map((item) => JSON.stringify(item)));
      total = list.page.total.value;
      cursor = list.page.next;
      if (cursor) expect(text).toContain(`More: call again with cursor ${cursor}`);
    } while (cursor && seen.length < 400);
    expect(new Set(seen).size).toBe(seen.length);
    if (!cursor) expect(seen.length).toBe(total);
  });

  test('says where it has fewer items than requested', async () => {
    const { text } = await call('search_articles', { limit: 100 });
    expect(text).toMatch(/108 in all\. \d\d shown, as many as fit into one answer\./);
    expect((await call('search_articles', { limit: 2 })).text).toContain('2 shown.');
  });
});

describe('an article', () => {
  test.each(['honours-list', 'one-paragraph', 'many-marks'])(
    '%s comes in parts, which together are the whole',
    async (article) => {
      const whole = (await sample.get(`/v1/articles/${article}`)).json().data;
      let from: number | null = 0;
      let body = '';
      let quotes = 0;
      while (from !== null) {
        const { text, data } = await call('get_article', { article, from });
        const part = Part.parse(data);
        body += part.data.body.text;
        quotes += part.data.quotes.length;
        if (part.page.next !== null) {
          expect(part.page.next).toBeGreaterThan(from);
          expect(text).toContain(`For the rest call get_article again with from ${part.page.next}.`);
        }
        from = part.page.next;
      }
      expect(body).toBe(whole.body.text);
      if (quotes < whole.quotes.length) expect(quotes).toBeGreaterThan(10);
    },
  );

  test('with more tags and quotes than fit says so, and where the others are', async () => {
    const { text, data } = await call('get_article', { article: 'honours-list' });
    const { tags = [] } = Part.parse(data).data;
    expect(tags.length).toBeGreaterThan(10);
    expect(text).toContain(
      `Only the first ${tags.length} of 2000 tags are included; the API has all at /v1/articles/honours-list.`,
    );
  });

  test('with endless fields is bounded', async () => {
    const { data } = await call('search_articles', { q: 'headline:wide' });
    const { slug } = z.object({ slug: z.string() }).parse(List.parse(data).data[0]);
    expect((await call('get_article', { article: slug })).text).toContain('Wide load Hafenausbau');
  });

  test('beyond its end is empty, and says so', async () => {
    const { text, data } = await call('get_article', { article: 'honours-list', from: 10_000_000 });
    expect(Part.parse(data).data.body.text).toBe('');
    expect(text).toContain('This part begins at character');
  });

  test('that a user attaches is bounded, too', async () => {
    const { contents } = await client.readResource({ uri: 'dateline://articles/honours-list' });
    const [resource] = contents;
    expect(resource && 'text' in resource ? resource.text.length : 0).toBeLessThanOrEqual(60_000);
  });
});

test('a query of the maximum length is bounded where it is repeated', async () => {
  const { text } = await call('timeline', { q: 'pier '.repeat(30), tag: `-${'x'.repeat(190)}`, by: 'year' });
  expect(text).toContain('by year');
});
