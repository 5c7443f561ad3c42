import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const url = '/v1/articles/birch-promises-a-new-pier';

describe('If-None-Match', () => {
  const altered: [string, (print: string) => string][] = [
    ['weakened', (print) => `W/"${print}"`],
    ['with the suffix of a coding', (print) => `"${print}-br"`],
    ['with a suffix that a proxy added', (print) => `"${print}-gzip"`],
    ['with a suffix that a proxy added to ours', (print) => `"${print}-br-gzip"`],
    ['with a suffix outside the quotes', (print) => `"${print}"-gzip`],
    ['weakened, with a suffix', (print) => `W/"${print}-gzip"`],
    ['among others', (print) => `"x", W/"y" ,"${print}"`],
    ['as *', () => '*'],
  ];
  test.each(altered)('matches an entity tag %s', async (_, alter) => {
    const print = String((await api.get(url)).headers.etag).slice(1, -1);
    const { statusCode, headers, body } = await api.get(url, { 'if-none-match': alter(print) });
    expect(statusCode).toBe(304);
    expect(headers.etag).toMatch(new RegExp(`^"${print}(-br|-gzip)?"$`));
    expect(body).toBe('');
  });

  const others: [string, (print: string) => string][] = [
    ['another', (print) => `"${print.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))}"`],
    ['a longer one', (print) => `"${print}x"`],
    ['a shorter one', (print) => `"${print.slice(1)}"`],
    ['one without quotes', (print) => print],
    ['nothing', () => ''],
  ];
  test.each(others)('does not match %s', async (_, alter) => {
    const print = String((await api.get(url)).headers.etag).slice(1, -1);
    expect((await api.get(url, { 'if-none-match': alter(print) })).statusCode).toBe(200);
  });
});

describe('If-None-Match: *', () => {
  test('does not match what does not exist', async () => {
    expect((await api.get('/v1/articles/nothing', { 'if-none-match': '*' })).statusCode).toBe(404);
  });
});

describe('an Accept header', () => {
  const cases: [string, number, string][] = [
    ['application/json; charset=utf-8', 200, 'application/json; charset=utf-8'],
    ['application/json;charset=utf-8;q=0.9, text/csv;q=0.1', 200, 'application/json; charset=utf-8'],
    ['text/csv; header=present', 200, 'text/csv; charset=utf-8'],
    ['application/json; profile="a,b;q=0"', 200, 'application/json; charset=utf-8'],
    ['application/json; charset=utf-8; q=0', 406, 'application/problem+json'],
    ['application/msword; version=1', 406, 'application/problem+json'],
  ];
  test.each(cases)('of %s is answered with %i', async (accept, status, type) => {
    const { statusCode, headers } = await api.get('/v1/articles?limit=1', { accept });
    expect(statusCode).toBe(status);
    expect(headers['content-type']).toMatch(type.split(';')[0] ?? '');
  });
});

test('a preflight allows the request headers that the API reads', async () => {
  const { headers } = await api.app.inject({ method: 'OPTIONS', url: '/v1/articles' });
  const allowed = String(headers['access-control-allow-headers']).split(', ');
  for (const name of ['Last-Event-ID', 'Idempotency-Key', 'If-Unmodified-Since', 'traceparent', 'If-Match']) {
    expect(allowed).toContain(name);
  }
});
