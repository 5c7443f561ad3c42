import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

const three = ['Birch promises a new pier', 'Storm closes the ferry', 'Fishers land a record catch'];

describe('keywords, sections and authors', () => {
  let sample: SampleApp;
  beforeAll(async () => {
    sample = await openSampleApp();
  });
  afterAll(() => sample.close());
  const headlines = async (url: string) => {
    const { data } = (await sample.get(url)).json();
    return data.map(({ headline }: { headline: string }) => headline);
  };

  it.each([
    ['keyword=open-data', three],
    ['keyword=Open%20Data', three],
    ['section=City%20Hall', ['Birch promises a new pier']],
    ['author=Ann%20Lee', ['Birch promises a new pier']],
    ['keyword=Open%20Data,-city-hall', ['Storm closes the ferry', 'Fishers land a record catch']],
    ['tag=keyword/open-data,-author/ann-lee', ['Storm closes the ferry', 'Fishers land a record catch']],
    ['tag=open-data', three],
  ])('filter articles: %s', async (query, expected) => {
    expect(await headlines(`/v1/articles?${query}`)).toEqual(expected);
  });

  it('have lists with counts, named by their most frequent form', async () => {
    const { data, page } = (await sample.get('/v1/keywords')).json();
    expect(page.total).toEqual({ value: 2, relation: 'eq' });
    expect(data).toMatchObject([
      { id: 'keyword/open-data', name: 'Open Data', articleCount: 3, lastSeenAt: '2024-11-03T11:59:00Z' },
      { id: 'keyword/city-hall', name: 'City Hall', articleCount: 1 },
    ]);
    expect((await sample.get('/v1/authors?q=le')).json().data).toMatchObject([{ slug: 'ann-lee' }]);
    expect((await sample.get('/v1')).json().data.counts).toMatchObject({
      keywords: 2,
      sections: 1,
      authors: 1,
    });
  });

  it('are redirected to from the printed word, with all their lists', async () => {
    for (const part of ['', '/articles', '/quotes', '/together']) {
      const { statusCode, headers } = await sample.get(`/v1/keywords/Open%20Data${part}`);
      expect([statusCode, headers.location]).toEqual([308, `/v1/keywords/open-data${part}`]);
      expect((await sample.get(`/v1/keywords/open-data${part}`)).statusCode).toBe(200);
    }
  });

  it('lead from an author to the only person of that name', async () => {
    const own = await openSampleApp();
    const article = sampleArticle({ headline: 'A walk', authors: ['Ada B. Birch', 'Zoe Oak'] });
    await own.archive.writes.writeArticles([article]);
    const personOf = async (slug: string) => (await own.get(`/v1/authors/${slug}`)).json().links.person;
    expect(await personOf('ada-b-birch')).toBe('/v1/people/ada-birch');
    expect(await personOf('zoe-oak')).toBeNull();
    await own.close();
  });

  it('lead from a person to the only author of that name, and to none of two', async () => {
    const own = await openSampleApp();
    const sign = (headline: string, author: string) =>
      own.archive.writes.writeArticles([sampleArticle({ headline, authors: [author] })]);
    const authorOf = async (slug: string) => (await own.get(`/v1/people/${slug}`)).json().links.author;
    expect(await authorOf('ada-birch')).toBeNull();
    await sign('A walk', 'Ada B. Birch');
    expect(await authorOf('ada-birch')).toBe('/v1/authors/ada-b-birch');
    await sign('A swim', 'Ada Birch');
    expect(await authorOf('ada-birch')).toBeNull();
    await own.close();
  });

  it('say of an author where, when and on what', async () => {
    const own = await openSampleApp();
    await own.archive.writes.writeArticles([
      sampleArticle({
        ...{ headline: 'A walk', authors: ['Ann Lee'], publishedAt: '2022-05-01T10:00:00Z' },
        ...{ source: 'the-island-gazette', keywords: ['Open Data'], tags: ['topic/harbours'] },
      }),
    ]);
    const { data } = (await own.get('/v1/authors/ann-lee')).json();
    const articles = '/v1/authors/ann-lee/articles';
    expect(data).toMatchObject({ name: 'Ann Lee', kind: 'person', articleCount: 2 });
    expect(data.profile).toMatchObject({
      years: [
        { year: '2024', articleCount: 1, articles: `${articles}?date=2024` },
        { year: '2022', articleCount: 1 },
      ],
      sections: [{ id: 'section/city-hall', name: 'City Hall', articleCount: 1 }],
      keywords: [{ slug: 'open-data', articleCount: 2, articles: `${articles}?keyword=open-data` }, {}],
      examined: { value: 2, relation: 'eq' },
    });
    expect(data.profile.outlets.map(({ slug }: { slug: string }) => slug).toSorted()).toEqual([
      'the-harbour-post',
      'the-island-gazette',
    ]);
    expect(data.profile.tags[0]).toMatchObject({ id: 'topic/harbours', articleCount: 2 });
    for (const part of Object.values(data.profile).flat()) {
      const { articles: address, articleCount } = part as { articles: string; articleCount: number };
      if (address === undefined) continue;
      expect((await own.get(address)).json().page.total).toEqual({ value: articleCount, relation: 'eq' });
    }
    const { etag } = (await own.get('/v1/authors/ann-lee')).headers;
    await own.archive.writes.writeArticles([sampleArticle({ headline: 'No news' })]);
    expect((await own.get('/v1/authors/ann-lee', { 'if-none-match': String(etag) })).statusCode).toBe(304);
    await own.close();
  });

  it('are authors of the kind agency if an article prints them so, also after a rename', async () => {
    const own = await openSampleApp();
    const article = sampleArticle({ headline: 'A walk', authors: ['Ann Lee', 'Yonhap'] });
    for (const author of article.authors) if (author.name === 'Yonhap') author.kind = 'agency';
    await own.archive.writes.writeArticles([article]);
    const kindOf = async (slug: string) => (await own.get(`/v1/authors/${slug}`)).json().data.kind;
    expect(await kindOf('yonhap')).toBe('agency');
    expect(await kindOf('ann-lee')).toBe('person');
    const rename = { do: 'rename-tag', tag: 'author/yonhap', name: 'Yonhap News' } as const;
    await own.archive.writes.correctTags([rename], 'desk');
    expect(await kindOf('yonhap-news')).toBe('agency');
    expect((await own.get('/v1/authors?q=yonhap')).json().data).toMatchObject([{ kind: 'agency' }]);
    expect((await own.get('/v1/keywords/open-data')).json().data).not.toHaveProperty('kind');
    await own.close();
  });

  it('are counted in facets', async () => {
    const { facets } = (await sample.get('/v1/articles?facets=keyword,section,author&date=2024-11')).json();
    const values = (name: string) =>
      facets[name].values.map(({ value, count }: { value: string; count: number }) => [value, count]);
    expect(values('keyword').toSorted()).toEqual([
      ['city-hall', 1],
      ['open-data', 1],
    ]);
    expect(values('section')).toEqual([['city-hall', 1]]);
    expect(values('author')).toEqual([['ann-lee', 1]]);
  });

  it('that are unknown are answered with the nearest ones', async () => {
    const missing = await sample.get('/v1/keywords/open-date');
    expect(missing.statusCode).toBe(404);
    expect(missing.json().detail).toBe('There is no keyword "open-date". Nearest: keyword/open-data.');
    const wordless = await sample.get('/v1/keywords/%F0%9F%98%80');
    expect(wordless.json().detail).toBe('There is no keyword "😀".');
    const { meta } = (await sample.get('/v1/articles?author=Ann%20Lea')).json();
    expect(meta.warnings).toMatchObject([{ value: 'author/ann-lea', nearest: ['author/ann-lee'] }]);
  });

  it('are shown in the article as printed, and not among its tags', async () => {
    const { data } = (await sample.get('/v1/articles/birch-promises-a-new-pier')).json();
    expect(data).toMatchObject({
      keywords: ['Open Data', 'City Hall'],
      sections: ['City Hall'],
      authors: [{ name: 'Ann Lee' }],
    });
    expect(data.tags.map(({ type }: { type: string }) => type).toSorted()).toEqual([
      'person',
      'place',
      'topic',
    ]);
  });

  it('occur together with people and topics, and on request with each other', async () => {
    const ids = async (query: string) => {
      const { data } = (await sample.get(`/v1/authors/ann-lee/together${query}`)).json();
      return data.map(({ id }: { id: string }) => id).toSorted();
    };
    expect(await ids('')).toEqual(['person/ada-birch', 'place/seahaven', 'topic/harbours']);
    expect(await ids('?type=keyword')).toEqual(['keyword/city-hall', 'keyword/open-data']);
  });
});
