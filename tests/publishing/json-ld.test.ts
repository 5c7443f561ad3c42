import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleHtml } from '../../src/publishing/article-html.ts';
import { jsonLd, jsonLdList } from '../../src/publishing/json-ld.ts';
import { anyArticle, listIn, site } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

const address = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: true });

/**
 * What Google reads of a NewsArticle (developers.google.com/search/docs/appearance/structured-data/article): nothing
 * is required, and recommended are author, author.name, author.url, dateModified, datePublished, headline and image.
 * What is there has to be of the type that it names.
 */
const NewsArticle = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('NewsArticle'),
  '@id': address,
  url: address,
  mainEntityOfPage: z.object({ '@type': z.literal('WebPage'), '@id': address }),
  headline: z.string().min(1),
  datePublished: instant,
  dateModified: instant,
  author: z
    .array(
      z.object({
        '@type': z.enum(['Person', 'Organization']),
        name: z.string().min(1),
        url: address.optional(),
      }),
    )
    .min(1),
  publisher: z.object({ '@type': z.literal('Organization'), name: z.string().min(1) }).optional(),
  image: z
    .array(z.looseObject({ '@type': z.literal('ImageObject'), url: address }))
    .min(1)
    .optional(),
  inLanguage: z.string().optional(),
  isBasedOn: address.optional(),
  about: z.array(z.looseObject({ '@type': z.string(), name: z.string(), url: address })).optional(),
  mentions: z.array(z.looseObject({ '@type': z.string(), name: z.string(), url: address })).optional(),
});

const person = { id: 'person/number-0', type: 'person' as const, slug: 'number-0', name: 'Ann Lee' };
const known = new Map([
  [person.id, { description: 'A reporter.', externalIds: { wikidata: 'Q1', mediatopic: null } }],
]);

describe('what search engines ask of a NewsArticle holds for', () => {
  test('any article, whatever its texts', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const data = NewsArticle.parse(JSON.parse(jsonLd(article, site, known)));
        expect(data.headline).toBe(article.headline);
        expect(data.datePublished).toBe(article.publishedAt);
        expect(data.dateModified >= data.datePublished).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('every article of a list', () => {
    const list = JSON.parse(listIn(jsonLdList, realArticles, { known }));
    expect(list).toMatchObject({ '@context': 'https://schema.org', '@type': 'ItemList' });
    expect(list.itemListElement).toHaveLength(realArticles.length);
    for (const [index, { position, item }] of list.itemListElement.entries()) {
      expect(position).toBe(index + 1);
      NewsArticle.parse({ '@context': 'https://schema.org', ...item });
    }
  });
});

test('an author whom the archive knows has a page, and a person is the same as in Wikidata', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const data = JSON.parse(
    jsonLd(
      {
        ...article,
        authors: [{ name: 'Ann Lee', kind: 'person', role: null, email: null }],
        tags: [{ ...person, role: null, count: 1, firstMention: null }],
      },
      site,
      known,
    ),
  );
  const page = 'https://news.example/people/number-0';
  expect(data.author).toEqual([{ '@type': 'Person', name: 'Ann Lee', url: page }]);
  expect(data.mentions).toEqual([
    {
      '@type': 'Person',
      '@id': page,
      name: 'Ann Lee',
      url: page,
      description: 'A reporter.',
      sameAs: ['http://www.wikidata.org/entity/Q1'],
    },
  ]);
});

test('the publisher is the source, and left out if there is none', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const publisherOf = (source: typeof article.source) =>
    JSON.parse(jsonLd({ ...article, source }, site, known)).publisher;
  expect(publisherOf({ slug: 'a', name: 'The Harbour Post' })).toEqual({
    '@type': 'Organization',
    name: 'The Harbour Post',
  });
  expect(publisherOf(null)).toBeUndefined();
});

test('a place has its coordinates, and the address at its source', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const tag = { id: 'place/berlin', type: 'place' as const, slug: 'berlin', name: 'Berlin' };
  const sourceIds = [
    { source: null, scheme: 'https://a.example/places/', value: '9' },
    { source: 'the-post', scheme: 'geo', value: '9' },
  ];
  const details = {
    ...{ description: null, externalIds: { wikidata: 'Q64', mediatopic: null } },
    ...{ geo: { latitude: 52.5, longitude: 13.4 }, sourceIds },
  };
  const tags = [{ ...tag, role: null, count: 1, firstMention: null }];
  const data = JSON.parse(jsonLd({ ...article, tags, mentions: [] }, site, new Map([[tag.id, details]])));
  expect(data.mentions).toMatchObject([
    {
      '@type': 'Place',
      sameAs: ['http://www.wikidata.org/entity/Q64', 'https://a.example/places/9'],
      geo: { '@type': 'GeoCoordinates', latitude: 52.5, longitude: 13.4 },
    },
  ]);
});

describe('as a page', () => {
  test('any article is HTML whose texts are text, with the same data for search engines', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { document } = parseHTML(articleHtml(article, site, known));
        const scripts = [...document.querySelectorAll('script')];
        expect(scripts).toHaveLength(1);
        expect(JSON.parse(scripts[0]?.textContent ?? '')).toEqual(JSON.parse(jsonLd(article, site, known)));
        expect(document.querySelector('h1')?.textContent).toBe(article.headline);
        for (const link of document.querySelectorAll('a[href], img[src]')) {
          expect(link.getAttribute('href') ?? link.getAttribute('src')).toMatch(/^https?:\/\//);
        }
      }),
    );
  });
});
