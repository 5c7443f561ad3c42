import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../src/model/article.ts';
import { atom } from '../../src/publishing/atom.ts';
import { bodyHtml } from '../../src/publishing/body-html.ts';
import { jsonFeed } from '../../src/publishing/json-feed.ts';
import { rss } from '../../src/publishing/rss.ts';
import { parseXml } from '../../src/reading/formats/xml/parse-xml.ts';
import { childrenOf, childText, type XmlElement } from '../../src/reading/formats/xml/xml-element.ts';
import { anyArticle, listIn, middle } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

const [real] = realArticles;
if (!real) throw new Error('there are no articles');
const author = (name: string) => ({ name, kind: 'person' as const, role: null, email: null });
/** An article that has everything. */
const portrait: Article = {
  ...real,
  id: 'a1',
  publishedAt: '2014-06-25T00:00:00Z',
  authors: [author('Ann Lee'), author('Bo Ek')],
  source: { slug: 'the-harbour-post', name: 'The Harbour Post' },
  keywords: ['piers'],
  tags: [
    {
      id: 'person/ada-birch',
      type: 'person',
      slug: 'ada-birch',
      name: 'Ada Birch',
      role: null,
      count: 1,
      firstMention: null,
    },
  ],
  images: [
    { url: 'https://news.example/a.jpg', caption: 'The pier.', credit: 'AFP' },
    { url: null, caption: 'No address.', credit: null },
  ],
};

const address = z.url();
const instant = z.iso.datetime({ offset: true });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), with what it says that must and should be there. */
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  next_url: address.optional(),
  language: z.string().optional(),
  hubs: z.array(z.strictObject({ type: z.string(), url: address })).optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: address,
      external_url: address.optional(),
      title: z.string(),
      content_html: z.string(),
      summary: z.string().optional(),
      image: address.optional(),
      date_published: instant,
      date_modified: instant.optional(),
      authors: z
        .array(z.strictObject({ name: z.string(), url: address.optional() }))
        .min(1)
        .optional(),
      tags: z.array(z.string()).optional(),
      language: z.string().optional(),
    }),
  ),
});

describe('the rules of JSON Feed hold', () => {
  test('for any articles, which come back with their values', () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 3 }), (articles) => {
        const text = listIn(jsonFeed, articles);
        const { items } = JsonFeed.parse(JSON.parse(text));
        expect(items.map(({ title }) => title)).toEqual(articles.map(({ headline }) => headline));
        expect(items.map(({ content_html: html }) => html)).toEqual(articles.map(bodyHtml));
        expect(items.map(({ date_published: at }) => Date.parse(at))).toEqual(
          articles.map(({ publishedAt }) => Date.parse(publishedAt)),
        );
        expect(parseJsonFeed(text).items ?? []).toHaveLength(articles.length);
      }),
    );
  });

  test('for an article without a text', () => {
    const silent = { ...portrait, images: [], body: { text: '', blocks: [] } };
    expect(JsonFeed.parse(JSON.parse(listIn(jsonFeed, [silent]))).items).toMatchObject([
      { title: portrait.headline, content_html: '' },
    ]);
  });

  test('with the page that follows and the hub', () => {
    const { links } = middle;
    expect(JSON.parse(listIn(jsonFeed, realArticles))).toMatchObject({
      feed_url: links.self,
      next_url: links.next,
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    });
    const last = listIn(jsonFeed, [], { links: { ...links, next: null }, hub: null });
    expect(Object.keys(JSON.parse(last))).not.toContain('next_url');
  });
});

/** The root of an XML document. */
function rootOf(xml: string): XmlElement {
  const root = parseXml(xml, null);
  if (!root || 'reason' in root) throw new Error('it is no XML');
  return root;
}

/** The text of a child that has to be there, once. */
function only(element: XmlElement, name: string): string {
  const [found, ...others] = childrenOf(element, `atom:${name}`);
  if (!found || others.length > 0) throw new Error(`${name} has to be there once`);
  return found.text;
}

/** Relation and address of links. */
function linksIn(element: XmlElement): (string | undefined)[][] {
  return childrenOf(element, 'atom:link').map(({ attributes: { rel, href } }) => [rel, href]);
}

const pages = [
  ['self', 'https://news.example/v1/articles.rss?limit=1&cursor=b'],
  ['first', 'https://news.example/v1/articles.rss?limit=1'],
  ['previous', 'https://news.example/v1/articles.rss?limit=1&cursor=a'],
  ['next', 'https://news.example/v1/articles.rss?limit=1&cursor=c'],
  ['hub', 'https://hub.example/'],
];

describe('the rules of Atom hold (RFC 4287)', () => {
  test('for any articles: id, title, times and authors are where they have to be, and once', () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 3 }), (articles) => {
        const feed = rootOf(listIn(atom, articles));
        expect(feed.name).toBe('atom:feed');
        expect(childrenOf(feed, 'atom:author')).toHaveLength(1);
        const entries = childrenOf(feed, 'atom:entry');
        expect(entries).toHaveLength(articles.length);
        for (const element of [feed, ...entries]) {
          address.parse(only(element, 'id'));
          instant.parse(only(element, 'updated'));
        }
        for (const entry of entries) {
          expect(instant.parse(only(entry, 'published')) <= only(entry, 'updated')).toBe(true);
          const alternates = childrenOf(entry, 'atom:link').filter(
            ({ attributes: { rel } }) => rel === 'alternate',
          );
          const kinds = alternates.map(({ attributes: { type } }) => type);
          expect(new Set(kinds).size).toBe(kinds.length);
        }
      }),
    );
  });

  test('with the pages of the list (RFC 5005) and the hub', () => {
    const links = linksIn(rootOf(listIn(atom, realArticles)));
    for (const page of pages) expect(links).toContainEqual(page);
    expect(links).toContainEqual(['alternate', 'https://news.example/']);
  });
});

describe('the rules of RSS hold (rssboard.org/rss-specification)', () => {
  test('with the pages of the list (RFC 5005) and the hub', () => {
    const [channel] = childrenOf(rootOf(listIn(rss, realArticles)), 'channel');
    if (!channel) throw new Error('there is no channel');
    expect(linksIn(channel)).toEqual(pages);
    expect(childText(channel, 'title')).toBe('Dateline: All articles');
    expect(childText(channel, 'link')).toBe('https://news.example/');
    expect(childText(channel, 'description')).not.toBeNull();
  });

  test('with authors, tags and pictures in the elements that readers know', () => {
    const [item] = parseRssFeed(listIn(rss, [portrait])).items ?? [];
    expect(item).toMatchObject({
      guid: { value: 'https://news.example/v1/articles/a1', isPermaLink: false },
      pubDate: 'Wed, 25 Jun 2014 00:00:00 GMT',
      dc: { creators: ['Ann Lee', 'Bo Ek'], publishers: ['The Harbour Post'] },
      categories: [{ name: 'Ada Birch', domain: 'https://news.example/people' }, { name: 'piers' }],
      media: {
        contents: [
          {
            url: 'https://news.example/a.jpg',
            medium: 'image',
            description: { value: 'The pier.' },
            credits: [{ value: 'AFP' }],
          },
        ],
      },
    });
  });
});

test('Atom has authors, tags and pictures in the elements that readers know', () => {
  const [entry] = parseAtomFeed(listIn(atom, [portrait])).entries ?? [];
  expect(entry).toMatchObject({
    authors: [{ name: 'Ann Lee' }, { name: 'Bo Ek' }],
    categories: [
      { term: 'ada-birch', scheme: 'https://news.example/people', label: 'Ada Birch' },
      { term: 'piers' },
    ],
    media: { contents: [{ url: 'https://news.example/a.jpg', credits: [{ value: 'AFP' }] }] },
  });
});
