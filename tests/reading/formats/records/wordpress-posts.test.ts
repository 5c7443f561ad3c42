import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { ndjson } from '../../../../src/reading/formats/ndjson/ndjson.ts';
import { draftOf, reasonsOf, settings } from '../readings.ts';

const read = (value: unknown) => draftOf(json, JSON.stringify(value));
const text = 'The ferry to Alba sailed again on Monday, six weeks after its engine failed in a storm.';
const html = `<p>${text}</p><p>It was full.</p>`;
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);

const post = {
  id: 5,
  date: '2025-05-05T09:00:00',
  date_gmt: '2025-05-05T08:00:00',
  modified_gmt: '2025-05-06T10:00:00',
  guid: { rendered: 'https://alba.example/?p=5' },
  status: 'publish',
  type: 'post',
  link: 'https://alba.example/ferry/',
  title: { rendered: 'Ferry sails &#8211; again' },
  content: { rendered: html, protected: false },
  excerpt: { rendered: '<p>The ferry to Alba sailed again [&hellip;]</p>', protected: false },
  author: 2,
  categories: [3],
  tags: [],
};

describe('WordPress', () => {
  test('numbers of other records are no names, which is said', () => {
    const draft = read([post]);
    expect(draft).toMatchObject({
      headline: 'Ferry sails – again',
      standfirst: null,
      authors: [],
      keywords: [],
      publishedAt: '2025-05-05T08:00:00Z',
      updatedAt: '2025-05-06T10:00:00Z',
    });
    expect(codes(draft)).toEqual(['numbers-without-names']);
  });

  test('names, terms and the picture are those of _embed, and co-authors go before the account', () => {
    const _embedded = {
      author: [{ id: 2, name: 'desk' }],
      'wp:featuredmedia': [
        {
          source_url: 'https://alba.example/f.jpg',
          alt_text: 'A ship',
          caption: { rendered: '<p>The ferry.</p>' },
          media_type: 'image',
          mime_type: 'image/jpeg',
          media_details: { width: 1200, height: 800 },
        },
      ],
      'wp:term': [
        [{ name: 'Isles &amp; coast', taxonomy: 'category' }],
        [{ name: 'ferry', taxonomy: 'post_tag' }],
        [{ name: 'Moira Ross', taxonomy: 'author' }],
        [{ name: 'pll_5', taxonomy: 'post_translations' }],
      ],
    };
    const draft = draftOf(ndjson, JSON.stringify({ ...post, _embedded }));
    expect(draft).toMatchObject({
      byline: 'Moira Ross',
      sections: ['Isles & coast'],
      keywords: ['Isles & coast', 'ferry'],
      images: [
        {
          ...{ url: 'https://alba.example/f.jpg', caption: 'The ferry.', alt: 'A ship' },
          ...{ width: 1200, height: 800, type: 'image/jpeg' },
        },
      ],
      warnings: [],
    });
    expect(draft.unused).toEqual(['guid']);
  });

  test('pages are counted', () => {
    expect(
      reasonsOf(json, JSON.stringify([post, { ...post, type: 'page' }, { ...post, type: 'page' }])),
    ).toEqual(['2 pages left out; only posts are articles']);
  });

  test('an answer of WordPress.com is read', () => {
    const other = {
      ...{ ID: 5, site_ID: 1, URL: 'https://alba.example/f', title: 'Ferry', content: html, excerpt: '' },
      ...{
        author: { name: 'Moira Ross' },
        date: '2025-05-05T09:00:00+01:00',
        modified: '2025-05-05T09:00:00+01:00',
      },
      ...{ categories: { Isles: {} }, tags: { ferry: {} }, status: 'publish', type: 'post' },
    };
    expect(read({ found: 1, posts: [other] })).toMatchObject({
      ...{ byline: 'Moira Ross', sections: ['Isles'], keywords: ['Isles', 'ferry'] },
      publishedAt: '2025-05-05T08:00:00Z',
    });
  });

  test('a declared field goes before what the API says', () => {
    const given = { ...settings, map: { headline: 'acf.title' } };
    const draft = draftOf(json, JSON.stringify([{ ...post, acf: { title: 'Own' } }]), 'a', given);
    expect(draft).toMatchObject({ headline: 'Own', publishedAt: '2025-05-05T08:00:00Z' });
  });
});
