import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemBody } from '../../src/http/problems/problem-body.ts';
import { ArticleParameters } from '../../src/routes/articles/parameters.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

async function problem(url: string, status = 400) {
  const reply = await api.get(url);
  expect(reply.statusCode, reply.body).toBe(status);
  expect(reply.body).not.toMatch(/sqlite|SELECT|node_modules|\.ts\b|at \w+ \(/);
  return ProblemBody.parse(reply.json());
}

describe('a faulty parameter is named with the reason', () => {
  const cases: [string, { param: string; reason?: RegExp; suggestion?: string }][] = [
    ['date=2024-02-30', { param: 'date', reason: /not a valid date/ }],
    ['date=2023-02-29', { param: 'date', reason: /not a valid date/ }],
    ['date=2024-13', { param: 'date', reason: /not a valid date/ }],
    ['date=yesterday', { param: 'date', reason: /not a date/ }],
    ['date=2024-11-03T11:59:00Z', { param: 'date' }],
    ['from=2024-11-03T25:00:00Z', { param: 'from' }],
    ['from=2024-11-04&to=2024-11-03', { param: 'to', reason: /before from \(/ }],
    ['from=2024-11-04T00:00:00Z&to=2024-11-03T23:59:59Z', { param: 'to', reason: /before from \(/ }],
    ['date=2024&from=2024-01-01', { param: 'date', reason: /combined/ }],
    ['tz=Asia/Seul', { param: 'tz', suggestion: 'Asia/Seoul' }],
    ['tz=%2B09:00', { param: 'tz' }],
    ['limit=0', { param: 'limit', reason: /at least 1/ }],
    ['limit=101', { param: 'limit', reason: /at most 100/ }],
    ['limit=-1', { param: 'limit', reason: /at least 1/ }],
    ['limit=abc', { param: 'limit', reason: /whole number/ }],
    ['limit=1.5', { param: 'limit', reason: /whole number/ }],
    ['limit=1e1', { param: 'limit', reason: /whole number/ }],
    ['limit=', { param: 'limit', reason: /empty/ }],
    ['limit=1&limit=2', { param: 'limit', reason: /only once/ }],
    ['q=a&q=b', { param: 'q', reason: /only once/ }],
    ['sort=newst', { param: 'sort', suggestion: 'newest' }],
    ['sort=relevance', { param: 'sort', reason: /needs q/ }],
    ['count=all', { param: 'count' }],
    ['fields=hedline', { param: 'fields', suggestion: 'headline' }],
    ['fields=headline,body.text', { param: 'fields' }],
    ['include=everything', { param: 'include' }],
    ['tag=a,,b', { param: 'tag' }],
    ['tag=(a', { param: 'tag' }],
    ['tag=nobody/x', { param: 'tag' }],
    ['person=a|', { param: 'person' }],
    ['q=%22never+closed', { param: 'q' }],
    [`q=${'x'.repeat(1001)}`, { param: 'q', reason: /at most 1000 characters/ }],
    ['topics=harbours', { param: 'topics', suggestion: 'topic' }],
    ['page=2', { param: 'page' }],
    ['__proto__=1', { param: '__proto__' }],
    ['constructor=1', { param: 'constructor' }],
  ];
  for (const [query, { param, reason, suggestion }] of cases) {
    test(query.slice(0, 60), async () => {
      const { type, errors } = await problem(`/v1/articles?${query}`);
      expect(type).toBe('/problems/invalid-parameter');
      const fault = errors?.find((each) => each.param === param);
      expect(fault).toBeDefined();
      if (reason) expect(fault?.reason).toMatch(reason);
      if (suggestion) expect(fault?.suggestion).toBe(suggestion);
    });
  }

  test('and all faults come at once', async () => {
    const { errors } = await problem('/v1/articles?limit=0&sort=best&hello=1');
    expect(errors?.map(({ param }) => param).toSorted()).toEqual(['hello', 'limit', 'sort']);
  });

  test('on every list', async () => {
    for (const path of [
      '/v1',
      '/v1/people',
      '/v1/tags',
      '/v1/quotes',
      '/v1/sources',
      '/v1/people/ada-birch',
    ]) {
      const { errors } = await problem(`${path}?nothing=1`);
      expect(errors?.[0]?.param).toBe('nothing');
    }
  });
});

describe('an unknown parameter', () => {
  test('is ignored with a warning when the request prefers that', async () => {
    const reply = await api.get('/v1/articles?limt=1&limit=2', { prefer: 'handling=lenient' });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['preference-applied']).toBe('handling=lenient');
    expect(reply.headers.vary).toContain('Prefer');
    expect(reply.json()).toMatchObject({
      page: { limit: 2 },
      meta: { warnings: [{ code: 'ignored-parameter', value: 'limt', nearest: ['limit'] }] },
    });
  });
  test('is refused when it prefers strictness', async () => {
    const reply = await api.get('/v1/articles?limt=1', { prefer: 'respond-async, handling=strict' });
    expect(reply.statusCode).toBe(400);
  });
});

describe('a cursor', () => {
  const next = async (url: string) => String((await api.get(url)).json().page.next);

  test('that was changed is refused', async () => {
    const cursor = await next('/v1/articles?limit=1');
    for (let at = 0; at < cursor.length; at += 3) {
      const forged = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      expect((await problem(`/v1/articles?cursor=${forged}`)).type).toBe('/problems/invalid-cursor');
    }
  });
  test('that was cut off is refused', async () => {
    const cursor = await next('/v1/articles?limit=1');
    for (const length of [1, 10, 40, cursor.length - 1]) {
      expect((await problem(`/v1/articles?cursor=${cursor.slice(0, length)}`)).type).toBe(
        '/problems/invalid-cursor',
      );
    }
  });
  test('of another filter, sort or list is refused, and says so', async () => {
    const cursor = await next('/v1/articles?limit=1');
    for (const url of [
      '/v1/articles?sort=oldest',
      '/v1/articles?tag=topic/storms',
      '/v1/tags?',
      '/v1/people/ada-birch/articles?',
    ]) {
      const { detail } = await problem(`${url}&cursor=${cursor}`);
      expect(detail).toContain('another filter or sort');
    }
  });
  test('fits another page size and another choice of fields', async () => {
    const cursor = await next('/v1/articles?limit=1');
    const reply = await api.get(`/v1/articles?cursor=${cursor}&limit=2&fields=slug`);
    expect(reply.statusCode).toBe(200);
  });
});

describe('what can not be read is a 400', () => {
  const urls = [
    '/v1/articles?q=%',
    '/v1/articles?q=%zz',
    '/v1/articles?q=%C3%28',
    '/v1/articles?%FF=1',
    '/v1/articles?q=a%00b',
    '/v1/articles/a%00b',
    '/v1/people/%00/articles',
    '/v1/articles/%E0%A4',
    '/%',
  ];
  for (const url of urls) {
    test(url, async () => {
      expect((await problem(url)).type).toBe('/problems/malformed-request');
    });
  }
  test.each([
    '{"q":"\\ud800"}',
    '{"tag":["\\ud83d"]}',
    '{"tag":["topic/harbours","\\udc00x"]}',
    '{"fields":["\\ud800"]}',
    '{"tag":["a\\u0000"]}',
    '{"\\ud800":1}',
  ])('half a surrogate pair or NUL in a JSON body: %s', async (payload) => {
    const reply = await api.app.inject({
      method: 'POST',
      url: '/v1/articles/search',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(reply.statusCode, reply.body).toBe(400);
  });
});

describe('SQL and search operators are words like others', () => {
  const attacks = [
    "'; DROP TABLE articles; --",
    '" OR 1=1 --',
    'x" NEAR "y',
    'headline:pier AND NOT (body)',
    'NEAR(a b, 2)',
    '^pier + "a" * {x y}: -',
    'a* OR *',
    '%',
    '\\',
    '\u0001',
    '\ufffd\ufffe',
  ];
  const parameters = Object.keys(ArticleParameters.shape);
  test.each(attacks)('%s', async (attack) => {
    for (const parameter of parameters) {
      const { statusCode } = await api.get(`/v1/articles?${parameter}=${encodeURIComponent(attack)}`);
      expect([200, 400], parameter).toContain(statusCode);
    }
    for (const path of [
      '/v1/tags?q=',
      '/v1/people?q=',
      '/v1/quotes?q=',
      '/v1/quotes?person=',
      '/v1/people/',
      '/v1/articles/',
    ]) {
      const { statusCode } = await api.get(`${path}${encodeURIComponent(attack)}`);
      expect([200, 400, 404], path).toContain(statusCode);
    }
    expect((await api.get('/v1')).json().data.counts.articles).toBe(4);
  });
});

describe('no request makes the server fail', () => {
  const parameter = fc.constantFrom(...Object.keys(ArticleParameters.shape), 'person', 'nothing');
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'"()*^:-+|, ORANDNEAR/azé0') }),
    fc.constantFrom(
      '2024',
      '2024-11-03',
      'newest',
      'person/ada-birch',
      'pier',
      '-',
      '0',
      '9999-12-31',
      '0000',
    ),
  );
  test('with any values of the parameters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(parameter, value), { maxLength: 4 }), async (pairs) => {
        const query = pairs
          .map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`)
          .join('&');
        for (const path of ['/v1/articles', '/v1/quotes', '/v1/tags', '/v1/people/ada-birch/articles']) {
          const { statusCode, body } = await api.get(`${path}?${query}`, { prefer: 'handling=lenient' });
          expect(statusCode, body).toBeLessThan(500);
        }
      }),
      { numRuns: 150 },
    );
  });
  test('with any text as the query or the path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), async (text) => {
        for (const url of [
          `/v1/articles?${text}`,
          `/v1/${text}`,
          `/v1/articles/${text}`,
          `/v1/people/${text}`,
        ]) {
          expect((await api.get(url.replaceAll(' ', '+'))).statusCode).toBeLessThan(500);
        }
      }),
      { numRuns: 200 },
    );
  });
});
