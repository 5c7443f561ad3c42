import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ninjs } from '../../../../src/reading/formats/ninjs/ninjs.ts';
import { blocksOf, draftOf, draftsOf, readAll, reasonsOf } from '../readings.ts';

const suite = new URL('../../../fixtures/ninjs/', import.meta.url);

function samples(kind: 'should_pass' | 'should_fail'): { name: string; bytes: Buffer }[] {
  const versions = readdirSync(suite).filter((name) => /^\d/.test(name));
  return versions.flatMap((version) => {
    const folder = new URL(`${version}/${kind}/`, suite);
    return readdirSync(folder).map((file) => ({
      name: `${version}/${file}`,
      bytes: readFileSync(new URL(file, folder)),
    }));
  });
}

describe('the official test suite', () => {
  test.each(samples('should_pass'))('$name passes without a word about its form', ({ bytes }) => {
    for (const reading of readAll(ninjs, bytes)) {
      if (reading.kind === 'draft')
        expect(reading.draft.warnings.filter(({ code }) => code === 'ninjs-form')).toEqual([]);
      if (reading.kind === 'reject') expect(reading.reject.reason).not.toContain('schema');
    }
  });

  test.each(samples('should_fail'))('$name is refused, or imported with a warning', ({ bytes }) => {
    for (const reading of readAll(ninjs, bytes)) {
      if (reading.kind === 'draft')
        expect(reading.draft.warnings.map(({ code }) => code)).toContain('ninjs-form');
    }
  });
});

test('a ninjs 1 item is an article', () => {
  const item = {
    ...{
      uri: 'urn:1',
      headline: 'A',
      byline: 'By Ann Lee',
      language: 'en',
      versioncreated: '2024-11-04T10:00:00Z',
    },
    ...{
      firstcreated: '2024-11-03T10:00:00Z',
      body_text: 'One.',
      body_html: '<p>One.</p><ul><li>Two.</li></ul>',
    },
    ...{ subject: [{ name: 'Defence' }], description_summary: 'In short.' },
    associations: {
      main: {
        uri: 'urn:2',
        type: 'picture',
        description_caption: 'A flood.',
        byline: 'AFP',
        renditions: {
          small: { href: 'https://d.example/s.jpg', width: 10 },
          large: { href: 'https://d.example/l.jpg', width: 100 },
        },
      },
    },
  };
  const draft = draftOf(ninjs, JSON.stringify(item));
  expect(draft).toMatchObject({
    ...{
      sourceKey: 'urn:1',
      headline: 'A',
      byline: 'Ann Lee',
      standfirst: 'In short.',
      keywords: ['Defence'],
    },
    ...{ publishedAt: '2024-11-03T10:00:00Z', updatedAt: '2024-11-04T10:00:00Z' },
    images: [{ url: 'https://d.example/l.jpg', caption: 'A flood.', credit: 'AFP' }],
  });
  expect(blocksOf(draft)).toEqual(['paragraph: One.', 'list-item1: Two.']);
});

test('of a ninjs 3 item, the body with structure is taken', () => {
  const item = {
    uri: 'urn:1',
    headlines: [
      { role: 'extension', value: 'B' },
      { role: 'main', value: 'A' },
    ],
    bodies: [
      { role: 'main', contentType: 'text/plain', value: 'One. Two.' },
      { role: 'rich', contentType: 'application/xhtml+xml', value: '<p>One.</p><p>Two.</p>' },
    ],
  };
  expect(draftOf(ninjs, JSON.stringify(item))).toMatchObject({
    headline: 'A',
    body: { text: 'One.\n\nTwo.' },
  });
});

test('items that are not text articles are rejected with their type', () => {
  expect(reasonsOf(ninjs, '{"uri":"urn:1","type":"picture","headline":"A"}')).toEqual([
    'a ninjs picture, which has no text of an article; import the text items',
  ]);
});

test('an item that was withdrawn says so', () => {
  const item = '{"uri":"urn:1","pubstatus":"canceled","headline":"A","body_text":"b"}';
  expect(draftOf(ninjs, item).release).toEqual([
    { field: 'pubstatus', kind: 'status', value: 'canceled', instant: null },
  ]);
});

test('a composite without a text of its own is the articles that it is made of', () => {
  const part = (name: string) => ({
    ...{ uri: `urn:${name}`, name, rel: 'part', type: 'text' },
    headlines: [{ role: 'main', value: name }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: 'One.' }],
  });
  const picture = { uri: 'urn:picture', name: 'picture', type: 'picture' };
  const item = {
    uri: 'urn:all',
    type: 'composite',
    headlines: [{ role: 'main', value: 'All' }],
    associations: [part('A'), picture, part('B')],
  };
  expect(draftsOf(ninjs, JSON.stringify(item))).toMatchObject([
    { sourceKey: 'urn:A', headline: 'A', warnings: [] },
    { sourceKey: 'urn:B', headline: 'B' },
  ]);
});
