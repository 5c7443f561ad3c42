import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf } from '../readings.ts';

const read = (value: unknown) => draftOf(json, JSON.stringify(value));
const text = 'The ferry to Alba sailed again on Monday, six weeks after its engine failed in a storm.';
const html = `<p>${text}</p><p>It was full.</p>`;

describe('content systems', () => {
  test('a story of Arc XP', () => {
    const story = {
      ...{ _id: 'ARC1', type: 'story', version: '0.10.7', canonical_url: '/isles/ferry/' },
      headlines: { basic: 'Ferry sails' },
      subheadlines: { basic: 'In short.' },
      content_elements: [
        { type: 'text', content: `${text} <b>Now.</b>` },
        { type: 'header', level: 3, content: 'What next' },
        { type: 'list', list_type: 'unordered', items: [{ type: 'text', content: 'One' }] },
        { type: 'quote', content_elements: [{ type: 'text', content: 'We sail.' }] },
        { type: 'interstitial_link', content: 'Read also', url: 'https://x.example' },
        { type: 'raw_html', content: '<script>ad()</script>' },
      ],
      credits: { by: [{ type: 'author', name: 'Moira Ross' }] },
      taxonomy: { primary_section: { name: 'Isles' }, tags: [{ text: 'ferry' }] },
      promo_items: {
        basic: {
          type: 'image',
          url: 'https://a.example/f.jpg',
          caption: 'The ferry.',
          credits: { by: [{ name: 'Ola Dahl' }] },
          width: 1200,
          height: 800,
        },
      },
      ...{
        first_publish_date: '2025-05-05T08:00:00Z',
        display_date: '2025-05-06T08:00:00Z',
        publish_date: '2025-05-07T08:00:00Z',
      },
    };
    expect(read({ type: 'results', content_elements: [story] })).toMatchObject({
      ...{ headline: 'Ferry sails', standfirst: 'In short.', byline: 'Moira Ross', sections: ['Isles'] },
      ...{ keywords: ['Isles', 'ferry'], publishedAt: '2025-05-05T08:00:00Z' },
      body: { text: `${text} Now.\n\nWhat next\n\nOne\n\nWe sail.` },
      images: [{ caption: 'The ferry.', credit: 'Ola Dahl', width: 1200 }],
    });
    expect(read(story)).toMatchObject({ headline: 'Ferry sails' });
  });

  test.each([
    [
      'Strapi 4',
      {
        data: [
          {
            id: 1,
            attributes: {
              title: 'Ferry',
              body: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
              publishedAt: '2025-05-05T08:00:00Z',
            },
          },
        ],
        meta: {},
      },
    ],
    [
      'Drupal',
      {
        jsonapi: {},
        data: [
          {
            type: 'node--article',
            id: 'd',
            attributes: {
              title: 'Ferry',
              status: true,
              created: '2025-05-05T08:00:00+00:00',
              body: { value: html, processed: `<p>${text}</p>`, summary: '' },
            },
            relationships: {},
          },
        ],
      },
    ],
    [
      'Contentful',
      {
        sys: { type: 'Array' },
        items: [
          {
            sys: { id: 'c', createdAt: '2025-05-05T08:00:00Z' },
            fields: {
              title: 'Ferry',
              body: {
                nodeType: 'document',
                data: {},
                content: [
                  {
                    nodeType: 'paragraph',
                    data: {},
                    content: [{ nodeType: 'text', value: text, marks: [] }],
                  },
                ],
              },
            },
          },
        ],
      },
    ],
    [
      'Sanity',
      {
        result: [
          {
            _id: 's',
            _type: 'article',
            title: 'Ferry',
            publishedAt: '2025-05-05T08:00:00Z',
            body: [{ _type: 'block', style: 'normal', children: [{ _type: 'span', text }] }],
          },
        ],
      },
    ],
    [
      'Elasticsearch',
      {
        hits: {
          hits: [
            { _index: 'a', _id: 'e', _source: { title: 'Ferry', body: text, date: '2025-05-05T08:00:00Z' } },
          ],
        },
      },
    ],
    [
      'GraphQL',
      {
        data: {
          posts: {
            edges: [
              {
                node: {
                  title: 'Ferry',
                  content: html.replace('<p>It was full.</p>', ''),
                  date: '2025-05-05T08:00:00Z',
                },
              },
            ],
          },
        },
      },
    ],
  ])('%s', (_, answer) => {
    expect(read(answer)).toMatchObject({
      headline: 'Ferry',
      body: { text },
      publishedAt: '2025-05-05T08:00:00Z',
    });
  });

  test.each([
    {
      data: [
        { id: 1, attributes: { title: 'Ferry', body: text, createdAt: '2025-05-05', publishedAt: null } },
      ],
    },
    {
      entries: [
        { sys: { id: 'c', version: 3 }, fields: { title: { 'en-US': 'Ferry' }, body: { 'en-US': text } } },
      ],
    },
    { data: [{ documentId: 'a', title: 'Ferry', body: text, publishedAt: null, createdAt: '2025-05-05' }] },
    { result: [{ _id: 'drafts.s', _type: 'article', title: 'Ferry', body: text }] },
  ])('a draft of a content system says that it is one: %j', (value) => {
    const { release = [] } = read(value);
    expect(release.some(({ value: said }) => said === 'draft' || said === 'drafts.s')).toBe(true);
  });

  test('JSON-LD of an article, on its own or in a graph', () => {
    const article = {
      ...{
        '@type': 'NewsArticle',
        headline: 'Ferry',
        articleBody: text,
        datePublished: '2025-05-05T08:00:00Z',
      },
      ...{
        author: [{ '@type': 'Person', name: 'Moira Ross' }],
        publisher: { '@id': '#o' },
        articleSection: 'Isles',
      },
      image: {
        '@type': 'ImageObject',
        url: 'https://alba.example/f.jpg',
        width: 1200,
        caption: 'The ferry.',
      },
    };
    const organization = { '@type': 'Organization', '@id': '#o', name: 'Alba Herald' };
    for (const value of [
      { '@context': 'https://schema.org', ...article, publisher: organization },
      { '@context': 'https://schema.org', '@graph': [organization, article] },
    ]) {
      expect(read(value)).toMatchObject({
        ...{ headline: 'Ferry', byline: 'Moira Ross', source: { name: 'Alba Herald' }, sections: ['Isles'] },
        images: [{ width: 1200, caption: 'The ferry.' }],
      });
    }
  });
});
