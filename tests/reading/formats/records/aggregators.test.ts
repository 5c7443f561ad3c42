import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf } from '../readings.ts';

const read = (value: unknown) => draftOf(json, JSON.stringify(value));
const text = 'The ferry to Alba sailed again on Monday, six weeks after its engine failed in a storm.';

describe('aggregators', () => {
  const url = 'https://alba.example/f';
  test.each([
    [
      'NewsAPI',
      {
        articles: [
          {
            source: { id: null, name: 'Alba Herald' },
            author: 'Moira Ross',
            title: 'Ferry - Alba Herald',
            description: 'd',
            url,
            urlToImage: null,
            publishedAt: '2025-05-05T08:00:00Z',
            content: `${text}\r\nIt… [+1432 chars]`,
          },
        ],
      },
    ],
    [
      'GNews',
      {
        totalArticles: 1,
        articles: [
          {
            title: 'Ferry',
            description: 'd',
            content: `${text} It... [1432 chars]`,
            url,
            image: null,
            publishedAt: '2025-05-05T08:00:00Z',
            source: { name: 'Alba Herald', url },
          },
        ],
      },
    ],
    [
      'NewsData.io',
      {
        status: 'success',
        results: [
          {
            article_id: 'x',
            title: 'Ferry',
            link: url,
            creator: ['Moira Ross'],
            description: text,
            content: 'ONLY AVAILABLE IN PAID PLANS',
            pubDate: '2025-05-05 08:00:00',
            pubDateTZ: 'UTC',
            source_id: 'alba',
            source_name: 'Alba Herald',
            language: 'english',
          },
        ],
      },
    ],
    [
      'mediastack',
      {
        pagination: {},
        data: [
          {
            author: 'Moira Ross',
            title: 'Ferry',
            description: text,
            url,
            source: 'Alba Herald',
            image: null,
            category: 'general',
            language: 'en',
            country: 'gb',
            published_at: '2025-05-05T08:00:00+00:00',
          },
        ],
      },
    ],
    [
      'TheNewsAPI',
      {
        meta: {},
        data: [
          {
            uuid: 'u',
            title: 'Ferry',
            description: text,
            keywords: '',
            snippet: 's',
            url,
            image_url: null,
            language: 'en',
            published_at: '2025-05-05T08:00:00.000000Z',
            source: 'Alba Herald',
            categories: ['general'],
          },
        ],
      },
    ],
    [
      'Currents',
      {
        status: 'ok',
        news: [
          {
            id: 'c',
            title: 'Ferry',
            description: text,
            url,
            author: 'Moira Ross',
            image: 'None',
            language: 'en',
            category: ['world'],
            published: '2025-05-05 08:00:00 +0000',
          },
        ],
      },
    ],
    [
      'Bing',
      {
        _type: 'News',
        value: [
          {
            name: 'Ferry',
            url,
            description: text,
            provider: [{ name: 'Alba Herald' }],
            datePublished: '2025-05-05T08:00:00.0000000Z',
          },
        ],
      },
    ],
  ])('%s gives a summary', (_, answer) => {
    const draft = read(answer);
    expect(draft).toMatchObject({
      headline: 'Ferry',
      summaryOnly: true,
      url,
      publishedAt: '2025-05-05T08:00:00Z',
    });
    expect(draft.body.text).toContain('six weeks');
    expect(draft.body.text).not.toMatch(/chars|PAID/);
  });

  test.each([
    [
      'Event Registry',
      {
        articles: {
          results: [
            {
              uri: '1',
              lang: 'eng',
              date: '2025-05-05',
              time: '08:00:00',
              dateTime: '2025-05-05T08:00:00Z',
              dateTimePub: '2025-05-05T08:00:00Z',
              url,
              title: 'Ferry',
              body: text,
              source: { uri: 'alba.example', title: 'Alba Herald' },
              authors: [{ name: 'Moira Ross' }],
              concepts: [
                { type: 'person', label: { eng: 'Ola Dahl' }, uri: 'http://en.wikipedia.org/wiki/Ola_Dahl' },
              ],
            },
          ],
        },
      },
    ],
    [
      'Webz.io',
      {
        posts: [
          {
            thread: { uuid: 'w', site: 'alba.example', site_title: 'Alba Herald', main_image: '' },
            uuid: 'w',
            url,
            author: 'Moira Ross',
            published: '2025-05-05T08:00:00.000+00:00',
            title: 'Ferry',
            text,
            language: 'english',
            entities: { persons: [{ name: 'ola dahl' }] },
          },
        ],
      },
    ],
  ])('%s gives the text and entities', (_, answer) => {
    expect(read(answer)).toMatchObject({
      ...{ headline: 'Ferry', byline: 'Moira Ross', summaryOnly: false, source: { name: 'Alba Herald' } },
      ...{ publishedAt: '2025-05-05T08:00:00Z', stated: [{ type: 'person', name: 'Ola Dahl' }] },
    });
  });
});
