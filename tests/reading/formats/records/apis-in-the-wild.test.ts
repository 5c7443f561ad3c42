import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { ndjson } from '../../../../src/reading/formats/ndjson/ndjson.ts';
import { blocksOf, draftOf, draftsOf, readAll, reasonsOf } from '../readings.ts';

const text = 'The council voted on Tuesday to reopen the old harbor bridge.';
const html = `<p>${text}</p>`;
const read = (record: object) => draftOf(json, JSON.stringify(record));

describe('WordPress', () => {
  const post = {
    ...{
      id: 1,
      date_gmt: '2025-03-05T14:30:00',
      link: 'https://a.example/1',
      type: 'post',
      status: 'publish',
    },
    ...{ title: { rendered: 'Bridge' }, content: { rendered: html, protected: false } },
  };

  test('co-authors have the names of their descriptions and accounts, not logins', () => {
    const term = (slug: string, description: string) => ({
      ...{ id: 9, name: slug, slug: `cap-${slug}`, taxonomy: 'author', description },
    });
    const _embedded = {
      author: [{ id: 7, name: 'Ann Carter', slug: 'annc' }],
      'wp:term': [[term('annc', ''), term('dora-dee', 'Dora Dee Dora Dee dora-dee 7 d@a.example')]],
    };
    expect(read({ ...post, _embedded }).byline).toBe('Ann Carter, Dora Dee');
  });

  test('fields that a newsroom defines are a standfirst and a byline', () => {
    const acf = { subtitle: 'After six weeks', byline: 'By Gus Hall', price: 3 };
    expect(read({ ...post, acf })).toMatchObject({ standfirst: 'After six weeks', byline: 'Gus Hall' });
  });

  test('buttons and related posts below the text are no text', () => {
    const rendered = `${html}<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Facebook</li></ul></div><div id='jp-relatedposts' class='jp-relatedposts'><h3>Related</h3></div>`;
    expect(read({ ...post, content: { rendered } }).body.text).toBe(text);
  });
});

describe('Ghost', () => {
  const post = { id: '1', title: 'Bridge', feature_image: null, published_at: '2025-03-05T14:30:00Z' };
  const lexical = {
    root: {
      children: [
        { type: 'paragraph', children: [{ type: 'extended-text', text }] },
        { type: 'callout', calloutText: '<p>A note.</p>' },
        { type: 'toggle', heading: '<span>Why?</span>', content: '<p>Because.</p>' },
        { type: 'markdown', markdown: '## Next\n\nSome **bold** text.' },
        { type: 'gallery', images: [{ src: '__GHOST_URL__/content/images/g.jpg', width: 800, height: 600 }] },
        { type: 'signup', header: 'Sign up' },
      ],
    },
  };

  test('cards of Lexical are text and pictures, from the site of the post', () => {
    const draft = read({ ...post, url: 'https://a.example/1/', lexical: JSON.stringify(lexical) });
    expect(blocksOf(draft)).toEqual([
      `paragraph: ${text}`,
      ...['paragraph: A note.', 'paragraph: Why?', 'paragraph: Because.'],
      ...['heading2: Next', 'paragraph: Some bold text.'],
    ]);
    expect(draft.images).toEqual([
      { url: 'https://a.example/content/images/g.jpg', caption: null, credit: null, width: 800, height: 600 },
    ]);
  });

  test('an export has the name of the site, and posts of its first versions', () => {
    const data = {
      posts: [
        {
          id: 1,
          uuid: 'a',
          slug: 'a',
          title: 'Old',
          html,
          image: '/b.jpg',
          page: 0,
          published_at: 1400000000000,
        },
        { id: 2, uuid: 'b', slug: 'b', title: 'About', html, page: 1, published_at: 1400000000000 },
      ],
      ...{
        users: [],
        settings: [
          { key: 'title', value: 'Harwick Gazette' },
          { key: 'lang', value: 'de' },
        ],
      },
    };
    const [first, ...others] = readAll(json, JSON.stringify({ db: [{ data }] }));
    expect(first).toMatchObject({
      draft: {
        ...{ headline: 'Old', source: { name: 'Harwick Gazette' }, language: 'de' },
        ...{ publishedAt: '2014-05-13T16:53:20Z', images: [{ url: '/b.jpg' }] },
      },
    });
    expect(others).toMatchObject([{ reject: { reason: '1 page left out; only posts are articles' } }]);
  });
});

describe('The Guardian and The New York Times', () => {
  const item = {
    id: 'a/1',
    webTitle: 'Bridge',
    webUrl: 'https://www.theguardian.com/a/1',
    webPublicationDate: '2025-03-05T14:30:00Z',
  };

  test('all sizes of a picture are one, and links to others are no text', () => {
    const folder = 'https://media.guim.co.uk/abc/0_0_3000_1800';
    const draft = read({
      ...item,
      fields: {
        standfirst: '<p>After six weeks</p><ul><li><a href="x">Live updates</a></li></ul>',
        body: `${html}<aside class="element element-rich-link"><p>Related: <a href="x">Other</a></p></aside>`,
        main: `<figure><img src="${folder}/1000.jpg" width="1000" height="600"></figure>`,
        thumbnail: `${folder}/500.jpg`,
      },
      elements: [
        {
          type: 'image',
          relation: 'main',
          assets: [{ type: 'image', file: `${folder}/master/3000.jpg`, typeData: { width: 3000 } }],
        },
      ],
    });
    expect(draft).toMatchObject({ standfirst: 'After six weeks', body: { text } });
    expect(draft.images.map(({ url }) => url)).toEqual([`${folder}/master/3000.jpg`]);
  });

  test('pictures of blocks are pictures', () => {
    const assets = [{ type: 'image', file: 'https://media.guim.co.uk/abc/a.jpg', typeData: {} }];
    const element = {
      type: 'image',
      assets,
      imageTypeData: { caption: 'The bridge', credit: 'Photograph: Bo Ek', alt: 'A bridge' },
    };
    expect(
      read({ ...item, blocks: { main: { elements: [element] }, body: [{ bodyHtml: html }] } }).images,
    ).toEqual([
      { url: 'https://media.guim.co.uk/abc/a.jpg', caption: 'The bridge', credit: 'Bo Ek', alt: 'A bridge' },
    ]);
  });

  test('people are named without their years, and the language is that of the site', () => {
    const record = {
      ...{
        web_url: 'https://www.nytimes.com/es/1',
        abstract: 'Tras seis semanas',
        headline: { main: 'El puente' },
      },
      keywords: [{ name: 'persons', value: 'Lee, Ann (1970- )' }],
    };
    expect(read(record)).toMatchObject({ language: 'es', stated: [{ name: 'Ann Lee' }] });
  });
});

describe('aggregators', () => {
  test('an article that NewsAPI removed is left out, and a headline alone is a summary', () => {
    const removed = {
      title: '[Removed]',
      url: 'https://removed.com',
      urlToImage: null,
      publishedAt: '1970-01-01T00:00:00Z',
      content: '[Removed]',
    };
    const bare = {
      ...removed,
      title: 'Bridge',
      url: 'https://a.example/1',
      content: null,
      description: null,
    };
    const [first, second] = readAll(json, JSON.stringify({ status: 'ok', articles: [removed, bare] }));
    expect(first).toMatchObject({ draft: { headline: 'Bridge', summaryOnly: true } });
    expect(second).toMatchObject({
      reject: { reason: '1 removed article left out; only posts are articles' },
    });
  });

  test.each([
    [
      'NewsData.io, which names the zone',
      {
        article_id: 'a',
        link: 'https://a.example/1',
        pubDate: '2025-03-05 14:30:00',
        pubDateTZ: 'UTC',
        content: text,
      },
    ],
    [
      'NewsCatcher 3',
      {
        link: 'https://a.example/1',
        domain_url: 'a.example',
        rights: 'a.example',
        published_date: '2025-03-05 14:30:00',
        content: text,
      },
    ],
    [
      'Perigon',
      {
        articleId: 'a',
        authorsByline: 'Ann Lee',
        url: 'https://a.example/1',
        pubDate: '2025-03-05T14:30:00Z',
        content: text,
        summary: 'Computed.',
      },
    ],
    [
      'Alpha Vantage',
      { url: 'https://a.example/1', time_published: '20250305T143000', banner_image: '', summary: text },
    ],
    [
      'Polygon',
      { article_url: 'https://a.example/1', published_utc: '2025-03-05T14:30:00Z', description: text },
    ],
  ])('%s', (_, record) => {
    const draft = draftOf(json, JSON.stringify({ feed: [{ title: 'Bridge', ...record }] }));
    expect(draft).toMatchObject({
      ...{
        headline: 'Bridge',
        url: 'https://a.example/1',
        publishedAt: '2025-03-05T14:30:00Z',
      },
      body: { text },
    });
    expect(draft.rights).toBeUndefined();
    expect(draft.warnings.map(({ code }) => code)).not.toContain('time-zone-assumed');
  });
});

describe('content systems', () => {
  test('Arc: tables, sources of quotes, notes to editors', () => {
    const draft = read({
      ...{ _id: '1', type: 'story', headlines: { basic: 'Bridge' }, display_date: '2025-03-05T14:30:00Z' },
      editor_note: 'Adds the cost.',
      content_elements: [
        {
          type: 'quote',
          content_elements: [{ type: 'text', content: 'It is done.' }],
          citation: { content: 'Ann Lee' },
        },
        {
          type: 'table',
          header: [{ content: 'Year' }, { content: 'Cost' }],
          rows: [[{ content: '2024' }, { content: '2' }]],
        },
        { type: 'link_list', items: [{ type: 'interstitial_link', content: 'Read more' }] },
      ],
    });
    expect(draft.editorsNote).toBe('Adds the cost.');
    expect(draft.body.text).toBe('It is done.\n\nAnn Lee\n\nYear | Cost\n\n2024 | 2');
  });

  test('Drupal: the name that is shown, addresses of the site, what a picture shows', () => {
    const answer = {
      data: [
        {
          ...{ type: 'node--article', id: 'n1' },
          attributes: {
            title: 'Bridge',
            created: '2025-03-05T14:30:00+00:00',
            body: { value: html },
            path: { alias: '/bridge' },
          },
          relationships: {
            uid: { data: { type: 'user--user', id: 'u1' } },
            field_image: {
              data: { type: 'file--file', id: 'f1', meta: { alt: 'A bridge', width: 1200, height: 800 } },
            },
          },
        },
      ],
      included: [
        { type: 'user--user', id: 'u1', attributes: { display_name: 'Ann Carter', name: 'annc' } },
        { type: 'file--file', id: 'f1', attributes: { uri: { url: '/files/b.jpg' } } },
      ],
      links: { self: { href: 'https://a.example/jsonapi/node/article' } },
    };
    expect(read(answer)).toMatchObject({
      ...{ url: 'https://a.example/bridge', byline: 'Ann Carter' },
      images: [{ url: 'https://a.example/files/b.jpg', alt: 'A bridge', width: 1200, height: 800 }],
    });
  });

  test.each([
    [
      'Prismic',
      {
        results: [
          {
            ...{
              id: 'a',
              type: 'article',
              first_publication_date: '2025-03-05T14:30:00+0000',
              lang: 'en-us',
            },
            data: {
              title: [{ type: 'heading1', text: 'Bridge' }],
              author: 'Ann Lee',
              image: { url: 'https://a.example/b.jpg' },
              body: [{ type: 'paragraph', text }],
            },
          },
        ],
      },
    ],
    [
      'Storyblok',
      {
        stories: [
          {
            ...{
              name: 'bridge',
              id: 1,
              first_published_at: '2025-03-05T14:30:00Z',
              created_at: '2025-03-01T00:00:00Z',
            },
            content: {
              component: 'article',
              headline: 'Bridge',
              author: 'Ann Lee',
              image: { filename: 'https://a.example/b.jpg' },
              body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
            },
          },
        ],
      },
    ],
    [
      'Strapi with Markdown',
      {
        data: [
          {
            id: 1,
            attributes: {
              title: 'Bridge',
              content: text.replace('council', '**council**'),
              publishedAt: '2025-03-05T14:30:00Z',
              author: { data: { attributes: { name: 'Ann Lee' } } },
              cover: { data: { attributes: { url: 'https://a.example/b.jpg' } } },
            },
          },
        ],
      },
    ],
    [
      'Contentful',
      {
        items: [
          {
            sys: { id: 'a', createdAt: '2025-03-05T10:00:00Z' },
            fields: {
              title: 'Bridge',
              publishDate: '2025-03-05T14:30:00Z',
              author: { sys: { id: 'au' } },
              heroImage: { sys: { id: 'as' } },
              body: text,
            },
          },
        ],
        includes: {
          Entry: [{ sys: { id: 'au' }, fields: { name: 'Ann Lee' } }],
          Asset: [
            {
              sys: { id: 'as' },
              fields: { title: 'b', file: { url: '//a.example/b.jpg', details: { image: { width: 1200 } } } },
            },
          ],
        },
      },
    ],
    [
      'Sanity',
      {
        result: [
          {
            _id: 'a',
            _type: 'post',
            title: 'Bridge',
            publishedAt: '2025-03-05T14:30:00Z',
            author: { name: 'Ann Lee' },
            mainImage: { asset: { url: 'https://a.example/b.jpg' } },
            body: [{ _type: 'block', style: 'normal', children: [{ _type: 'span', text }] }],
          },
        ],
      },
    ],
  ])('%s', (_, answer) => {
    expect(read(answer)).toMatchObject({
      ...{ headline: 'Bridge', byline: 'Ann Lee', publishedAt: '2025-03-05T14:30:00Z', body: { text } },
      images: [{ url: 'https://a.example/b.jpg' }],
    });
  });
});

test('comments of forums are left out', () => {
  const comments = [
    { by: 'z', id: 2, parent: 1, text: 'I agree with it all.', time: 1741185000, type: 'comment' },
    { author: 'u', body: 'So do I.', link_id: 't3_1', parent_id: 't3_1', created_utc: 1741185000 },
    { author: 'v', comment_text: 'And I.', story_id: 1, objectID: '2' },
  ];
  const reason = '3 comments left out; only posts are articles';
  expect(reasonsOf(json, JSON.stringify(comments))).toEqual([reason]);
  expect(reasonsOf(ndjson, comments.map((comment) => JSON.stringify(comment)).join('\n'))).toEqual([reason]);
});

test('prose with stars and brackets is no Markdown', () => {
  const plain = 'He scored 5 ** and [sic] left.\n\nRated ***. See item #1.';
  expect(draftsOf(json, JSON.stringify({ title: 'A', body: plain }))[0]?.body.text).toBe(plain);
});
