import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf, readAll } from '../readings.ts';

const read = (value: unknown) => draftOf(json, JSON.stringify(value));
const text = 'The ferry to Alba sailed again on Monday, six weeks after its engine failed in a storm.';
const html = `<p>${text}</p><p>It was full.</p>`;

const lexical = (...paragraphs: string[]) =>
  JSON.stringify({
    root: {
      type: 'root',
      children: [
        ...paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'extended-text', text }] })),
        { type: 'extended-heading', tag: 'h2', children: [{ type: 'extended-text', text: 'What next' }] },
        { type: 'image', src: 'https://alba.example/f.jpg', alt: 'A ship', caption: 'The ferry.' },
        { type: 'embed', html: '<iframe></iframe>', url: 'https://v.example' },
      ],
    },
  });
const mobiledoc = JSON.stringify({
  version: '0.3.1',
  markups: [['em']],
  atoms: [['soft-return', '', {}]],
  cards: [
    ['image', { src: 'https://alba.example/f.jpg', caption: 'The ferry.' }],
    ['paywall', {}],
  ],
  sections: [
    [
      1,
      'p',
      [
        [0, [], 0, 'The ferry '],
        [0, [0], 1, 'sailed'],
        [1, [], 0, 0],
        [0, [], 0, '& came.'],
      ],
    ],
    [1, 'h2', [[0, [], 0, 'What next']]],
    [10, 0],
    [10, 1],
    [3, 'ul', [[[0, [], 0, 'One']], [[0, [], 0, 'Two']]]],
  ],
});

describe('Ghost', () => {
  const content = { id: '1', title: 'Ferry', published_at: '2025-05-05T08:00:00Z', visibility: 'public' };

  test('authors and tags of the Content API are names, internal tags are none', () => {
    const posts = [
      {
        ...{
          ...content,
          html,
          url: 'https://alba.example/f/',
          custom_excerpt: 'In short.',
          feature_image: null,
        },
        authors: [{ name: 'Moira Ross' }, { name: 'Ola Dahl' }],
        tags: [{ name: 'Isles' }, { name: '#pinned', visibility: 'internal' }],
      },
    ];
    expect(read({ posts, meta: {} })).toMatchObject({
      ...{ byline: 'Moira Ross, Ola Dahl', keywords: ['Isles'], standfirst: 'In short.' },
      ...{ url: 'https://alba.example/f/', publishedAt: '2025-05-05T08:00:00Z' },
    });
  });

  test('a post that has only the document of the editor is read from it', () => {
    expect(read({ posts: [{ ...content, html: null, lexical: lexical(text) }] })).toMatchObject({
      body: { text: `${text}\n\nWhat next` },
      images: [{ url: 'https://alba.example/f.jpg', caption: 'The ferry.' }],
    });
    expect(read({ posts: [{ ...content, html: null, mobiledoc }] })).toMatchObject({
      body: { text: 'The ferry sailed\n& came.\n\nWhat next\n\nOne\n\nTwo' },
      images: [{ url: 'https://alba.example/f.jpg', caption: 'The ferry.' }],
    });
  });

  test('an export without posts_authors has the author of the post, and its pages are counted', () => {
    const posts = [
      { ...content, html, author_id: 7, type: 'post' },
      { ...content, id: '2', html, type: 'page', author_id: 7 },
    ];
    const users = [{ id: 7, name: 'Moira Ross' }];
    const readings = readAll(
      json,
      JSON.stringify({ db: [{ meta: {}, data: { posts, users, posts_tags: [] } }] }),
    );
    expect(readings).toMatchObject([
      { draft: { byline: 'Moira Ross' } },
      { reject: { reason: '1 page left out; only posts are articles' } },
    ]);
  });
});
