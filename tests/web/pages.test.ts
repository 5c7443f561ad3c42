import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArchiveUnavailable } from '../../src/archive/archive-unavailable.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp({ publicUrl: 'https://news.example.org' });
});
afterAll(() => sample?.close());

async function open(url: string) {
  const answer = await sample.get(url, { accept: 'text/html' });
  return { answer, document: parseHTML(answer.body).document };
}

const pages: [url: string, heading: string][] = [
  ['/', 'The newest articles'],
  ['/search?q=pier', '“pier”'],
  ['/articles/birch-promises-a-new-pier', 'Birch promises a new pier'],
  ['/people', 'People'],
  ['/people/ada-birch', 'Ada Birch'],
  ['/topics/harbours', 'Harbours'],
  ['/organizations/seahaven-council', 'Seahaven Council'],
  ['/places/seahaven', 'Seahaven'],
  ['/keywords', 'Keywords'],
  ['/keywords/open-data', 'Open Data'],
  ['/sections/city-hall', 'City Hall'],
  ['/authors/ann-lee', 'Ann Lee'],
  ['/sources', 'Sources'],
  ['/sources/the-harbour-post', 'The Harbour Post'],
  ['/quotes', 'Quotes'],
];

test('a search has the filters by id, feature, address and change of the API', async () => {
  const { document } = await open('/search?ids=birch-promises-a-new-pier,storm-closes-the-ferry&has=quotes');
  const headlines = [...document.querySelectorAll('.card-headline')].map((each) => each.textContent);
  expect(headlines).toEqual(['Birch promises a new pier']);
  expect(document.querySelector('.chips')?.textContent).toContain('with quotes');
  const { document: none } = await open('/search?url=https://example.org/none&updated-since=2020');
  expect(none.querySelectorAll('.card-headline')).toHaveLength(0);
});

test('a list of the API links to the search with all its filters', async () => {
  const feed = await sample.get(
    '/v1/articles.rss?has=quotes&ids=birch-promises-a-new-pier&updated-since=2020',
  );
  expect(feed.body).toContain(
    '/search?updated-since=2020&amp;ids=birch-promises-a-new-pier&amp;has=quotes</link>',
  );
});

test('links of renamed tags lead to their present addresses', async () => {
  const app = await openSampleApp({});
  await app.archive.writes.correctTags(
    [{ do: 'rename-tag', tag: 'person/bo-elm', name: 'Bo Elm Junior' }],
    'ann',
  );
  for (const url of ['/articles/council-argues-over-the-pier', '/people', '/search?q=junior']) {
    const { body } = await app.get(url, { accept: 'text/html' });
    expect(body, url).not.toContain('href="/people/bo-elm"');
    expect(body, url).toContain('href="/people/bo-elm-junior"');
  }
  await app.close();
});

describe.each(pages)('%s', (url, heading) => {
  test('is whole without script: status, heading, title, language', async () => {
    const { answer, document } = await open(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(document.querySelector('h1')?.textContent).toBe(heading);
    expect(document.title).toMatch(/Dateline$/);
    expect(document.documentElement.getAttribute('lang')).toBe('en');
  });

  test('loads and runs nothing but what this server sends', async () => {
    const { answer, document } = await open(url);
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    const loaded = [
      ...document.querySelectorAll(
        'script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon], img',
      ),
    ];
    for (const each of loaded) {
      expect(each.getAttribute('src') ?? each.getAttribute('href')).toMatch(/^\/assets\//);
    }
    expect(answer.body).not.toMatch(/ style=| on[a-z]+=/);
  });

  test('says by which API call it was made, and the call answers', async () => {
    const { document } = await open(url);
    const line = document.querySelector('.call code')?.textContent ?? '';
    const address = /^curl 'https:\/\/news\.example\.org(\/v1\/[^']*)'$/.exec(line)?.[1] ?? '';
    expect((await sample.get(address)).statusCode).toBe(200);
  });

  test('has links that lead somewhere', async () => {
    const { document } = await open(url);
    const links = new Set(
      [...document.querySelectorAll('a[href^="/"], link[rel=next], link[rel=prev]')].map((link) =>
        link.getAttribute('href'),
      ),
    );
    expect(links.size).toBeGreaterThan(5);
    for (const link of links) {
      expect([link, (await sample.get(link ?? '', { accept: 'text/html, */*' })).statusCode]).toEqual([
        link,
        200,
      ]);
    }
  });

  test('answers 304 to who has it', async () => {
    const { answer } = await open(url);
    const again = await sample.get(url, { 'if-none-match': String(answer.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

test('an article is described for search engines', async () => {
  const { document } = await open('/articles/birch-promises-a-new-pier');
  const written = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  expect(JSON.parse(written)).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Birch promises a new pier',
    datePublished: '2024-11-03T11:59:00Z',
    url: 'https://news.example.org/articles/birch-promises-a-new-pier',
  });
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    'https://news.example.org/articles/birch-promises-a-new-pier',
  );
});

test('mentions are links and quotes are marked, and the text is as it was', async () => {
  const { document } = await open('/articles/birch-promises-a-new-pier');
  const { data } = (await sample.get('/v1/articles/birch-promises-a-new-pier')).json();
  expect(document.querySelector('.body p')?.textContent).toBe(data.body.text);
  expect(document.querySelector('.body a[data-tag="person/ada-birch"]')?.textContent).toBe('Ada Birch');
  expect(document.querySelector('#quote-1')?.textContent).toBe('We will build the pier by spring');
  expect(document.querySelector('.speakers')?.textContent?.trim()).toBe('Ada Birch');
});

test('an article links its sections, keywords and authors as they are printed', async () => {
  const { document } = await open('/articles/birch-promises-a-new-pier');
  const links = (selector: string) =>
    [...document.querySelectorAll(selector)].map((link) => [link.getAttribute('href'), link.textContent]);
  expect(links('.kicker a')).toEqual([['/sections/city-hall', 'City Hall']]);
  expect(links('.byline a')).toEqual([['/authors/ann-lee', 'Ann Lee']]);
  expect(links('a[href^="/keywords/"]')).toEqual([
    ['/keywords/open-data', 'Open Data'],
    ['/keywords/city-hall', 'City Hall'],
  ]);
});

test('pages of authors lead with the articles, and show outlets, years and keywords', async () => {
  const { payload } = await sample.get('/authors/ann-lee', { accept: 'text/html' });
  const headings = [...payload.matchAll(/<h2 class="rubric">\s*([^<]*?)\s*</g)].map(([, text]) => text);
  const first = headings.indexOf('1 article');
  expect(first).toBeGreaterThanOrEqual(0);
  expect(first).toBeLessThan(headings.indexOf('Said in these articles'));
  expect(headings).toEqual(expect.arrayContaining(['Outlets', 'Years', 'Sections', 'Keywords']));
  expect(headings).not.toContain('Mentioned together');
  expect(payload).toContain('href="/search?author=ann-lee&amp;date=2024"');
});

test('the page of a keyword is found by the printed word', async () => {
  const answer = await sample.get('/keywords/Open%20Data', { accept: 'text/html' });
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/keywords/open-data']);
});

test('an id, or a slug that an article had, leads to its address', async () => {
  const { data } = (await sample.get('/v1/articles/birch-promises-a-new-pier')).json();
  const answer = await sample.get(`/articles/${data.id}`);
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/articles/birch-promises-a-new-pier']);
});

test('what is not there is 404, in words, and not kept by caches', async () => {
  for (const url of ['/articles/none', '/people/none', '/topics/none']) {
    const { answer, document } = await open(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(document.querySelector('h1')?.textContent).toBe('Page not found');
  }
});

test('a search that can not be read says what is wrong with it', async () => {
  const { answer, document } = await open('/search?from=yesterday');
  expect(answer.statusCode).toBe(400);
  expect(document.querySelector('main')?.textContent).toContain('from');
});

test('parameters of others, as links from elsewhere have them, are left alone', async () => {
  expect((await open('/?utm_source=letter')).answer.statusCode).toBe(200);
  expect((await open('/articles/storm-closes-the-ferry?fbclid=1')).answer.statusCode).toBe(200);
});

test('a search without result says how to search wider', async () => {
  const { document } = await open('/search?q=zeppelin&place=seahaven');
  expect(document.querySelector('.empty')?.textContent).toContain('No results');
  expect(document.querySelector('.empty a')?.getAttribute('href')).toBe('/search?q=zeppelin');
});

test('filters of a search can be taken away one by one', async () => {
  const { document } = await open('/search?q=pier&place=seahaven&from=2024-01-01');
  const away = [...document.querySelectorAll('.chips a')].map((link) => link.getAttribute('href'));
  expect(away).toEqual(['/search?q=pier&from=2024-01-01', '/search?q=pier&place=seahaven']);
});

test('facets are links with what they leave, and say nothing that would leave all', async () => {
  const { document } = await open('/search?q=pier');
  const facets = [...document.querySelectorAll('.facet')].map((facet) => [
    facet.querySelector('h3')?.textContent,
    ...[...facet.querySelectorAll('li')].map((item) => [
      item.querySelector('a')?.getAttribute('href'),
      Number.parseInt(item.querySelector('.count')?.textContent ?? '', 10),
    ]),
  ]);
  expect(facets).toEqual([
    ['Topics', ['/search?q=pier&topic=harbours', 1]],
    ['People', ['/search?q=pier&person=bo-elm', 1]],
    ['Organizations', ['/search?q=pier&organization=seahaven-council', 1]],
    ['Sections', ['/search?q=pier&section=city-hall', 1]],
    ['Keywords', ['/search?q=pier&keyword=city-hall', 1], ['/search?q=pier&keyword=open-data', 1]],
    ['Authors', ['/search?q=pier&author=ann-lee', 1]],
  ]);
});

test('a search that nobody wrote so is asked whether another was meant', async () => {
  const { document } = await open('/search?q=pire');
  expect(document.querySelector('.meant a')?.getAttribute('href')).toBe('/search?q=pier');
});

test('where a search was found is shown with its words marked', async () => {
  const { document } = await open('/search?q=spring');
  expect(document.querySelector('.card-found mark')?.textContent).toBe('spring');
});

test('a topic stands in its hierarchy: the way down to it, and what is within it', async () => {
  const { archive } = sample;
  await archive.writes.writeTags([
    sampleEntry('topic/transport'),
    sampleEntry('topic/harbours', { broader: ['topic/transport'] }),
    sampleEntry('topic/piers', { broader: ['topic/harbours'] }),
  ]);
  const { document } = await open('/topics/harbours');
  const links = (selector: string) =>
    [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
  expect(links('.path a')).toEqual(['/topics/transport']);
  expect(links('.hierarchy a')).toEqual(['/topics/piers']);
});

test('text of articles stays text', async () => {
  const headline = '</title></script><script>alert(1)</script> “&amp;”';
  await sample.archive.writes.writeArticles([
    sampleArticle({
      key: 'evil',
      headline,
      standfirst: '<img src=x onerror=alert(1)>',
      body: '<b>bold</b> </script>',
    }),
  ]);
  const slug = (await sample.get('/v1/articles?q=bold')).json().data[0].slug;
  for (const url of [`/articles/${slug}`, '/', '/search?q=%3Cscript%3Ealert(1)%3C/script%3E']) {
    const { answer, document } = await open(url);
    expect(answer.statusCode).toBe(200);
    expect(document.querySelectorAll('script:not([src]):not([type="application/ld+json"])')).toHaveLength(0);
    expect(document.querySelectorAll('.body b, main img')).toHaveLength(0);
  }
  const { document } = await open(`/articles/${slug}`);
  expect(document.querySelector('h1')?.textContent).toBe(headline);
  const linkedData = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  expect(JSON.parse(linkedData).headline).toBe(headline);
});

test('what pages load is named by its content and kept for a year', async () => {
  const { document } = await open('/');
  for (const element of document.querySelectorAll('link[rel=stylesheet], link[rel=preload]')) {
    const answer = await sample.get(element.getAttribute('href') ?? '');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toContain('immutable');
  }
});

test('pages of problems have the style of the reader', async () => {
  const { answer, document } = await open('/problems/invalid-parameter');
  const style = await sample.get('/assets/reader.css');
  expect(document.querySelector('link[rel=stylesheet]')?.getAttribute('href')).toBe(
    'https://news.example.org/assets/reader.css',
  );
  expect(answer.headers['content-security-policy']).toContain("style-src 'self'");
  expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
});

test.each(['/', '/people/ada-birch', '/topics/harbours', '/search?q=pier'])(
  'feed readers find the feeds of what %s lists',
  async (url) => {
    const { document } = await open(url);
    const feeds = [...document.querySelectorAll('link[rel=alternate]')];
    const types = ['application/rss+xml', 'application/atom+xml', 'application/feed+json'];
    expect(feeds.map((feed) => feed.getAttribute('type'))).toEqual(types);
    for (const feed of feeds) {
      const { headers } = await sample.get(feed.getAttribute('href') ?? '');
      expect(headers['content-type']).toMatch(feed.getAttribute('type') ?? '');
    }
  },
);

test.each(['/people/ada-birch', '/search?q=pier', '/articles/birch-promises-a-new-pier'])(
  '"This page as" of %s leads to each format, whatever a browser accepts',
  async (url) => {
    const { document } = await open(url);
    const rubric = [...document.querySelectorAll('h2')].find(
      ({ textContent }) => textContent === 'This page as',
    );
    const links = [...(rubric?.parentElement?.querySelectorAll('a') ?? [])];
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      const { headers } = await sample.get(link.getAttribute('href') ?? '', { accept: 'text/html' });
      expect(headers['content-type']).toMatch(link.getAttribute('type') ?? 'application/json');
    }
  },
);

test('the script is at most 60 KB compressed', () => {
  expect(existsSync('web/dist/reader.js'), 'npm run web builds it').toBe(true);
  expect(gzipSync(readFileSync('web/dist/reader.js')).length).toBeLessThan(60 * 1024);
});

test('what a correction changed is struck out and put in', async () => {
  const key = 'ferry-times';
  await sample.archive.writes.writeArticles([
    sampleArticle({ key, headline: 'Ferry leaves at nine', body: 'It leaves at nine.' }),
  ]);
  await sample.archive.writes.writeArticles([
    sampleArticle({ key, headline: 'Ferry leaves at ten', body: 'It leaves at ten.' }),
  ]);
  const { document } = await open('/articles/ferry-leaves-at-ten');
  const compare = document.querySelector('.versions a')?.getAttribute('href') ?? '';
  expect(compare).toBe('/articles/ferry-leaves-at-ten/versions?from=1');
  const { document: versions } = await open(compare);
  const texts = (selector: string) =>
    [...versions.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(texts('.differences h2')).toEqual(['Headline', 'Text']);
  expect(texts('del')).toEqual(['nine', 'nine']);
  expect(texts('ins')).toEqual(['ten', 'ten']);
});

test('when the archive does not answer, the page says that it may pass, and later it does', async () => {
  const { archive } = sample;
  const articles = archive.reads.articles;
  archive.reads.articles = () => {
    throw new ArchiveUnavailable('busy', 'locked');
  };
  const { answer, document } = await open('/search?q=ferry');
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([503, 'no-store']);
  expect(document.querySelector('h1')?.textContent).toBe('The archive is not responding');
  expect(document.querySelector('main a')?.getAttribute('href')).toBe('/search?q=ferry');
  archive.reads.articles = articles;
  expect((await open('/search?q=ferry')).answer.statusCode).toBe(200);
});

test('an article is shown even when what stands beside it does not come', async () => {
  const { archive } = sample;
  const related = archive.reads.related;
  archive.reads.related = () => {
    throw new ArchiveUnavailable('busy', 'locked');
  };
  const { answer, document } = await open('/articles/storm-closes-the-ferry');
  expect(answer.statusCode).toBe(200);
  expect(document.querySelector('main')?.textContent).toContain('Part of this page could not be loaded.');
  archive.reads.related = related;
});

test.each([404, 405, 400, 410, 500, 503])(
  'an article is shown even when its neighbours and related ones are a %i',
  async (status) => {
    const broken = await openSampleApp();
    broken.app.addHook('onRequest', async ({ url }, reply) => {
      const isBeside = /storm-closes-the-ferry\/|articles\/(?!storm-closes-the-ferry)[^/]*fields=/.test(url);
      if (isBeside && url.startsWith('/v1')) return reply.code(status).send('not a problem document');
    });
    const page = await broken.get('/articles/storm-closes-the-ferry', { accept: 'text/html' });
    expect(page.statusCode).toBe(200);
    const { document } = parseHTML(page.body);
    expect(document.querySelector('h1')?.textContent).toBe('Storm closes the ferry');
    expect(document.querySelector('.neighbours')).toBeNull();
    await broken.close();
  },
);

test('an article to which none is related has no heading for them', async () => {
  const lonely = await openSampleApp();
  await lonely.archive.writes.writeArticles([sampleArticle({ headline: 'Unheard zeppelins' })]);
  const headings = async (path: string) => {
    const { document } = parseHTML((await lonely.get(path, { accept: 'text/html' })).body);
    return [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
  };
  expect(await headings('/articles/storm-closes-the-ferry')).toContain('Related');
  expect(await headings('/articles/unheard-zeppelins')).not.toContain('Related');
  await lonely.close();
});
