import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf } from '../readings.ts';

const read = (value: unknown) => draftOf(json, JSON.stringify(value));
const text = 'The ferry to Alba sailed again on Monday, six weeks after its engine failed in a storm.';
const html = `<p>${text}</p><p>It was full.</p>`;

describe('Guardian', () => {
  const article = {
    ...{ id: 'isles/2025/may/05/ferry', type: 'article', sectionName: 'Isles', webTitle: 'Ferry sails' },
    ...{
      webPublicationDate: '2025-05-05T08:00:00Z',
      webUrl: 'https://paper.example/isles/2025/may/05/ferry',
    },
  };

  test('an answer without fields is a headline and a date', () => {
    expect(read({ response: { status: 'ok', results: [article] } })).toMatchObject({
      ...{ headline: 'Ferry sails', summaryOnly: true, body: { text: '' } },
      publishedAt: '2025-05-05T08:00:00Z',
    });
  });

  test('without a body, the trail is a summary; contributors are the byline', () => {
    const tags = [
      { type: 'contributor', webTitle: 'Moira Ross' },
      { type: 'keyword', webTitle: 'Ferries' },
      { type: 'tone', webTitle: 'News' },
    ];
    const results = [{ ...article, fields: { trailText: 'In <b>short</b>.' }, tags }];
    expect(read({ response: { status: 'ok', results } })).toMatchObject({
      ...{ summaryOnly: true, body: { text: 'In short.' }, byline: 'Moira Ross' },
      ...{ keywords: ['Isles', 'Ferries'], sections: ['Isles'] },
    });
  });

  test('the text may be in blocks, and a picture is the largest of its assets', () => {
    const elements = [
      {
        ...{ type: 'image', relation: 'main' },
        assets: [
          { mimeType: 'image/jpeg', file: 'https://m.example/a/master/500.jpg', typeData: { width: '500' } },
          {
            mimeType: 'image/jpeg',
            file: 'https://m.example/a/master/2000.jpg',
            typeData: {
              width: '2000',
              caption: 'The ferry.',
              credit: 'Photograph: Ola Dahl',
              altText: 'A ship',
            },
          },
        ],
      },
    ];
    const blocks = { body: [{ title: '9am', bodyHtml: html }] };
    const content = { ...article, elements, blocks, fields: { thumbnail: 'https://m.example/a/500.jpg' } };
    expect(read({ response: { status: 'ok', content } })).toMatchObject({
      summaryOnly: false,
      body: { text: `9am\n\n${text}\n\nIt was full.` },
      images: [{ width: 2000, caption: 'The ferry.', credit: 'Ola Dahl', alt: 'A ship' }, {}],
    });
  });
});

describe('NYT', () => {
  test('Top Stories have an abstract, facets that name entities, and one picture', () => {
    const results = [
      {
        ...{
          section: 'world',
          title: 'Ferry sails',
          abstract: text,
          url: 'https://t.example/a',
          uri: 'nyt://article/1',
        },
        ...{
          byline: 'By MOIRA ROSS',
          published_date: '2025-05-05T04:00:00-04:00',
          updated_date: '2025-05-05T05:00:00-04:00',
        },
        ...{
          des_facet: ['Ferries'],
          org_facet: ['Alba Lines'],
          per_facet: ['Dahl, Ola'],
          geo_facet: ['Alba (Scotland)'],
        },
        multimedia: [
          {
            url: 'https://t.example/a-thumbStandard.jpg',
            width: 75,
            height: 75,
            type: 'image',
            caption: 'The ferry.',
          },
          {
            url: 'https://t.example/a-superJumbo.jpg',
            width: 2048,
            height: 1365,
            type: 'image',
            caption: 'The ferry.',
          },
        ],
      },
    ];
    expect(read({ status: 'OK', num_results: 1, results })).toMatchObject({
      ...{ summaryOnly: true, body: { text }, publishedAt: '2025-05-05T08:00:00Z', sections: ['world'] },
      stated: [
        { type: 'person', name: 'Ola Dahl' },
        { type: 'organization', name: 'Alba Lines' },
        { type: 'place', name: 'Alba (Scotland)' },
      ],
      images: [{ url: 'https://t.example/a-superJumbo.jpg', width: 2048 }],
    });
  });

  test('a page of the archive, with the picture as an object', () => {
    const docs = [
      {
        ...{
          _id: 'nyt://article/2',
          web_url: 'https://t.example/b',
          snippet: 'In short.',
          lead_paragraph: text,
        },
        ...{
          headline: { main: 'Ferry sails' },
          byline: { original: 'By Moira Ross' },
          pub_date: '2025-05-05T08:00:00+0000',
        },
        multimedia: {
          caption: 'The ferry.',
          credit: 'AFP',
          default: { url: 'https://t.example/b.jpg', width: 600, height: 400 },
        },
        keywords: [{ name: 'Person', value: 'Dahl, Ola' }],
      },
    ];
    expect(read({ copyright: 'c', response: { docs, meta: { hits: 1 } } })).toMatchObject({
      ...{ standfirst: 'In short.', body: { text }, byline: 'Moira Ross', summaryOnly: true },
      ...{ images: [{ caption: 'The ferry.', credit: 'AFP', width: 600 }], stated: [{ name: 'Ola Dahl' }] },
    });
  });
});
