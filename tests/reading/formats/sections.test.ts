import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/reading/formats/csv/csv.ts';
import { feed } from '../../../src/reading/formats/feed/feed.ts';
import { html } from '../../../src/reading/formats/html/html.ts';
import { json } from '../../../src/reading/formats/json/json.ts';
import { markdown } from '../../../src/reading/formats/markdown/markdown.ts';
import { nitf } from '../../../src/reading/formats/nitf/nitf.ts';
import { text } from '../../../src/reading/formats/text/text.ts';
import { draftOf } from './readings.ts';

const page = (head: string) =>
  `<html><head><title>Harbour opens</title>${head}</head><body><article><h1>Harbour opens</h1>
   <p>The new harbour of the city opened on Sunday after nine years of work.</p></article></body></html>`;

describe('HTML', () => {
  test.each([
    ['<meta property="article:section" content="World">'],
    ['<meta property="og:section" content="World">'],
    ['<meta name="parsely-section" content="World">'],
    ['<meta name="section" content="World">'],
    ['<meta name="prism.section" content="World">'],
    ['<meta name="sailthru_section" content="World">'],
    ['<meta itemprop="articleSection" content="World">'],
    ['<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["World"]}</script>'],
  ])('%s states a section', (head) => {
    expect(draftOf(html, page(head)).sections).toEqual(['World']);
  });

  test('a section stays among the keywords where it was', () => {
    const head = `<meta name="keywords" content="port, trade"><meta property="article:section" content="World">`;
    expect(draftOf(html, page(head))).toMatchObject({
      keywords: ['World', 'port', 'trade'],
      sections: ['World'],
    });
  });

  test('a list of sections in one element is several sections', () => {
    const head =
      '<meta property="article:section" content="Smart News, Smart News Science, Smart News Science">';
    expect(draftOf(html, page(head)).sections).toEqual(['Smart News', 'Smart News Science']);
  });

  test('tags and keywords are no sections', () => {
    const head = '<meta property="article:tag" content="port"><meta name="news_keywords" content="trade">';
    expect(draftOf(html, page(head))).toMatchObject({ keywords: ['port', 'trade'], sections: [] });
  });
});

describe('feeds', () => {
  const rss = (item: string) =>
    `<rss version="2.0" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><item>
     <title>Harbour opens</title><description>It opened.</description>${item}</item></channel></rss>`;

  test('categories of RSS are keywords and no sections', () => {
    expect(draftOf(feed, rss('<category>World</category>'))).toMatchObject({
      keywords: ['World'],
      sections: [],
    });
  });

  test('a category of RSS in a domain of sections is a section, too', () => {
    const item = '<category domain="https://a.example/sections">World</category><category>port</category>';
    expect(draftOf(feed, rss(item))).toMatchObject({ keywords: ['World', 'port'], sections: ['World'] });
  });

  test('prism:section is a section', () => {
    expect(draftOf(feed, rss('<prism:section>World</prism:section>')).sections).toEqual(['World']);
  });

  test('a category of Atom in a scheme of sections is a section, too', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><summary>It opened.</summary>
      <category term="world" label="World" scheme="https://a.example/section/"/><category term="port"/></entry></feed>`;
    expect(draftOf(feed, atom)).toMatchObject({ keywords: ['World', 'port'], sections: ['World'] });
  });
});

describe('records', () => {
  const record = (fields: object) => JSON.stringify([{ title: 'A', body: 'It opened.', ...fields }]);

  test.each(['section', 'sectionName', 'section_name', 'desk', 'news_desk', 'channel', 'ressort'])(
    'the field %s states a section',
    (name) => {
      const draft = draftOf(json, record({ [name]: 'World', tags: ['port'] }));
      expect(draft).toMatchObject({ keywords: ['port'], sections: ['World'], warnings: [] });
    },
  );

  test('a section without other keywords stays a keyword', () => {
    expect(draftOf(json, record({ section: 'World' }))).toMatchObject({
      keywords: ['World'],
      sections: ['World'],
    });
  });

  test('categories are keywords and no sections', () => {
    expect(draftOf(json, record({ categories: ['World'] }))).toMatchObject({
      keywords: ['World'],
      sections: [],
    });
  });

  test('a column of CSV and a mapped field state sections', () => {
    expect(draftOf(csv, 'title,body,section\nA,It opened.,World\n').sections).toEqual(['World']);
    const map = { section: 'place.page' };
    const settings = { source: null, timeZone: null, language: null, map };
    expect(draftOf(json, record({ place: { page: 'World' } }), 'a', settings).sections).toEqual(['World']);
  });

  test('front matter of Markdown states a section', () => {
    expect(draftOf(markdown, '---\ntitle: A\nsection: World\ntags: [port]\n---\nIt opened.')).toMatchObject({
      keywords: ['port'],
      sections: ['World'],
    });
  });
});

test('NITF states a section in pubdata and in the metadata of The New York Times', () => {
  const document = `<nitf><head><title>A</title><meta name="online_sections" content="World; Front Page"/>
    <pubdata position.section="Foreign"/></head><body><body.head/><body.content><p>It opened.</p></body.content></body></nitf>`;
  expect(draftOf(nitf, document).sections).toEqual(['Foreign', 'World', 'Front Page']);
});

test('a line of navigation and a section line above wire copy state sections', () => {
  const opening = 'Harbour opens after nine years\n\nThe new harbour of the city opened on Sunday.\n';
  expect(draftOf(text, `Home > World > Europe\n\n${opening}`)).toMatchObject({
    keywords: ['World', 'Europe'],
    sections: ['World', 'Europe'],
  });
  expect(draftOf(text, `Section: World\nKeywords: port\n\n${opening}`)).toMatchObject({
    keywords: ['World', 'port'],
    sections: ['World'],
  });
});
