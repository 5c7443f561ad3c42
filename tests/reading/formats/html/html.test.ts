import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reading/formats/html/html.ts';
import { blocksOf, draftOf, reasonsOf } from '../readings.ts';

const sentence =
  'The council of the town met on Sunday and decided, after long debate, to mend the old bridge over the river. ';

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>Council mends the bridge</h1>${body}</article></body></html>`;
}

const paragraphs = `<p>${sentence.repeat(3)}</p><p>Second. ${sentence.repeat(2)}</p>`;

describe('metadata of a page', () => {
  test('JSON-LD in a graph gives headline, authors, dates, keywords and picture', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'The Daily' },
        {
          '@type': 'NewsArticle',
          headline: 'Council mends the bridge',
          author: [
            { '@type': 'Person', name: 'Ann Lee' },
            { '@type': 'Person', name: 'Bo Ek' },
          ],
          datePublished: '2024-11-03T20:59:00+09:00',
          dateModified: '2024-11-04T08:00:00+09:00',
          keywords: ['bridges', 'councils'],
          image: { url: 'https://d.example/bridge.jpg' },
        },
      ],
    };
    const draft = draftOf(
      html,
      page(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`, paragraphs),
    );
    expect(draft).toMatchObject({
      headline: 'Council mends the bridge',
      byline: 'Ann Lee, Bo Ek',
      publishedAt: '2024-11-03T11:59:00Z',
      updatedAt: '2024-11-03T23:00:00Z',
      keywords: ['bridges', 'councils'],
      language: 'en',
    });
    expect(draft.images[0]?.url).toBe('https://d.example/bridge.jpg');
  });

  test('JSON-LD with a trailing comma and raw line breaks is repaired', () => {
    const script =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council mends the bridge","description":"a\nb","datePublished":"2024-11-03T10:00:00Z",}</script>';
    expect(draftOf(html, page(script, paragraphs)).publishedAt).toBe('2024-11-03T10:00:00Z');
  });

  test('the site’s name is not part of the headline', () => {
    const source = `<html><head><title>Council mends the old bridge | The Daily</title><meta property="og:site_name" content="The Daily"></head><body>${paragraphs}</body></html>`;
    expect(draftOf(html, source).headline).toBe('Council mends the old bridge');
  });

  test('a time element and a printed byline are read if there is nothing else', () => {
    const draft = draftOf(
      html,
      page(
        '',
        `<p class="byline">By Ann Lee</p><time datetime="2024-11-03T10:00:00Z">Sunday</time>${paragraphs}`,
      ),
    );
    expect(draft).toMatchObject({ byline: 'Ann Lee', publishedAt: '2024-11-03T10:00:00Z' });
  });

  test('the canonical address is the key, resolved against where the page was found', () => {
    const draft = draftOf(
      html,
      page('<link rel="canonical" href="/news/1">', paragraphs),
      'https://d.example/x?utm=1',
    );
    expect(draft).toMatchObject({ url: 'https://d.example/news/1', sourceKey: 'https://d.example/news/1' });
  });
});

describe('authors of a page', () => {
  const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const bylineOf = (head: string, body = '', path?: string) =>
    draftOf(html, page(head, `${body}${paragraphs}`), path).byline;

  test('a reference by @id is followed to the person, in whatever script they stand', () => {
    const article = { '@type': 'Article', headline: 'Council mends the bridge', author: { '@id': '#ann' } };
    const people = { '@graph': [{ '@type': ['Person'], '@id': '#ann', name: 'Ann Lee' }] };
    expect(bylineOf(linked(article) + linked(people))).toBe('Ann Lee');
  });

  test('the page’s node says what the article’s leaves out, or all where there is none', () => {
    const webPage = {
      '@type': 'WebPage',
      datePublished: '2024-11-03T10:00:00Z',
      author: { '@id': '#ann' },
    };
    const ann = { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' };
    const article = { '@type': 'Article', headline: 'Council mends the bridge' };
    for (const graph of [
      [webPage, ann],
      [article, webPage, ann],
    ]) {
      const draft = draftOf(html, page(linked({ '@graph': graph }), paragraphs));
      expect(draft).toMatchObject({ byline: 'Ann Lee', publishedAt: '2024-11-03T10:00:00Z' });
    }
  });

  test.each([
    ['a name', 'Ann Lee', 'Ann Lee'],
    ['names', ['Ann Lee', 'Bo Ek'], 'Ann Lee, Bo Ek'],
    ['a person', { '@type': 'Person', name: 'Ann Lee' }, 'Ann Lee'],
    ['a person of several names', { '@type': 'Person', name: ['Ann Lee', 'Bo Ek'] }, 'Ann Lee, Bo Ek'],
    ['a name in two parts', { givenName: 'Ann', familyName: 'Lee' }, 'Ann Lee'],
    ['a printed byline', 'By Ann Lee', 'Ann Lee'],
  ])('an author in JSON-LD may be %s', (_, author, byline) => {
    expect(bylineOf(linked({ '@type': 'NewsArticle', author }))).toBe(byline);
  });

  test('who is only called creator is the author', () => {
    expect(bylineOf(linked({ '@type': 'NewsArticle', creator: 'Ann Lee' }))).toBe('Ann Lee');
  });

  test('the outlet gives way to whom the page names, and is no author of its own page', () => {
    const outlet = linked({ '@type': 'NewsArticle', author: { '@type': 'Organization', name: 'Town Post' } });
    const address = 'https://www.townpost.example/a';
    expect(bylineOf(outlet, '<p>By Ann Lee</p>', address)).toBe('Ann Lee');
    expect(
      bylineOf(linked({ '@type': 'NewsArticle', author: 'The Gazette' }), '', 'https://gazette.example/a'),
    ).toBeNull();
  });

  test.each([
    ['By Ann Lee March 25, 2015', 'Ann Lee'],
    ['Ann Lee Monday, February 29, 2016 @ 11:10 PM UTC', 'Ann Lee'],
    ['By Ann Lee, 3 hours ago', 'Ann Lee'],
    ['Par Anne Lié Publié le 3 mars', 'Anne Lié'],
  ])('a printed byline ends where its date begins: %s', (line, byline) => {
    expect(bylineOf('', `<p class="byline">${line}</p>`)).toBe(byline);
  });

  test('a line that looks like a byline is one, regardless of its class', () => {
    expect(bylineOf('', '<div class="x1"><span>Von Max Muster</span></div>')).toBe('Max Muster');
  });

  test('a line beginning with By that names nobody is not a byline', () => {
    expect(bylineOf('', '<p>By the river</p><p class="caption">By Ann Lee</p>')).toBeNull();
  });
});

describe('when a page was published', () => {
  const plain = (body: string) => page('', `${body}${paragraphs}`);

  test.each([
    ['https://d.example/2019/11/3/bridge', '2019-11-03T00:00:00Z', 'day'],
    ['https://d.example/world/2019/nov/03/bridge', '2019-11-03T00:00:00Z', 'day'],
    ['https://d.example/2019-11-03-bridge', '2019-11-03T00:00:00Z', 'day'],
    ['https://d.example/20191103/bridge', '2019-11-03T00:00:00Z', 'day'],
    ['https://d.example/2019/11/bridge', '2019-11-01T00:00:00Z', 'month'],
  ])('its address says it where nothing else does: %s', (address, publishedAt, precision) => {
    expect(draftOf(html, plain(''), address)).toMatchObject({ publishedAt, publication: { precision } });
  });

  test('an abbreviation keeps the instant in its title', () => {
    const body = '<abbr class="published" title="2024-11-03T10:00:00Z">last Sunday</abbr>';
    expect(draftOf(html, plain(body)).publishedAt).toBe('2024-11-03T10:00:00Z');
  });

  test('a line that is hardly more than a date is one, on a page that marks none', () => {
    const body = '<table><tr><td>Posted 3 November 2024, 10:00</td></tr></table>';
    expect(draftOf(html, plain(body)).publishedAt).toBe('2024-11-03T10:00:00Z');
    expect(
      draftOf(html, plain('<p>The bridge was built in the years after 3 November 1924, they say.</p>'))
        .publishedAt,
    ).toBeNull();
  });

  test('three numbers are read in the order of the page’s language', () => {
    const dated = (language: string) =>
      `<html lang="${language}"><body><h1>Council mends the bridge</h1><span class="date">03/11/2024</span>${paragraphs}</body></html>`;
    expect(draftOf(html, dated('fr')).publishedAt).toBe('2024-11-03T00:00:00Z');
    expect(draftOf(html, dated('en-US')).publishedAt).toBe('2024-03-11T00:00:00Z');
    expect(draftOf(html, dated('en')).publishedAt).toBeNull();
  });
});

describe('the body', () => {
  test('keeps sub-headings, lists and block quotes as such', () => {
    const draft = draftOf(
      html,
      page(
        '',
        `${paragraphs}<h2>What it costs</h2><ul><li>${sentence}</li><li>Stone. ${sentence}</li></ul><blockquote><p>${sentence}</p></blockquote><p>${sentence}</p>`,
      ),
    );
    expect(blocksOf(draft).map((block) => block.split(':')[0])).toEqual([
      'paragraph',
      'paragraph',
      'heading2',
      'list-item1',
      'list-item1',
      'block-quote',
      'paragraph',
    ]);
  });

  test('a figure is a picture with caption and credit, and no paragraph', () => {
    const draft = draftOf(
      html,
      page(
        '',
        `${paragraphs}<figure><img src="https://d.example/b.jpg"><figcaption>The bridge. <span class="credit">AFP</span></figcaption></figure>${paragraphs}`,
      ),
    );
    expect(draft.images).toContainEqual({
      url: 'https://d.example/b.jpg',
      caption: 'The bridge.',
      credit: 'AFP',
    });
    expect(draft.body.text).not.toContain('AFP');
  });

  test('lines that link elsewhere are left out', () => {
    const draft = draftOf(
      html,
      page(
        '',
        `${paragraphs}<p><a href="/x">Mayor opens the new library in spring</a></p><p>Advertisement</p><p>READ MORE: <a href="/y">Bridges of the world</a></p><p>Last. ${sentence}</p>`,
      ),
    );
    expect(draft.body.text).not.toMatch(/library|Advertisement|Bridges of/);
    expect(draft.body.text).toContain('Last.');
  });

  test.each([
    ['the path to the page', '<p>HomeLatest newsCouncil mends the bridge</p>'],
    [
      'buttons and numbers of a gallery',
      '<p>HIDE CAPTION</p><p>&lt;&lt;</p><p>8</p><p>01:40 - Source: CNN</p>',
    ],
    ['the title of a gallery above each picture', '<p>Bridges of the year</p>'.repeat(3)],
    ['lines of dates', '<p>Wednesday, 28 August 2013, last update 14:00</p>'],
    ['counters', '<p>1,024 views</p><p>Visto 314 veces</p>'],
  ])('%s is no text of the article', (_, furniture) => {
    const draft = draftOf(html, page('', `${furniture}${paragraphs}`));
    expect(draft.body.text).toMatch(/^The council of the town/);
  });

  test('a sentence that begins with a date is text', () => {
    const dated = `<p>On 28 August 2013, the old bridge fell.</p>${paragraphs}`;
    expect(draftOf(html, page('', dated)).body.text).toContain('28 August 2013');
  });

  test('text that the page keeps in its JSON-LD is taken where only the beginning is shown', () => {
    const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `First. ${sentence.repeat(4)}\n\nLast of all. ${sentence.repeat(4)}` })}</script>`;
    expect(draftOf(html, page(script, `<p>First. ${sentence}</p>`)).body.text).toContain('Last of all.');
  });
});

describe('bad input', () => {
  test('scripts, styles, event handlers and markup never get into the text', () => {
    const evil = `<p onclick="steal()">${sentence.repeat(2)}<script>alert(1)</script><style>p{color:red}</style><svg><text>vector</text></svg></p><img src=x onerror=alert(2)><p>${sentence}<noscript>enable</noscript></p>`;
    const draft = draftOf(html, page('', evil));
    expect(JSON.stringify(draft)).not.toMatch(/alert|steal|color:red|vector|<p|onerror/);
  });

  test('only web addresses are used for pictures', () => {
    const draft = draftOf(
      html,
      page('', `${paragraphs}<img src="javascript:alert(1)"><img src="data:image/png;base64,AAAA">`),
    );
    expect(draft.images).toEqual([]);
  });

  test('a page in another encoding than it declares is read by its bytes', () => {
    const source = page('<meta charset="iso-8859-1">', `<p>Café société. ${sentence.repeat(4)}</p>`);
    expect(draftOf(html, Buffer.from(source, 'utf8')).body.text).toContain('Café société.');
    expect(
      draftOf(
        html,
        Buffer.from(page('<meta charset="utf-8">', `<p>Café. ${sentence.repeat(4)}</p>`), 'latin1'),
      ).body.text,
    ).toContain('Café.');
  });

  test('markup nested ten thousand deep is refused', () => {
    const deep = page('', `${'<div>'.repeat(10_000)}${paragraphs}`);
    expect(reasonsOf(html, deep)).toEqual(['elements nested too deeply']);
  });

  test('a page without text is refused with the reason', () => {
    expect(reasonsOf(html, '<html><head><title>Council</title></head><body></body></html>')).toEqual([
      'headline without text',
    ]);
  });
});
