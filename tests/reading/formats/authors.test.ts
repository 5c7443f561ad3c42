import { expect, test } from 'vitest';
import { feed } from '../../../src/reading/formats/feed/feed.ts';
import { html } from '../../../src/reading/formats/html/html.ts';
import { json } from '../../../src/reading/formats/json/json.ts';
import { draftOf } from './readings.ts';

const body = `<p>${'The council met on Monday and agreed on the pier. '.repeat(6)}</p>`;
const record = (author: unknown) => draftOf(json, JSON.stringify({ title: 'A', body: 'One.', author }));
const page = (head: string) =>
  draftOf(
    html,
    `<html><head><title>A pier</title>${head}</head><body><article><h1>A pier</h1>${body}</article></body></html>`,
  );
const rss = (creators: string[]) =>
  draftOf(
    feed,
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title><item><title>A</title><link>https://d.example/a</link>${creators
      .map((name) => `<dc:creator>${name}</dc:creator>`)
      .join('')}<description>One.</description></item></channel></rss>`,
  );
const meta = (name: string) => `<meta name="author" content="${name}">`;
const linked = (name: string) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'A pier', author: { '@type': 'Person', name } })}</script>`;

test.each([
  ['a record', record, 'von der Leyen, Ursula'],
  ['a record with a list', (name: string) => record([name]), 'von der Leyen, Ursula'],
  ['a feed', (name: string) => rss([name]), 'von der Leyen, Ursula'],
  ['a meta element', (name: string) => page(meta(name)), 'von der Leyen, Ursula'],
  ['JSON-LD', (name: string) => page(linked(name)), 'von der Leyen, Ursula'],
])('the surname before the given name is one author: %s', (_, read, name) => {
  const { authors, byline } = read(name);
  expect(authors.map((author) => author.name)).toEqual(['Ursula von der Leyen']);
  expect(byline).toBe('Ursula von der Leyen');
});

test('two authors in one text stay two, and several inverted ones stay apart', () => {
  expect(record('Ann Lee, Bob Ray').authors.map(({ name }) => name)).toEqual(['Ann Lee', 'Bob Ray']);
  expect(record(['Lee, Ann', 'Ray, Bob']).authors.map(({ name }) => name)).toEqual(['Ann Lee', 'Bob Ray']);
  expect(rss(['Lee, Ann', 'Ray, Bob']).authors.map(({ name }) => name)).toEqual(['Ann Lee', 'Bob Ray']);
});

test.each([
  ['by Jacob Parcell', 'Jacob Parcell'],
  ['By: Jacob Parcell', 'Jacob Parcell'],
  ['by melody', 'melody'],
  ['par Anne Roux', 'Anne Roux'],
  ['geschrieben von Eva Groß', 'Eva Groß'],
  ['por ana', 'ana'],
])('words that introduce an author are not printed: %s', (text, name) => {
  for (const draft of [record(text), rss([text])]) {
    expect([draft.byline, draft.authors.map((author) => author.name)]).toEqual([name, [name]]);
  }
});

test.each([
  ['by Jacob Parcell', 'Jacob Parcell'],
  ['par Anne Roux', 'Anne Roux'],
])('nor those of a page: %s', (text, name) => {
  for (const draft of [page(meta(text)), page(linked(text))]) {
    expect([draft.byline, draft.authors.map((author) => author.name)]).toEqual([name, [name]]);
  }
});
