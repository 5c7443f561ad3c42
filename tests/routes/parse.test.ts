import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/routes/parse.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const post = (type: string, payload: string | object, query = '') =>
  api.app.inject({ method: 'POST', url: `/v1/parse${query}`, headers: { 'content-type': type }, payload });

const letter = `From: Ann Lee <ann.lee@gazette.example>
Subject: Mayor opens the new pier
Date: Sun, 3 Nov 2024 20:59:00 +0900
Message-ID: <1@gazette.example>
Content-Type: text/plain; charset=utf-8

Mayor Ada Birch said on Sunday that the pier was open.
`;

const wire = `Mayor opens the new pier

By Ann Lee

Published : Nov. 3, 2024 - 20:59

SEAHAVEN (Wire) -- Mayor Ada Birch said on Sunday that the pier was open. "We built it in a year," Birch said.

The council will meet again next week to look at what it cost the town and its people.
`;

describe('a document that is sent to be read', () => {
  test('comes back as an article with who is in it, and is not stored', async () => {
    const before = (await api.archive.state()).revision;
    const reply = await post('text/plain', wire, '?tz=Asia/Seoul&source=The%20Post');
    expect(reply.statusCode).toBe(200);
    expect(parseDocument.response?.parse(reply.json())).toEqual(reply.json());
    const [article] = reply.json().data;
    expect(article).toMatchObject({
      headline: 'Mayor opens the new pier',
      byline: 'Ann Lee',
      publishedAt: '2024-11-03T11:59:00Z',
      source: { slug: 'the-post', name: 'The Post' },
    });
    expect(article.tags).toContainEqual(expect.objectContaining({ id: 'person/ada-birch' }));
    expect(article.quotes[0]).toMatchObject({
      exact: expect.stringContaining('We built it in a year'),
      speaker: { tag: 'person/ada-birch', name: 'Ada Birch' },
    });
    expect((await api.archive.state()).revision).toBe(before);
  });

  test('may be text or HTML in JSON, with what is known of it', async () => {
    const asText = await post('application/json', { text: wire, timeZone: 'Asia/Seoul', language: 'en' });
    expect(asText.json().data[0].publishedAt).toBe('2024-11-03T11:59:00Z');
    const html =
      '<html><body><article><h1>Pier opens</h1><p>The pier was opened by the mayor on Sunday, after a year of work and a long quarrel over its cost.</p></article></body></html>';
    const asHtml = await post('application/json', { html });
    expect(asHtml.json().data[0].headline).toBe('Pier opens');
  });

  test.each([
    ['an envelope', { text: wire }],
    ['a document', { title: 'Mayor opens the new pier', body: 'The pier was opened by Ada Birch.' }],
  ])('may be %s in JSON that begins with a byte order mark', async (_, body) => {
    const reply = await post('application/json', `\ufeff${JSON.stringify(body)}`);
    expect(reply.json().data).toMatchObject([{ headline: 'Mayor opens the new pier' }]);
  });

  test('may be ninjs', async () => {
    const ninjs = {
      uri: 'urn:one',
      type: 'text',
      headline: 'Pier opens',
      body_text: 'The pier was opened by Ada Birch.',
      versioncreated: '2024-11-03T11:59:00Z',
    };
    const reply = await post('application/json', ninjs);
    expect(reply.json().data[0]).toMatchObject({ headline: 'Pier opens' });
  });

  test('shows embargoed copy to whoever sends it, and says that an import would hold it', async () => {
    const item = { uri: 'urn:1', type: 'text', headline: 'Pier opens', body_text: 'The pier is open.' };
    const dates = { versioncreated: '2024-11-03T11:59:00Z', embargoed: '2999-01-01T00:00:00Z' };
    const reply = await post('application/json', JSON.stringify({ ...item, ...dates }));
    const release = { decision: 'hold', until: '2999-01-01T00:00:00Z', reason: 'embargoed is in the future' };
    expect(reply.json().data).toMatchObject([{ headline: 'Pier opens', release }]);
  });

  test('may be a feed, and then gives an article for each item', async () => {
    const items = ['One', 'Two'].map(
      (title) =>
        `<item><title>${title} pier</title><guid>${title}</guid><description>It opened.</description></item>`,
    );
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>${items.join('')}</channel></rss>`;
    const reply = await post('application/rss+xml', rss);
    expect(reply.json().data.map(({ headline }: { headline: string }) => headline)).toEqual([
      'One pier',
      'Two pier',
    ]);
  });
});

describe('what is refused', () => {
  test('a media type that no format has', async () => {
    const reply = await post('image/png', 'x');
    expect(reply.statusCode).toBe(415);
    expect(reply.json().detail).toContain('text/html');
  });

  test('more than 1 MiB, but not almost that', async () => {
    const reply = await post('text/plain', 'x '.repeat(2 ** 19 + 1));
    expect(reply.statusCode).toBe(413);
    expect(reply.json().detail).toBe('The body may have at most 1,048,576 bytes here.');
  });

  test('what holds no article, with the reason', async () => {
    const reply = await post('application/json', { format: 'nothing', text: 'A text.' });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().detail).toContain('unknown format "nothing"');
  });

  test.each([
    ['text/plain', ''],
    ['application/json', '{'],
  ])('an empty or broken body (%s)', async (type, payload) => {
    const reply = await post(type, payload);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().type).toBe('/problems/invalid-body');
  });

  test('settings that are none', async () => {
    expect((await post('text/plain', wire, '?tz=Mars/Olympus')).statusCode).toBe(400);
    const reply = await post('application/json', { text: wire, timeZone: 'Mars/Olympus' });
    expect(reply.json().errors).toMatchObject([{ param: 'timeZone' }]);
  });

  test.each<[object, string, string]>([
    [{ text: true }, 'text', 'must be a string'],
    [{ text: 7 }, 'text', 'must be a string'],
    [{ text: null }, 'text', 'must be a string'],
    [{ html: ['<p>a</p>'] }, 'html', 'must be a string'],
    [{ text: 'a', html: 'b' }, 'body', 'must contain either text or html'],
    [{ text: 'a', format: {} }, 'format', 'must be a string'],
    [{ text: 'a', format: 'Wire Text' }, 'format', 'is not the name of a format such as text or ninjs'],
    [{ text: 'a', timeZone: 9 }, 'timeZone', 'must be a string'],
    [{ text: 'a', timeZone: 'Mars' }, 'timeZone', 'is not an IANA time zone such as Asia/Seoul'],
    [{ text: 'a', language: 'the English' }, 'language', 'is not a language tag such as en or pt-BR'],
    [{ text: 'a', language: false }, 'language', 'must be a string'],
    [{ text: 'a', source: '' }, 'source', 'must not be empty'],
    [{ text: 'a', source: 'x'.repeat(300) }, 'source', 'must have at most 200 characters'],
  ])('%j, in plain words', async (payload, param, reason) => {
    const reply = await post('application/json', payload);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors).toEqual([{ param, reason }]);
  });
});

test('a mail is read as one', async () => {
  const reply = await post('message/rfc822', letter);
  expect(reply.statusCode).toBe(200);
  const [article] = reply.json().data;
  expect(article).toMatchObject({
    headline: 'Mayor opens the new pier',
    publishedAt: '2024-11-03T11:59:00Z',
    body: { text: 'Mayor Ada Birch said on Sunday that the pier was open.' },
  });
});

test('a zip file that is no Word document is refused by name', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const reply = await post(type, 'PK\u0003\u0004');
  expect(reply.statusCode).toBe(422);
  expect(reply.json().detail).toContain('a zip file');
});
