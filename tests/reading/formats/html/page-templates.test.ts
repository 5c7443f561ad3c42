import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reading/formats/html/html.ts';
import { draftOf } from '../readings.ts';

const sentence =
  'The council of the town met on Sunday and decided, after long debate, to mend the old bridge over the river. ';
const paragraphs = `<p>${sentence.repeat(3)}</p><p>Second. ${sentence.repeat(2)}</p>`;
const title = 'Council mends the old bridge';
const read = (body: string, head = `<title>${title}</title>`, lang = 'en') =>
  draftOf(html, `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`);
const authorsOf = (draft: ReturnType<typeof read>) => draft.authors.map(({ name }) => name);

describe('a line under the headline that states authors and dates', () => {
  test.each([
    ['Published 12 May 2023 | By Bo Hart', ['Bo Hart'], '12 May 2023'],
    ['Ann Lee | 12 May 2023', ['Ann Lee'], '12 May 2023'],
    ['Ann Lee, Dublin — 12 May 2023', ['Ann Lee'], '12 May 2023'],
    ['By Ann Lee · 12 May 2023 · 5 min read', ['Ann Lee'], '12 May 2023'],
    ['Posted on May 12, 2023 by Bo Hart in Local News', ['Bo Hart'], 'May 12, 2023'],
    ['12.05.2023, 14:30 – by Bo Hart and Ann Lee', ['Bo Hart', 'Ann Lee'], '12.05.2023, 14:30'],
    ['Updated: 13 May 2023 | Published: 12 May 2023 | Ann Lee, Staff Reporter', ['Ann Lee'], '12 May 2023'],
    ['Submitted by Bo Hart on Fri, 05/12/2023 - 14:05', ['Bo Hart'], 'Fri, 05/12/2023 - 14:05'],
    ['เผยแพร่ 12 พ.ค. 2566 | โดย: สมชาย ใจดี', ['สมชาย ใจดี'], '12 พ.ค. 2566'],
    ['द्वारा: मीना शर्मा | 12 मई 2023', ['मीना शर्मा'], '12 मई 2023'],
    ['2023年05月12日 18:30 港门日报 作者：王丽', ['王丽'], '2023年05月12日 18:30'],
    ['פורסם: 12.05.23, 18:30', [], '12.05.23, 18:30'],
  ])('%s', (line, authors, published) => {
    const draft = read(`<main><h1>${title}</h1><div>${line}</div>${paragraphs}</main>`);
    expect(authorsOf(draft)).toEqual(authors);
    expect(draft.publication?.text).toBe(published);
  });

  test.each(['Georgia Politics | 12 May 2023', 'Harrow Ferry | 12 May 2023', 'Local News · 12 May 2023'])(
    'names no author: %s',
    (line) => {
      const draft = read(`<main><h1>${title}</h1><div>${line}</div>${paragraphs}</main>`);
      expect(draft.authors).toEqual([]);
    },
  );

  test('may stand in lines of one element', () => {
    const draft = read(
      `<center><h2>${title}</h2><b>by Bo Hart</b><br>12 May 1998</center><br>${paragraphs}<p>Printed on 3 June 2023</p>`,
    );
    expect(authorsOf(draft)).toEqual(['Bo Hart']);
    expect(draft.publication?.text).toBe('12 May 1998');
  });
});

describe('the authors of a page', () => {
  test('are those it prints if its metadata state the first alone', () => {
    const draft = read(
      `<article><h1>${title}</h1><div class="meta">Par <a href="/a">Anne Lérault</a> et Luc Bo</div>${paragraphs}</article>`,
      '<meta name="author" content="Anne Lérault">',
      'fr',
    );
    expect(authorsOf(draft)).toEqual(['Anne Lérault', 'Luc Bo']);
  });

  test.each([
    [
      'without the outlet',
      '<meta name="author" content="Bo Hart, The Post"><meta property="og:site_name" content="The Post">',
      '',
    ],
    ['of links to profiles', '', '<div><a href="/autor/bo-hart">Bo Hart</a></div>'],
    [
      'in lower case',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":"bo hart"}</script>',
      '',
    ],
    [
      'beside a label for screen readers',
      '',
      '<p><span class="screen-reader-text">Post author</span>By <a>Bo Hart</a></p>',
    ],
    ['in attributes in capitals', '<META NAME="Author" CONTENT="Bo Hart">', ''],
  ])('are read %s', (_, head, line) => {
    expect(authorsOf(read(`<article><h1>${title}</h1>${line}${paragraphs}</article>`, head))).toEqual([
      'Bo Hart',
    ]);
  });

  test('are not those of teasers', () => {
    const draft = read(
      `<article><h1>${title}</h1><div class="byline">By Staff</div>${paragraphs}</article><aside><div class="teaser"><span class="author">Ann Lee</span></div></aside>`,
    );
    expect(authorsOf(draft)).not.toContain('Ann Lee');
  });
});

describe('the headline of a template', () => {
  test.each([
    [
      'before the name of a Chinese outlet',
      '港口旧桥将修复_新闻_港门网',
      '<h1>港口旧桥将修复</h1>',
      '港口旧桥将修复',
    ],
    ['before a dash without spaces', '港口旧桥将修复-新港网', '<h1>港口旧桥将修复</h1>', '港口旧桥将修复'],
    ['of a print view', `Print: ${title}`, `<div class="sub">Town Post</div>`, title],
    [
      'under a heading that is the outlet',
      `${title} | Harrow Ferry Post`,
      `<h1>Harrow Ferry Post</h1><h2>${title}</h2>`,
      title,
    ],
    ['in bold', `Harrow Ferry Post: ${title}`, `<font size=5><b>${title}</b></font>`, title],
  ])('%s', (_, stated, body, headline) => {
    expect(read(`<div>${body}${paragraphs}</div>`, `<title>${stated}</title>`).headline).toBe(headline);
  });
});

describe('attributes in other cases', () => {
  test.each([
    '<time dateTime="2023-05-12T18:30:00+09:00">12 May</time>',
    '<TIME DATETIME="2023-05-12T18:30:00+09:00">12 May</TIME>',
    '<span itemProp="datePublished" content="2023-05-12T18:30:00+09:00"></span>',
  ])('are those of HTML: %s', (date) => {
    expect(read(`<article><h1>${title}</h1>${date}${paragraphs}</article>`).publishedAt).toBe(
      '2023-05-12T09:30:00Z',
    );
  });
});

describe('a page of an archive of the web', () => {
  test.each([
    ['https://web.archive.org/web/20230513081500/https://post.example/bridge', '2023-05-13T08:15:00Z'],
    ['https://archive.ph/2023.05.13-081500/https://post.example/bridge', '2023-05-13T08:15:00Z'],
    ['https://arquivo.example.org/bridge', null],
  ])('has the address of the original: %s', (address, crawledAt) => {
    const draft = read(
      `<article><h1>${title}</h1>${paragraphs}</article>`,
      `<title>${title}</title><link rel="canonical" href="${address}">`,
    );
    expect(draft.url).toBe(crawledAt === null ? address : 'https://post.example/bridge');
    expect(draft.crawledAt ?? null).toBe(crawledAt);
  });

  test('does not take the time of the capture for that of publication', () => {
    const draft = read(
      `<div id="HEADER"><div>webpage capture</div><div>13 May 2023 08:15:00 UTC</div></div><div id="SOLID"><h1>${title}</h1><div>By Bo Hart</div><div>May 12, 2023</div>${paragraphs}</div>`,
      '<meta property="og:site_name" content="archive.ph"><meta property="article:published_time" content="2023-05-13T08:15:00Z">',
    );
    expect(draft.publication?.text).toBe('May 12, 2023');
    expect(draft.source).toBeNull();
  });
});
