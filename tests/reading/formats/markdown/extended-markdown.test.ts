import { expect, test } from 'vitest';
import { markdown } from '../../../../src/reading/formats/markdown/markdown.ts';
import { draftOf } from '../readings.ts';

const read = (text: string) => draftOf(markdown, text, 'a.md');

test.each(['image_alt', 'imageAlt', 'cover_alt', 'featured_image_alt', 'alt_text'])(
  '%s of the front matter is the alternative text of the picture',
  (name) => {
    const draft = read(`---\ntitle: Bridge\nimage: /b.jpg\n${name}: A bridge at dawn\n---\nText here.\n`);
    expect(draft.images).toMatchObject([{ url: '/b.jpg', alt: 'A bridge at dawn' }]);
    expect(draft.unused).toBeUndefined();
  },
);

test.each(['license', 'licence', 'usage_terms'])('%s states the terms of use', (name) => {
  const draft = read(`---\ntitle: Bridge\n${name}: CC BY 4.0\n---\nText here.\n`);
  expect(draft.rights).toMatchObject({ usageTerms: 'CC BY 4.0' });
});

test.each([
  ['JSON of Hugo', '{\n"title": "Bridge",\n"date": "2025-03-05T14:30:00Z"\n}\n\nText here.\n'],
  [
    'tables of Zola',
    '+++\ntitle = "Bridge"\ndate = 2025-03-05T14:30:00Z\n[extra]\nauthor = "Ann Lee"\n+++\nText here.\n',
  ],
  [
    'parameters of Hugo',
    '---\ntitle: Bridge\ndate: 2025-03-05T14:30:00Z\nparams:\n  author: Ann Lee\n---\nText here.\n',
  ],
])('%s is front matter', (_, text) => {
  const draft = read(text);
  expect(draft).toMatchObject({
    headline: 'Bridge',
    publishedAt: '2025-03-05T14:30:00Z',
    body: { text: 'Text here.' },
  });
  expect(draft.byline).toBe(text.includes('Ann') ? 'Ann Lee' : null);
});

test('JSON of Hugo is recognised by its place before a text', () => {
  const head = '{\n"title": "Bridge"\n}\n\nText here.\n';
  expect(markdown.recognise(head, 'a.md')).toBeGreaterThan(0.6);
  expect(markdown.recognise(head, 'a.json')).toBe(0);
});

test('tables are rows, and marks of footnotes are no text', () => {
  const text = 'One came.[^1]\n\n| Year | Cost |\n|------|-----:|\n| 2024 | **2** |\n\n[^1]: A note.\n';
  expect(read(`# Bridge\n\n${text}`).body.text).toBe('One came.\n\nYear | Cost\n\n2024 | 2\n\nA note.');
});

test('bars in code and prose are no tables', () => {
  expect(read('# Bridge\n\nEither a | b here.\n\n```\na | b\n--|--\n```\n').body.text).toBe(
    'Either a | b here.\n\na | b\n--|--',
  );
});
