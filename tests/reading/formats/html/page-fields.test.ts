import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reading/formats/html/html.ts';
import { draftOf, readAll, settings } from '../readings.ts';

const sentence =
  'The council of the town met on Sunday and decided, after long debate, to mend the old bridge over the river. ';
const paragraphs = `<p>${sentence.repeat(3)}</p><p>Second. ${sentence.repeat(2)}</p>`;
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`;
const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const h1 = '<h1>Council mends the old bridge</h1>';

describe('the headline of a page', () => {
  test.each([
    [
      'the heading in other words than the title',
      '<title>Council to mend old bridge</title>',
      '<h1>Council votes to mend the old bridge for £2m</h1>',
      'Council votes to mend the old bridge for £2m',
    ],
    [
      'the heading that a cut title begins',
      '<title>Council mends the old bridge after a long...</title>',
      '<h1>Council mends the old bridge after a long debate</h1>',
      'Council mends the old bridge after a long debate',
    ],
    [
      'the title where the heading names the site',
      '<title>Council mends the bridge - Town Post</title>',
      '<h1><a href="/">Town Post</a></h1>',
      'Council mends the bridge',
    ],
    [
      'the title where the heading says something else',
      '<title>Council mends the old bridge | Town Post</title>',
      '<h1>Local news</h1>',
      'Council mends the old bridge',
    ],
    [
      'the line that Word marks as the title',
      '<title>bridge final v2</title>',
      '<p class=MsoTitle>Council mends the old bridge</p>',
      'Council mends the old bridge',
    ],
  ])('is %s', (_, head, body, headline) => {
    const draft = draftOf(html, page(head, body + paragraphs));
    expect(draft.headline).toBe(headline);
    expect(draft.body.text).not.toContain(headline);
  });
});

describe('the outlet of a page', () => {
  test.each([
    ['og:site_name', '<meta property="og:site_name" content="Town Post - News of the Town">', 'Town Post'],
    [
      'the publisher of its JSON-LD',
      linked({ '@type': 'NewsArticle', publisher: { name: 'Town Post' } }),
      'Town Post',
    ],
    ['application-name', '<meta name="application-name" content="Town Post">', 'Town Post'],
  ])('is %s', (_, head, name) => {
    expect(draftOf(html, page(head, h1 + paragraphs)).source?.name).toBe(name);
  });

  test('gives way to the source of the import, and is no host', () => {
    const head = '<meta property="og:site_name" content="Town Post">';
    const given = { ...settings, source: { slug: 'mine', name: 'Mine' } };
    expect(draftOf(html, page(head, h1 + paragraphs), 'a', given).source?.name).toBe('Mine');
    const tile = '<meta name="application-name" content="&nbsp;">';
    expect(draftOf(html, page(tile, h1 + paragraphs), 'https://post.example/1').source).toBeNull();
  });
});

describe('the address of a page', () => {
  test('is where a browser says that it saved it from', () => {
    const saved = `<!-- saved from url=(0032)https://post.example/news/bridge -->\n${page('', h1 + paragraphs)}`;
    expect(draftOf(html, saved, 'bridge.html').url).toBe('https://post.example/news/bridge');
  });

  test('is where SingleFile says that it saved it from, and when', () => {
    const saved = page('', h1 + paragraphs).replace(
      '<head>',
      '<head><!--\n Page saved with SingleFile \n url: https://post.example/news/bridge \n saved date: Tue Nov 26 2024 15:30:00 GMT+0100 (CET)\n-->',
    );
    expect(draftOf(html, saved, 'bridge.html')).toMatchObject({
      url: 'https://post.example/news/bridge',
      crawledAt: '2024-11-26T14:30:00Z',
    });
  });

  test('is where it was fetched, which relative addresses are resolved against', () => {
    const text = page(
      '',
      `${h1}${paragraphs}<figure><img src="b.jpg" width="800" height="600"></figure>${paragraphs}`,
    );
    const bytes = Buffer.from(text);
    const fetched = {
      path: 'a.warc#1',
      bytes,
      url: 'https://post.example/news/bridge',
      crawledAt: '2024-11-26T14:30:00Z',
    };
    const [reading] = html.read(fetched, settings);
    expect(reading).toMatchObject({
      draft: {
        url: 'https://post.example/news/bridge',
        crawledAt: '2024-11-26T14:30:00Z',
        images: [{ url: 'https://post.example/news/b.jpg' }],
      },
    });
  });

  test('is not the home page that a template names on every page', () => {
    const head = '<link rel="canonical" href="https://post.example/">';
    expect(draftOf(html, page(head, h1 + paragraphs), 'https://post.example/news/bridge').url).toBe(
      'https://post.example/news/bridge',
    );
  });
});

describe('the authors of a page', () => {
  const authorsOf = (head: string, body: string) =>
    draftOf(html, page(head, h1 + body + paragraphs)).authors.map(({ name }) => name);

  test.each([
    ['No Author'],
    ['admin'],
    ['Site Admin'],
    ['Staff Writer'],
    ['Unknown'],
    ['@townpost'],
    ['jokafor'],
  ])('are those that it prints, not %s of its metadata', (name) => {
    expect(authorsOf(`<meta name="author" content="${name}">`, '<p>By Dana Okafor</p>')).toEqual([
      'Dana Okafor',
    ]);
  });

  test('are not those of other articles on the page', () => {
    const byline = (name: string) => `<div class="byline"><a rel="author" href="/a">${name}</a></div>`;
    const teasers = ['Ida Solberg', 'Ola Karlsen'].map(
      (name) => `<li class="card"><h3><a href="/p">Story</a></h3>${byline(name)}</li>`,
    );
    const text = `<html><body><main>${h1}${byline('Dana Okafor')}${paragraphs}</main><ul>${teasers.join('')}</ul></body></html>`;
    expect(draftOf(html, text).authors.map(({ name }) => name)).toEqual(['Dana Okafor']);
  });

  test('may be several beside one another', () => {
    const body =
      '<p class="byline">By <a rel="author" href="/a">Dana Okafor</a> and <a rel="author" href="/b">Ida Solberg</a></p>';
    expect(authorsOf('', body)).toEqual(['Dana Okafor', 'Ida Solberg']);
  });

  test('are not those that the page hides', () => {
    const body = '<span class="author vcard" style="display: none">Web Master</span><p>By Dana Okafor</p>';
    expect(authorsOf('', body)).toEqual(['Dana Okafor']);
  });

  test('and dates that the text prints leave it', () => {
    const meta =
      '<p class="meta">By Jane Okafor and Tom Reilly | Published 12 May 2023, 14:05 BST | Updated 13 May 2023</p>';
    const draft = draftOf(html, page('', h1 + meta + paragraphs));
    expect(draft).toMatchObject({ publishedAt: '2023-05-12T13:05:00Z', updatedAt: '2023-05-13T00:00:00Z' });
    expect(draft.authors.map(({ name }) => name)).toEqual(['Jane Okafor', 'Tom Reilly']);
    expect(draft.body.text).toMatch(/^The council of the town/);
  });
});

describe('pages of usual templates', () => {
  test.each([
    [
      'Drupal',
      '<div class="submitted"><span property="dc:date dc:created" content="2024-11-26T14:30:00+01:00" rel="sioc:has_creator">Submitted by <span class="username" property="foaf:name">Dana Okafor</span> on Tue, 11/26/2024 - 14:30</span></div>',
      'Dana Okafor',
      '2024-11-26T13:30:00Z',
      null,
    ],
    [
      'Blogger',
      '<div class="post-footer">Posted by <span class="fn">Dana Okafor</span> at <abbr class="published" title="2024-11-26T14:30:00Z">2:30 PM</abbr></div>',
      'Dana Okafor',
      '2024-11-26T14:30:00Z',
      null,
    ],
    [
      'Korean newspapers',
      '<p>김지연 기자</p><p>입력 2024.03.14 10:15 수정 2024.03.14 18:20</p>',
      '김지연 기자',
      '2024-03-14T10:15:00Z',
      '2024-03-14T18:20:00Z',
    ],
    [
      'labels before both times',
      '<p>By Dana Okafor</p><div><span>Updated</span> <time datetime="2024-11-27T10:00:00Z">27 Nov</time> <span>Published</span> <time datetime="2024-11-26T10:00:00Z">26 Nov</time></div>',
      'Dana Okafor',
      '2024-11-26T10:00:00Z',
      '2024-11-27T10:00:00Z',
    ],
  ])('%s', (_, meta, byline, publishedAt, updatedAt) => {
    const draft = draftOf(html, page('', h1 + meta + paragraphs));
    expect(draft).toMatchObject({ byline, publishedAt, updatedAt });
    expect(draft.body.text).toMatch(/^The council of the town/);
  });
});

describe('the dates of a page', () => {
  const datesOf = (head: string, body: string, language = 'en') => {
    const text = page(head, h1 + body + paragraphs).replace('lang="en"', `lang="${language}"`);
    const { publishedAt, updatedAt } = draftOf(html, text);
    return [publishedAt, updatedAt];
  };

  test('in numbers are read in the order that one of them shows', () => {
    const head = (first: string, second: string) =>
      `<meta property="article:published_time" content="${first}"><meta property="article:modified_time" content="${second}">`;
    expect(datesOf(head('Tue, 07/11/2023 - 17:57', 'Fri, 07/14/2023 - 10:30'), '')).toEqual([
      '2023-07-11T17:57:00Z',
      '2023-07-14T10:30:00Z',
    ]);
    expect(datesOf(head('07/11/2023 - 17:57', '14/11/2023 - 10:30'), '')).toEqual([
      '2023-11-07T17:57:00Z',
      '2023-11-14T10:30:00Z',
    ]);
  });

  test.each([
    [
      'RDFa of Drupal',
      '<span property="dc:date dc:created" content="2012-05-03T10:00:00+02:00" datatype="xsd:dateTime">3 May</span>',
      '2012-05-03T08:00:00Z',
      null,
    ],
    [
      'a mark of the change that prints both',
      '<time itemprop="dateModified" datetime="2019-03-27T19:20:45+01:00">27/03/2019 01:57 | Actualizado a 27/03/2019 19:20</time>',
      '2019-03-27T01:57:00Z',
      '2019-03-27T18:20:45Z',
    ],
    [
      'a label before the element',
      '<p>Published <time datetime="2024-05-03T10:00:00Z">3 May</time></p><p>Last updated: <time datetime="2024-05-04T10:00:00Z">4 May</time></p>',
      '2024-05-03T10:00:00Z',
      '2024-05-04T10:00:00Z',
    ],
    [
      'WordPress, the change first',
      '<time class="updated" datetime="2024-05-04T10:00:00Z">4 May</time><time class="entry-date published" datetime="2024-05-03T10:00:00Z">3 May</time>',
      '2024-05-03T10:00:00Z',
      '2024-05-04T10:00:00Z',
    ],
  ])('tell publication and change apart: %s', (_, body, published, updated) => {
    expect(datesOf('', body)).toEqual([published, updated]);
  });

  test.each([
    ['es', '<p>14 de marzo de 2024</p>', '2024-03-14T00:00:00Z'],
    ['fr', '<p>Publié le 3 mars 2024</p>', '2024-03-03T00:00:00Z'],
    ['ar', '<p>الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00 (GMT+0400)</p>', '2013-08-28T'],
    ['ru', '<p>3 марта 2024</p>', '2024-03-03T00:00:00Z'],
  ])('are read where the text prints them in %s', (language, body, published) => {
    expect(datesOf('', body, language)[0]).toMatch(new RegExp(`^${published}`));
  });

  test('in the address do not go before a date that the page states', () => {
    const head =
      '<link rel="canonical" href="https://post.example/2018/01/02/bridge"><meta name="date" content="2018-05-08">';
    expect(datesOf(head, '')[0]).toBe('2018-05-08T00:00:00Z');
  });
});

test('a page that only its metadata dates is not dated by a sentence', () => {
  expect(
    readAll(html, page('', `${h1}<p>On 3 May 1924 the bridge was built by the town.</p>${paragraphs}`)),
  ).toMatchObject([{ draft: { publishedAt: null } }]);
});
