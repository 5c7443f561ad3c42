import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feed } from '../../src/reading/formats/feed/feed.ts';
import { mostEntries, sitemapFile, sitemapFiles } from '../../src/routes/discovery/sitemap-files.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

const origin = 'https://news.example.org';
let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp({ publicUrl: origin });
  const hour = (hours: number) => `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
  await sample.archive.writes.writeArticles([
    sampleArticle({ headline: 'Tom & <Jerry> land', publishedAt: hour(1), language: 'zh-Hant' }),
    sampleArticle({ headline: 'Yesterday’s storm', publishedAt: hour(30), source: null }),
    sampleArticle({ headline: 'Nobody knows the language', publishedAt: hour(2), language: 'und' }),
    sampleArticle({ headline: 'Long over', publishedAt: hour(50) }),
  ]);
});
afterAll(() => sample.close());

interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

/** The root of an XML document, whitespace outside of texts left out. */
function xml(text: string): XmlNode {
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const node = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext(data) {
        const at = open.at(-1);
        if (at) at.text += data;
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(text);
  const [root] = top.children;
  if (!root) throw new Error('there is no element');
  return root;
}

const textOf = (node: XmlNode | undefined, name: string) =>
  node?.children.find((child) => child.name === name)?.text;
const pathOf = (url: string) => url.slice(origin.length);

/** What sitemap.xsd and siteindex.xsd demand of a document, and the limits of sitemaps.org. */
function checkSitemap(body: string): string[] {
  expect(body.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  const root = xml(body);
  expect(root.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  const entry = { urlset: 'url', sitemapindex: 'sitemap' }[root.name];
  expect(root.children.length).toBeGreaterThan(0);
  expect(root.children.length).toBeLessThanOrEqual(mostEntries);
  return root.children.map((node) => {
    expect(node.name).toBe(entry);
    const plain = node.children.map(({ name }) => name).filter((name) => !name.includes(':'));
    expect([['loc'], ['loc', 'lastmod']]).toContainEqual(plain);
    const lastmod = textOf(node, 'lastmod') ?? '2024-01-01T00:00:00Z';
    expect(lastmod).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
    const loc = textOf(node, 'loc') ?? '';
    expect(new URL(loc).origin).toBe(origin);
    expect(loc.length).toBeLessThan(2048);
    return loc;
  });
}

describe('the sitemap', () => {
  test('is an index of files that have every page once, and each page is there', async () => {
    const index = await sample.get('/sitemap.xml');
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
    const pages: string[] = [];
    for (const file of checkSitemap(index.body)) {
      const answer = await sample.get(pathOf(file));
      expect(answer.statusCode, file).toBe(200);
      pages.push(...checkSitemap(answer.body));
    }
    expect(new Set(pages).size).toBe(pages.length);
    for (const page of pages) expect((await sample.get(pathOf(page))).statusCode, page).toBe(200);
    expect(pages.filter((page) => page.includes('/articles/'))).toHaveLength(8);
    expect(pages).toContain(`${origin}/people/ada-birch`);
    expect(pages, 'nothing carries it').not.toContain(`${origin}/topics/transport`);
  });

  test('says when an article last changed', async () => {
    const { body } = await sample.get('/sitemaps/articles-2024-02.xml');
    const [storm] = xml(body).children;
    expect(textOf(storm, 'loc')).toBe(`${origin}/articles/storm-closes-the-ferry`);
    expect(Date.parse(textOf(storm, 'lastmod') ?? '')).toBe(Date.parse('2024-02-29T12:00:00Z'));
  });

  test('has a file a month, a day of a crowded month, an hour of one that is far too full', () => {
    const months = [
      { month: '2024-01', articles: 50_000 },
      { month: '2024-02', articles: 50_001 },
      { month: '2024-03', articles: 800_000 },
    ];
    const files = sitemapFiles(months, 50_001, 50_001);
    expect(files.slice(0, 5)).toEqual([
      ...['tags-1.xml', 'tags-2.xml', 'articles-2024-01.xml', 'articles-2024-02-01.xml'],
      'articles-2024-02-02.xml',
    ]);
    expect(files.slice(-2)).toEqual(['undated-1.xml', 'undated-2.xml']);
    expect(files).toHaveLength(2 + 1 + 29 + 31 * 24 + 2);
    expect(sitemapFile('undated-2.xml')).toEqual({ kind: 'undated', after: 50_000 });
    const periods = files.flatMap((name) => {
      const file = sitemapFile(name);
      return file?.kind === 'articles' ? [file] : [];
    });
    expect(periods.at(0)?.from).toBe('2024-01-01T00:00:00Z');
    expect(periods.at(-1)?.before).toBe('2024-04-01T00:00:00Z');
    for (const [index, { from }] of periods.entries()) {
      if (index > 0) expect(periods[index - 1]?.before).toBe(from);
    }
  });

  test.each(['tags-0.xml', 'articles-2024-13.xml', 'articles-2024-02-30.xml', 'articles-1999-01.xml', 'a'])(
    'has no file %s',
    async (name) => {
      expect((await sample.get(`/sitemaps/${name}`)).statusCode).toBe(404);
    },
  );

  test('of an archive without articles still leads to the pages that there are', async () => {
    const empty = await openSampleApp({ publicUrl: origin });
    const page = { filter: {}, sort: 'newest', form: 'card', limit: 9, count: 'none' } as const;
    const { items } = await empty.archive.reads.articles(page);
    for (const item of items) await empty.archive.writes.withdraw([JSON.parse(item).id]);
    expect(checkSitemap((await empty.get('/sitemap.xml')).body)).toContain(`${origin}/sitemaps/pages.xml`);
    expect((await empty.get('/news-sitemap.xml')).body).toContain('<urlset ');
    await empty.close();
  });
});

describe('the news sitemap', () => {
  test('has the last two days, with publication, language, date and title', async () => {
    const { body } = await sample.get('/news-sitemap.xml');
    checkSitemap(body);
    const root = xml(body);
    expect(root.attributes['xmlns:news']).toBe('http://www.google.com/schemas/sitemap-news/0.9');
    const news = root.children.map((url) => url.children.find(({ name }) => name === 'news:news'));
    expect(news.map((each) => textOf(each, 'news:title'))).toEqual([
      'Tom & <Jerry> land',
      'Yesterday’s storm',
    ]);
    const publications = news.map((each) => each?.children.find(({ name }) => name === 'news:publication'));
    expect(publications.map((each) => [textOf(each, 'news:name'), textOf(each, 'news:language')])).toEqual([
      ['The Harbour Post', 'zh-tw'],
      ['Dateline', 'en'],
    ]);
  });

  test('is read back by the reader of news sitemaps', async () => {
    const { rawPayload } = await sample.get('/news-sitemap.xml');
    const settings = { source: null, timeZone: null, language: null, map: {} };
    const readings = [...feed.read({ path: 'news-sitemap.xml', bytes: rawPayload }, settings)];
    expect(readings).toMatchObject([
      { kind: 'draft', draft: { headline: 'Tom & <Jerry> land' } },
      { kind: 'draft', draft: { headline: 'Yesterday’s storm' } },
    ]);
  });
});

test('robots.txt allows everything but what has no end, and names the sitemaps', async () => {
  const { body, headers } = await sample.get('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  const lines = body.split('\n');
  expect(lines[0]).toBe('User-agent: *');
  expect(lines).toContain(`Sitemap: ${origin}/sitemap.xml`);
  expect(lines).toContain('Disallow: /v1/export.ndjson');
  expect(lines).not.toContain('Disallow: /');
});

describe('the API catalogue (RFC 9727)', () => {
  test('is a linkset whose every link leads somewhere', async () => {
    const answer = await sample.get('/.well-known/api-catalog', { accept: 'application/linkset+json' });
    expect(answer.headers['content-type']).toBe(
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
    const { linkset } = answer.json();
    const [catalogue, api] = linkset;
    expect(catalogue.anchor).toBe(`${origin}/.well-known/api-catalog`);
    expect(catalogue.item).toContainEqual({ href: `${origin}/v1` });
    expect(api['service-desc'][0].href).toBe(`${origin}/openapi.json`);
    // RFC 9264, 4.2: an anchor, and by relation lists of targets with an href.
    for (const { anchor, ...relations } of linkset) {
      expect(URL.canParse(anchor)).toBe(true);
      for (const targets of Object.values<{ href: string }[]>(relations)) {
        for (const { href } of targets.filter((target) => !target.href.endsWith('/mcp'))) {
          expect((await sample.get(pathOf(href))).statusCode, href).toBe(200);
        }
      }
    }
  });

  test('names itself in the Link header of HEAD and of the API', async () => {
    const link = `<${origin}/.well-known/api-catalog>; rel="api-catalog"`;
    const head = await sample.app.inject({ method: 'HEAD', url: '/.well-known/api-catalog' });
    expect(head.statusCode).toBe(200);
    expect(head.headers.link).toContain(link);
    expect((await sample.get('/v1')).headers.link).toContain(link);
  });
});

test('llms.txt begins with a title and a summary, and each of its links leads somewhere', async () => {
  const { body } = await sample.get('/llms.txt');
  expect(body).toMatch(/^# Dateline\n\n> A news archive: 8 articles from .*\n/);
  const links = [...body.matchAll(/^- \[[^\]]+\]\(([^)]+)\): /gm)].map(([, url = '']) => url);
  expect(links.length).toBeGreaterThan(8);
  for (const link of links.filter((each) => !each.endsWith('/mcp'))) {
    expect((await sample.get(pathOf(link))).statusCode, link).toBe(200);
  }
});

describe('oEmbed', () => {
  const page = encodeURIComponent(`${origin}/articles/birch-promises-a-new-pier`);

  test('gives an article to be put into another page', async () => {
    const { body, headers } = await sample.get(`/oembed?url=${page}`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const embed = JSON.parse(body);
    expect(embed).toMatchObject({
      ...{ type: 'rich', version: '1.0', title: 'Birch promises a new pier', provider_name: 'Dateline' },
      ...{ provider_url: origin, width: 600, height: 260 },
    });
    expect(embed.html).toContain(`<a href="${origin}/articles/birch-promises-a-new-pier">`);
    expect(embed.html).not.toMatch(/<script|style=/);
  });

  test('keeps within maxwidth and maxheight', async () => {
    const embed = (await sample.get(`/oembed?url=${page}&maxwidth=320&maxheight=120`)).json();
    expect(embed).toMatchObject({ width: 320, height: 120 });
    expect(embed.html).not.toContain('The council met');
  });

  test('is XML where that is asked for, with the same values', async () => {
    const json = (await sample.get(`/oembed?url=${page}&format=json`)).json();
    const answer = await sample.get(`/oembed?url=${page}&format=xml`);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    const root = xml(answer.body);
    expect(root.name).toBe('oembed');
    expect(Object.fromEntries(root.children.map(({ name, text }) => [name, text]))).toEqual(
      Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])),
    );
    expect((await sample.get(`/oembed?url=${page}`, { accept: 'text/xml' })).body).toContain('<oembed>');
  });

  test.each([
    ['a page that is none of ours', 'https://other.example/articles/birch-promises-a-new-pier', 404],
    ['an article that there is not', `${origin}/articles/nothing`, 404],
    ['a page that is no article', `${origin}/people/ada-birch`, 404],
    ['what is no address', 'nonsense', 404],
    ['the address in the API', `${origin}/v1/articles/birch-promises-a-new-pier.md`, 200],
    ['the same over http', 'http://news.example.org/articles/birch-promises-a-new-pier/', 200],
  ])('answers for %s as it should', async (_, url, status) => {
    expect((await sample.get(`/oembed?url=${encodeURIComponent(url)}`)).statusCode).toBe(status);
  });

  test.each(['JSON', 'Xml'])('has the format %s in any case', async (format) => {
    const { statusCode, headers } = await sample.get(`/oembed?url=${page}&format=${format}`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain(format.toLowerCase());
  });

  test('answers 501 for a format that it has not, and 400 without an address', async () => {
    const answer = await sample.get(`/oembed?url=${page}&format=yaml`);
    expect(answer.statusCode).toBe(501);
    expect(answer.json().type).toBe(`${origin}/problems/not-implemented`);
    expect((await sample.get('/oembed')).statusCode).toBe(400);
  });

  test('is found from the page of an article and from its Link header', async () => {
    const address = `${origin}/oembed?url=${page}&format=json`;
    const reader = await sample.get('/articles/birch-promises-a-new-pier');
    expect(reader.body).toContain(
      `<link rel="alternate" type="application/json+oembed" href="${address.replaceAll('&', '&amp;')}"`,
    );
    const { headers } = await sample.get('/v1/articles/birch-promises-a-new-pier');
    expect(headers.link).toContain(`<${address}>; rel="alternate"; type="application/json+oembed"`);
  });
});
