import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Article, ArticleCard } from '../../src/model/article.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { connect } from './connect.ts';

const people = Array.from({ length: 2_000 }, (_, index) => `person/p${index}` as const);
const paragraphs = Array.from(
  { length: 900 },
  (_, index) => `Paragraph ${index} has some words, all of them its own.`,
);

let sample: SampleApp;
let client: Client;
beforeAll(async () => {
  sample = await openSampleApp();
  const quotes = people.slice(0, 600).map((speaker, index) => ({ exact: `We said so ${index}`, speaker }));
  await sample.archive.writes.writeArticles([
    sampleArticle({ headline: 'Honours list', body: paragraphs.join('\n\n'), tags: people, quotes }),
  ]);
  client = await connect(sample.app);
});
afterAll(async () => {
  await client.close();
  await sample.close();
});

async function part(from?: number) {
  const { content, structuredContent } = await client.callTool({
    name: 'get_article',
    arguments: { article: 'honours-list', from },
  });
  const [first] = Array.isArray(content) ? content : [];
  const text = first?.type === 'text' ? first.text : '';
  const { data } = Object(structuredContent);
  return {
    text,
    article: Article.parse(data),
    bytes: JSON.stringify(structuredContent).length + text.length,
  };
}

test('get_article returns a long article in bounded parts, which together are the whole', async () => {
  const whole = Article.parse((await sample.get('/v1/articles/honours-list')).json().data);
  let from: number | undefined;
  let body = '';
  let parts = 0;
  const quotes = new Set<string>();
  do {
    const { text, article, bytes } = await part(from);
    expect(bytes).toBeLessThan(400_000);
    for (const { field, start, end, exact } of article.mentions) {
      if (field === 'body') expect(article.body.text.slice(start, end)).toBe(exact);
    }
    for (const { start, end, exact } of article.quotes) {
      expect(article.body.text.slice(start, end)).toBe(exact);
      quotes.add(exact);
    }
    expect(article.mentions.length).toBeLessThanOrEqual(200);
    expect(article.tags.length).toBeLessThanOrEqual(100);
    body += article.body.text;
    parts += 1;
    from = Number(/with from (\d+)/.exec(text)?.[1]) || undefined;
    if (parts === 1) expect(text).toContain('Only the first 100 of 2000 tags are included');
  } while (from !== undefined);
  expect(parts).toBeGreaterThan(2);
  expect(body).toBe(whole.body.text);
  expect(quotes.size).toBe(100);
});

test('a part beyond the end is empty, and says so', async () => {
  const { text, article } = await part(10_000_000);
  expect(article.body.text).toBe('');
  expect(text).toContain('This part begins at character');
});

test('lists have at most 50 tags of an article, and the resource is a part, too', async () => {
  const { structuredContent } = await client.callTool({
    name: 'search_articles',
    arguments: { q: 'honours' },
  });
  const [card] = Object(structuredContent).data;
  expect(ArticleCard.parse(card).tags).toHaveLength(50);
  const { contents } = await client.readResource({ uri: 'dateline://articles/honours-list' });
  const [resource] = contents;
  expect(resource && 'text' in resource ? resource.text.length : 0).toBeLessThan(60_000);
});
