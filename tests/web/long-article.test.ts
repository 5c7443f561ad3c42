import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { annotate } from '../../web/annotate.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

const count = 3_000;
const people = Array.from({ length: count }, (_, index) => `person/p${index}` as const);

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  const quotes = people.map((speaker, index) => ({ exact: `We said so ${index}`, speaker }));
  await api.archive.writes.writeArticles([sampleArticle({ headline: 'Honours list', tags: people, quotes })]);
});
afterAll(() => api.close());

test('the page of an article with thousands of mentions and quotes is bounded, and says where the rest is', async () => {
  const { statusCode, body } = await api.get('/articles/honours-list', { accept: 'text/html' });
  expect(statusCode).toBe(200);
  const { document } = parseHTML(body);
  const mentions = document.querySelectorAll('.body a.mention').length;
  const quotes = document.querySelectorAll('.body q').length;
  expect([mentions, quotes]).toEqual([1_000, 1_000]);
  expect(document.querySelectorAll('.beside li').length).toBeLessThan(500);
  expect(body.length).toBeLessThan(1_000_000);
  const notes = [...document.querySelectorAll('.body .note')];
  expect(notes.map(({ textContent }) => textContent)).toEqual([
    `Only the first 1,000 of 3,000 mentions are marked. All mentions as JSON`,
    `Only the first 1,000 of 3,000 quotes are marked. All quotes as JSON`,
  ]);
  for (const note of notes) {
    const href = note.querySelector('a')?.getAttribute('href') ?? '';
    expect((await api.get(href)).json().page.total).toEqual({ value: count, relation: 'eq' });
  }
  expect(document.querySelector('.body p:last-of-type')?.textContent).toBeDefined();
  expect(document.querySelector('.body')?.textContent).toContain(`We said so ${count - 1}`);
});

test('other requests are handled while the page of such an article is made', async () => {
  let turns = 0;
  let counting = setImmediate(function count() {
    turns += 1;
    counting = setImmediate(count);
  });
  const { statusCode } = await api.get('/articles/honours-list?q=honours', { accept: 'text/html' });
  clearImmediate(counting);
  expect(statusCode).toBe(200);
  // A new connection needs a turn of the event loop of its own.
  expect(turns).toBeGreaterThan(60);
});

test('annotations are looked at once, however many there are', () => {
  let looks = 0;
  const marks = Array.from({ length: 20_000 }, (_, index) => ({
    start: index * 3,
    get end() {
      looks += 1;
      return index * 3 + 2;
    },
    value: index,
  }));
  const text = 'ab '.repeat(marks.length);
  const pieces = annotate(text, { start: 0, end: text.length }, [], marks);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ mention }) => mention)).toHaveLength(marks.length);
  expect(looks).toBeLessThan(20 * marks.length);
});
