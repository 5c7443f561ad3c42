import { parseFeed } from '@rowanmanning/feed-parser';
import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { atom } from '../../src/publishing/atom.ts';
import { bodyHtml } from '../../src/publishing/body-html.ts';
import { rss } from '../../src/publishing/rss.ts';
import { anyArticle, listIn } from './invented-article.ts';

const rssParser = new RssParser();
const articles = fc.array(anyArticle, { minLength: 1, maxLength: 3 });

/** A text as XML can hold it. */
const printable = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd]/g, '')
    .trim();
/** This parser takes every text for HTML and decodes it. */
const decoded = (text: string) => decodeHTML(text) || null;

describe('any articles, whatever their texts, come out with the values that went in', () => {
  test('of RSS, as three parsers read it', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (given) => {
        const xml = listIn(rss, given);
        const one = await rssParser.parseString(xml);
        const two = parseFeed(xml);
        const three = parseRssFeed(xml);
        for (const [index, article] of given.entries()) {
          const title = printable(article.headline);
          const html = printable(bodyHtml(article));
          const link = 'https://news.example/articles/a-slug';
          const guid = `https://news.example/v1/articles/${article.id}`;
          const published = new Date(article.publishedAt);
          expect(one.items[index]).toMatchObject({
            ...(title && { title }),
            link,
            guid,
            isoDate: published.toISOString(),
            [article.summaryOnly ? 'content' : 'content:encoded']: html,
          });
          expect(two.items[index]).toMatchObject({
            title: decoded(title),
            url: link,
            id: guid,
            published,
            [article.summaryOnly ? 'description' : 'content']: decoded(html),
          });
          expect(three.items?.[index]).toMatchObject({
            ...(title && { title }),
            link,
            guid: { value: guid, isPermaLink: false },
            ...(article.summaryOnly ? { description: html } : { content: { encoded: html } }),
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  test('of Atom, as three parsers read it', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (given) => {
        const xml = listIn(atom, given);
        const one = await rssParser.parseString(xml);
        const two = parseFeed(xml);
        const three = parseAtomFeed(xml);
        for (const [index, article] of given.entries()) {
          const title = printable(article.headline);
          const html = printable(bodyHtml(article));
          const id = `https://news.example/v1/articles/${article.id}`;
          expect(one.items[index]).toMatchObject({
            ...(title && { title }),
            id,
            [article.summaryOnly ? 'summary' : 'content']: html,
          });
          expect(two.items[index]).toMatchObject({
            title: decoded(title),
            id,
            published: new Date(article.publishedAt),
            [article.summaryOnly ? 'description' : 'content']: decoded(html),
          });
          expect(three.entries?.[index]).toMatchObject({
            id,
            ...(title && { title: { value: title } }),
            [article.summaryOnly ? 'summary' : 'content']: { value: html, type: 'html' },
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});
