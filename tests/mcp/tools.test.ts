import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { connect } from './connect.ts';

let sample: SampleApp;
const clients: Record<'2025' | '2026', Client | undefined> = { 2025: undefined, 2026: undefined };
beforeAll(async () => {
  sample = await openSampleApp();
  clients[2025] = await connect(sample.app);
  clients[2026] = await connect(sample.app, { latest: true });
});
afterAll(async () => {
  await clients[2025]?.close();
  await clients[2026]?.close();
  await sample.close();
});

async function call(name: string, given: Record<string, unknown>, era: '2025' | '2026' = '2025') {
  const client = clients[era];
  if (!client) throw new Error('not connected');
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const [first] = Array.isArray(content) ? content : [];
  return { text: first?.type === 'text' ? first.text : '', data: structuredContent, isError };
}

describe('the tools', () => {
  test.each(['2025', '2026'] as const)(
    'are listed to clients of %s as only reading, without schemas of their results',
    async (era) => {
      const { tools } = (await clients[era]?.listTools()) ?? { tools: [] };
      expect(tools.map(({ name }) => name)).toEqual([
        'search_articles',
        'get_article',
        'list_people',
        'list_tags',
        'get_person',
        'quotes_by',
        'timeline',
      ]);
      for (const { annotations, inputSchema, outputSchema } of tools) {
        expect(annotations?.readOnlyHint).toBe(true);
        expect(inputSchema.type).toBe('object');
        expect(outputSchema).toBeUndefined();
      }
    },
  );

  test('describe their parameters in few words', async () => {
    const { tools } = (await clients[2025]?.listTools()) ?? { tools: [] };
    const search = tools.find(({ name }) => name === 'search_articles')?.inputSchema.properties ?? {};
    expect(search.limit).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 10 });
    expect(search.highlight).toMatchObject({ type: 'boolean' });
    const quotes = tools.find(({ name }) => name === 'quotes_by')?.inputSchema;
    expect(quotes?.required).toEqual(['person']);
  });
});

describe('arguments', () => {
  test.each<[string, Record<string, unknown>]>([
    ['search_articles', { q: 'pier', highlight: true }],
    ['search_articles', { q: 'pier', highlight: 'true' }],
    ['search_articles', { q: 'pier', highlight: false, limit: '2', facets: ['year'] }],
    ['search_articles', { date: 2024, tag: 'place/seahaven,bo-elm', facets: 'year,person' }],
    ['list_people', { q: 'birch', limit: '5' }],
    ['list_tags', { type: 'keyword', q: 'open' }],
    ['quotes_by', { person: 'ada-birch', date: 2024 }],
    ['timeline', { from: 2023, to: 2024, by: 'year', person: 'ada-birch' }],
    ['search_articles', { q: 2024, topic: ['harbours'], tz: 'Asia/Seoul', has: 'quotes' }],
    ['search_articles', { q: '', person: [], date: null, sort: 'newest' }],
    ['get_article', { article: 'storm-closes-the-ferry', from: '0' }],
  ])('of %s may be %j', async (name, given) => {
    const { text, isError } = await call(name, given);
    expect(isError, text).toBeFalsy();
  });
});

describe.each(['2025', '2026'] as const)('for clients of %s', (era) => {
  test('quotes_by says what a person said about something, and in which article', async () => {
    const { text, data } = await call('quotes_by', { person: 'ada-birch', q: 'spring' }, era);
    expect(text).toContain('“We will build the pier by spring” — Ada Birch (person/ada-birch)');
    expect(text).toContain('dateline://articles/birch-promises-a-new-pier');
    expect(data).toMatchObject({
      data: [
        {
          exact: 'We will build the pier by spring',
          speaker: { tag: 'person/ada-birch' },
          article: { slug: 'birch-promises-a-new-pier' },
        },
      ],
    });
  });

  test('get_article gives the whole text', async () => {
    const { text, data } = await call('get_article', { article: 'birch-promises-a-new-pier' }, era);
    expect(text).toMatch(/^Birch promises a new pier\n2024-11-03T11:59:00Z/);
    expect(text).toContain('Quotes:\n- “We will build the pier by spring”');
    expect(data).toMatchObject({ data: { headline: 'Birch promises a new pier', quoteCount: 1 } });
  });
});

describe('search_articles', () => {
  test('answers with the articles of the API, in fewer fields', async () => {
    const { data, text } = await call('search_articles', { place: ['seahaven'], limit: 2 });
    const same = (await sample.get('/v1/articles?place=seahaven&limit=2')).json();
    const { page, meta } = same;
    expect(data).toMatchObject({
      data: same.data.map(({ id, slug, headline }: Record<string, unknown>) => ({ id, slug, headline })),
      page: { next: page.next, total: page.total },
      meta: { words: meta.words },
    });
    expect(text).toContain('Tags: ');
    expect(JSON.stringify(data).length).toBeLessThan(JSON.stringify(same).length / 2);
  });

  test('quotes the passages that match, and counts the matches', async () => {
    const { text, data } = await call('search_articles', {
      q: 'pier',
      highlight: true,
      facets: ['person', 'year'],
    });
    expect(text).toContain('In headline: Birch promises a new pier');
    expect(text).toContain('By person: Ada Birch (ada-birch) 2, Bo Elm (bo-elm) 1');
    expect(text).toContain('By year: 2024 2');
    expect(data).toMatchObject({ facets: { year: { values: [{ value: '2024', count: 2 }] } } });
  });

  test('suggests a correction where nothing is found', async () => {
    expect((await call('search_articles', { q: 'fishrs', match: 'all' })).text).toContain(
      'Did you mean q fishers',
    );
  });

  test('finds articles for a question in plain words, and says how', async () => {
    const { text, data } = await call('search_articles', { q: 'who will promise a pier for the zeppelins?' });
    expect(text).toContain('Birch promises a new pier');
    expect(text).toContain('Fewer than 3 articles match “who will promise a pier for the zeppelins?”.');
    expect(data).toMatchObject({ meta: { relaxed: { q: 'promise OR pier OR zeppelins' } } });
  });

  test('sorts by relevance if there are words to find, or as requested', async () => {
    const sortOf = async (given: Record<string, unknown>) =>
      /, ((?:best match|newest) first)\. /.exec((await call('search_articles', given)).text)?.[1];
    expect(await sortOf({ q: 'pier' })).toBe('best match first');
    expect(await sortOf({ q: 'pier', sort: 'newest' })).toBe('newest first');
    expect(await sortOf({ place: 'seahaven' })).toBe('newest first');
  });

  test('goes on from the cursor that its text names', async () => {
    const first = await call('search_articles', { limit: 3 });
    const cursor = /with cursor (\S+)$/.exec(first.text)?.[1];
    const second = await call('search_articles', { limit: 3, cursor });
    expect(second.text).toContain('Fishers land a record catch');
    expect(second.text).not.toContain('with cursor');
  });

  test('names near tags where one is unknown', async () => {
    const { text } = await call('search_articles', { person: ['ada-brich'] });
    expect(text).toContain('No results.');
    expect(text).toContain('Nearest: person/ada-birch');
  });

  test('takes null for what is not given, and a text for a list of one', async () => {
    const { text, isError } = await call('search_articles', { topic: 'harbours', q: null });
    expect(isError).toBeFalsy();
    expect(text).toContain('2 in all.');
  });
});

describe('people', () => {
  test('list_tags finds keywords, sections and authors', async () => {
    expect((await call('list_tags', { type: 'author' })).text).toContain(
      'Ann Lee (author/ann-lee), 1 article',
    );
  });

  test('list_people finds them by the beginning of a name', async () => {
    const { text } = await call('list_people', { q: 'bir' });
    expect(text).toContain('Ada Birch (person/ada-birch)\nAlso: Mayor Birch\nMayor of Seahaven.');
    expect(text).not.toContain('Bo Elm');
  });

  test('list_people counts the articles that match', async () => {
    const { text } = await call('list_people', { topic: 'harbours' });
    expect(text).toContain('1 matching of 2 articles');
  });

  test('get_person says how much there is of them', async () => {
    const { text, data } = await call('get_person', { person: 'ada-birch' });
    expect(text).toContain('2 articles, 1 quote, 2024-11-03 to 2024-11-03');
    expect(data).toMatchObject({ data: { id: 'person/ada-birch' } });
  });
});

describe('timeline', () => {
  test('counts by month from the oldest to the newest match', async () => {
    const { data, text } = await call('timeline', { topic: 'harbours' });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Articles with the tag topic/harbours, by month.',
      '2023-07: 1',
    ]);
    expect(data).toMatchObject({ meta: { by: 'month' } });
    expect(text).toMatch(/2023-08: 0\n.*2024-11: 1$/s);
  });

  test('counts by year between the years asked for', async () => {
    const { text } = await call('timeline', { from: '2022', to: '2024', by: 'year' });
    expect(text).toBe('Articles, by year.\n2022: 0\n2023: 1\n2024: 3');
  });

  test('refuses more periods than it counts', async () => {
    const { isError, text } = await call('timeline', { from: '1900', to: '2024', by: 'month' });
    expect(isError).toBe(true);
    expect(text).toContain('1500 periods');
  });

  test('of nothing is empty', async () => {
    const { data } = await call('timeline', { q: 'zeppelin' });
    expect(data).toMatchObject({ data: [] });
  });
});

describe('a call that can not be answered is an error that says how to ask', () => {
  test.each([
    ['quotes_by', {}, 'person must be a string'],
    ['quotes_by', { person: 'ada-brich' }, 'There is no person "ada-brich". Nearest: person/ada-birch.'],
    ['get_article', { article: 'nowhere' }, 'There is no article "nowhere".'],
    ['search_articles', { limit: 1000 }, 'limit must be at most 100'],
    ['search_articles', { sort: 'new' }, 'newest, oldest, relevance'],
    ['search_articles', { people: 'ada-birch' }, 'people is not a known parameter'],
    ['search_articles', { q: '"open' }, 'At character'],
    ['search_articles', { date: '2024-02-30' }, 'date is not a valid date'],
    ['search_articles', { cursor: 'xxxx' }, 'The cursor was truncated'],
    ['get_article', { article: ['a', 1, {}] }, 'article'],
    ['timeline', { from: 'yesterday' }, 'expected a year or month'],
    ['timeline', { from: '2024', to: '2023' }, 'is before from'],
    ['timeline', { from: 1990, to: 2024, by: 'month' }, 'did you mean "year"?'],
    ['timeline', { from: 1000, to: 2024 }, 'from makes 1025 periods; the maximum is 60'],
  ])('%s %j', async (name, given, said) => {
    const { isError, text } = await call(name, given);
    expect(isError).toBe(true);
    expect(text).toContain(said);
  });

  test('a tool that there is not is refused by the protocol', async () => {
    await expect(call('delete_article', {})).rejects.toThrow('delete_article');
  });
});
