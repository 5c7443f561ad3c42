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

describe('the text of a template', () => {
  const quote = 'We have waited long enough for this old bridge';
  const said = `<p>“${quote},” said Marta Quill, who runs the café beside the northern ramp of the old bridge.</p>`;
  const textOf = (body: string, head?: string) =>
    read(`<article><h1>${title}</h1>${body}</article>`, head).body.text;

  test.each([
    ['a quote in large type', `<aside><blockquote>${quote}</blockquote></aside>`, quote],
    ['a quote in large type, not marked', `<div class="big">${quote}</div>`, quote],
    ['a kicker', '<span class="article-kicker">Transport</span>', 'Transport'],
    [
      'an offer',
      '<div class="c-newsletter_box"><p>By submitting your email you agree to our terms.</p></div>',
      'submitting',
    ],
    ['an advertisement', '<div>Anzeige</div>', 'Anzeige'],
    ['a call to share', '<p>Diesen Artikel teilen</p>', 'teilen'],
    ['a reading time', '<p>Temps de Lecture 2 min.</p>', 'Lecture'],
    ['an editor', '<p>【责任编辑:张三】</p>', '张三'],
    [
      'an account',
      '<p>Puedes seguir al diario en <a href="#">Facebook</a> y <a href="#">Twitter</a>.</p>',
      'Facebook',
    ],
    ['the outlet under a byline', '<p>By Bo Hart</p><p>Town News, Harrow Ferry</p>', 'Town News'],
    ['tags', '<div>Tags <a href="/a">bridge</a>, <a href="/b">council</a></div>', 'Tags'],
  ])('is without %s', (_, furniture, words) => {
    const text = textOf(furniture + paragraphs + said + furniture);
    expect(text).not.toContain(`\n\n${words}`);
    expect(text.split(words).length - 1).toBe(words === quote ? 1 : 0);
    expect(text).toContain('said Marta Quill');
  });

  test('keeps a block quote that no paragraph repeats', () => {
    expect(
      textOf(`${paragraphs}<blockquote><p>${quote}, wrote the mayor.</p></blockquote>${paragraphs}`),
    ).toContain(quote);
  });

  test.each([
    [
      'that the metadata state',
      '<meta property="og:description" content="Eleven weeks, two girders, one café.">',
      'c-entry-dek',
    ],
    ['that only the page prints', '', 'standfirst'],
  ])('is without the standfirst %s', (_, head, name) => {
    const line = `<p class="${name}">Eleven weeks, two girders, one café.</p>`;
    const draft = read(`<article><h1>${title}</h1>${line}${paragraphs}</article>`, head);
    expect(draft.standfirst).toBe('Eleven weeks, two girders, one café.');
    expect(draft.body.text).not.toContain('girders');
  });

  test('is without the menu of a page laid out in a table', () => {
    const draft = read(
      `<TABLE><TR><TD><FONT SIZE=1><A HREF="/">Home</A><BR><A HREF="/sport">Sport</A></FONT></TD><TD><B>${title}</B><BR><I>By BO HART</I><BR>Monday, May 12, 1997${paragraphs.replaceAll('</p>', '')}</TD></TR></TABLE>`,
      `<TITLE>Town Post: ${title}</TITLE>`,
    );
    expect(draft.headline).toBe(title);
    expect(draft.publication?.text).toBe('Monday, May 12, 1997');
    expect(draft.authors.map(({ name }) => name)).toEqual(['Bo Hart']);
    expect(draft.body.text).toMatch(/^The council of the town/);
  });
});

describe('the sections of a page', () => {
  const path = ['Home', 'News', 'Bridges', title].map((name, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
  }));
  test.each([
    [
      'of the categories of WordPress',
      '<a href="/c" rel="category tag">News</a><a href="/t" rel="tag">bridge</a>',
      ['News'],
      ['bridge'],
    ],
    ['of its path', '<nav class="breadcrumb"><a href="/">Home</a><a href="/n">News</a></nav>', ['News'], []],
    [
      'of its BreadcrumbList',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'BreadcrumbList', itemListElement: path })}</script>`,
      ['News', 'Bridges'],
      [],
    ],
  ])('are those %s', (_, markup, sections, keywords) => {
    const draft = read(`<article>${markup}<h1>${title}</h1>${paragraphs}</article>`);
    expect(draft.sections).toEqual(sections);
    expect(draft.keywords).toEqual(keywords);
  });
});

describe('the picture above the text', () => {
  const base = '<base href="https://post.example/">';
  const headOf = (lead: string, head = '') =>
    read(
      `<main><h1>${title}</h1>${lead}<div class="article-body">${paragraphs}</div></main>`,
      `<title>${title}</title>${base}${head}`,
    ).images;

  test.each([
    [
      'as a featured image',
      '<figure class="featured"><img src="/b.jpg" width="1200" height="800" alt="Bridge"><figcaption>The bridge.</figcaption></figure>',
      'The bridge.',
      null,
    ],
    [
      'with a credit in brackets',
      '<figure><img src="/b.jpg" width="1200" height="800" alt="Bridge"><figcaption><span class="c__caption">The bridge.</span> <span class="c__credit">(Ida Moss)</span></figcaption></figure>',
      'The bridge.',
      'Ida Moss',
    ],
    [
      'with a name after the caption',
      '<figure><img src="/b.jpg" width="1200" height="800" alt="Bridge"><figcaption><span>The bridge on Tuesday.</span> <span>Ana Luz</span></figcaption></figure>',
      'The bridge on Tuesday.',
      'Ana Luz',
    ],
    [
      'with a credit beside it',
      '<figure><img src="/b.jpg" width="1200" height="800" alt="Bridge"><span><span class="visually-hidden">Image source, </span>Ida Moss</span><figcaption><span class="visually-hidden">Image caption, </span>The bridge.</figcaption></figure>',
      'The bridge.',
      'Ida Moss',
    ],
  ])('is read %s', (_, lead, caption, credit) => {
    expect(headOf(lead)).toEqual([
      { url: 'https://post.example/b.jpg', caption, credit, alt: 'Bridge', width: 1200, height: 800 },
    ]);
  });

  test.each([
    ['a portrait of the author', '<div class="byline"><img src="/hart.jpg"></div>'],
    ['a link to another article', '<a href="/other"><img src="/other.jpg"></a>'],
    ['a small button', '<img src="/play.jpg" width="120" height="90">'],
  ])('is not %s', (_, lead) => {
    expect(headOf(lead)).toEqual([]);
  });
});

test('a page with a video and two paragraphs has the date of the video', () => {
  const video = { '@type': 'VideoObject', name: title, uploadDate: '2023-05-12T10:00:00Z' };
  const draft = read(
    `<main><h1>${title}</h1><video></video>${paragraphs}</main>`,
    `<script type="application/ld+json">${JSON.stringify(video)}</script>`,
  );
  expect(draft.publishedAt).toBe('2023-05-12T10:00:00Z');
});
