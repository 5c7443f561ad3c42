import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import type { Draft } from '../../src/model/draft.ts';
import { articleFormats, listFormats } from '../../src/publishing/formats.ts';
import { readDocument } from '../../src/reading/read-document.ts';
import { settings } from '../reading/formats/readings.ts';
import { listIn, site } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

/** What our own importer reads from a text, by what it says itself of its format. */
function readAgain(text: string) {
  return [...readDocument({ path: 'document', bytes: Buffer.from(text) }, settings)].map((reading) => {
    if (reading.kind === 'draft') return reading.draft;
    if (reading.kind === 'article') return reading.article;
    throw new Error(`not read: ${JSON.stringify(reading)}`);
  });
}

async function writeList(suffix: string, articles: Article[]): Promise<string> {
  const format = listFormats.find((each) => each.suffix === suffix);
  if (!format) throw new Error(`there is no format ${suffix}`);
  if ('lines' in format) return articles.map((article) => `${JSON.stringify(article)}\n`).join('');
  return listIn(await format.load(), articles, { withBody: true });
}

async function writeArticle(suffix: string, article: Article): Promise<string> {
  const format = articleFormats.find((each) => each.suffix === suffix);
  if (!format) throw new Error(`there is no format ${suffix}`);
  const write = await format.load();
  return write(article, site, new Map());
}

const essence = ({ headline, body, publishedAt, language }: Article | Draft) => ({
  headline,
  body,
  publishedAt,
  language,
});

/** A last paragraph that begins so is no text to the reader of feeds, but a link that leads to it. */
const withoutSignOff = realArticles.filter(({ body }) => !/^Read more/m.test(body.text));

describe('our own importer reads with the same headline, body, dates and language', () => {
  test.each(['rss', 'atom', 'jsonfeed'])('a list in .%s', async (suffix) => {
    expect(withoutSignOff.length).toBeGreaterThan(3);
    expect(readAgain(await writeList(suffix, withoutSignOff)).map(essence)).toEqual(
      withoutSignOff.map(essence),
    );
  });

  test.each(['ninjs', 'ndjson'])('a list in .%s', async (suffix) => {
    expect(readAgain(await writeList(suffix, realArticles)).map(essence)).toEqual(realArticles.map(essence));
  });

  test.each(['ninjs', 'md'])('an article in .%s, with its standfirst and byline', async (suffix) => {
    for (const article of realArticles) {
      const [read, ...others] = readAgain(await writeArticle(suffix, article));
      expect(others).toEqual([]);
      expect(read && essence(read)).toEqual(essence(article));
      expect(read).toMatchObject({ standfirst: article.standfirst, byline: article.byline });
    }
  });

  test('an article whose pictures have captions and credits, from ninjs', async () => {
    const [article] = realArticles;
    if (!article) throw new Error('there is none');
    const images = [{ url: 'https://news.example/a.jpg', caption: 'The pier.', credit: 'AFP' }];
    expect(readAgain(await writeArticle('ninjs', { ...article, images }))).toMatchObject([{ images }]);
  });

  test.each(['rss', 'atom', 'ninjs', 'md', 'csv', 'ndjson'])(
    'sections, keywords and authors in .%s',
    async (suffix) => {
      const [given] = withoutSignOff;
      if (!given) throw new Error('there is none');
      const article = {
        ...given,
        ...{
          byline: 'Ann Lee',
          authors: [{ ...given.authors[0], name: 'Ann Lee', kind: 'person' as const }],
        },
        ...{ tags: [], sections: ['World', 'Sea Trade'], keywords: ['World', 'Sea Trade', 'Open Data'] },
      } as Article;
      const written =
        suffix === 'md' ? await writeArticle(suffix, article) : await writeList(suffix, [article]);
      const [read] = readAgain(written);
      expect(read?.sections).toEqual(article.sections);
      expect(read?.keywords.toSorted()).toEqual(article.keywords.toSorted());
      expect(read?.authors.map(({ name }) => name)).toEqual(['Ann Lee']);
    },
  );

  test('what is only a summary, from RSS and Atom, as such', async () => {
    const [article] = realArticles;
    if (!article) throw new Error('there is none');
    const short = {
      ...article,
      summaryOnly: true,
      body: {
        text: 'The pier opens.',
        blocks: [{ kind: 'paragraph' as const, level: null, start: 0, end: 15 }],
      },
    };
    for (const suffix of ['rss', 'atom']) {
      expect(readAgain(await writeList(suffix, [short]))).toMatchObject([
        { summaryOnly: true, body: short.body },
      ]);
    }
  });
});
