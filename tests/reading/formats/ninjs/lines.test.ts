import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { ndjson } from '../../../../src/reading/formats/ndjson/ndjson.ts';
import { ninjs } from '../../../../src/reading/formats/ninjs/ninjs.ts';
import { draftsOf, readAll, settings } from '../readings.ts';

const text = 'The council of Harwick voted on Tuesday to reopen the old harbor bridge.';
const first = {
  ...{ uri: 'http://x.example/1', type: 'text', versioncreated: '2024-11-26T10:12:00Z' },
  ...{ headline: 'Bridge reopens', body_html: `<p>${text}</p>` },
};
const third = {
  ...{ uri: 'http://x.example/2', type: 'text', versionCreated: '2024-11-26T10:12:00Z' },
  headlines: [{ role: 'main', value: 'Harbor opens' }],
  bodies: [{ role: 'main', contentType: 'text/html', value: `<p>${text}</p>` }],
};
const ofSuperdesk = {
  ...{ guid: 'urn:x:3', family_id: '3', unique_name: '#3', type: 'text', state: 'published' },
  ...{ headline: 'Ferry returns', body_html: `<p>${text}</p>`, slugline: 'ferry' },
};
const ofAp = { data: { item: { ...first, uri: 'http://x.example/4', headline: 'Tunnel closes' } } };
const picture = { uri: 'http://x.example/5', type: 'picture', versioncreated: '2024-11-26T10:12:00Z' };
const lines = (...items: unknown[]) => items.map((item) => JSON.stringify(item)).join('\n');

describe('a line that is a ninjs item', () => {
  test('is read as ninjs, whatever its version', () => {
    const drafts = draftsOf(ndjson, lines(first, third, ofSuperdesk, ofAp));
    expect(drafts.map(({ sourceKey, headline, origin }) => [sourceKey, headline, origin.format])).toEqual([
      ['http://x.example/1', 'Bridge reopens', 'ninjs'],
      ['http://x.example/2', 'Harbor opens', 'ninjs'],
      ['urn:x:3', 'Ferry returns', 'ninjs'],
      ['http://x.example/4', 'Tunnel closes', 'ninjs'],
    ]);
    expect(drafts.map(({ origin }) => origin.line)).toEqual([1, 2, 3, 4]);
  });

  test('is refused by its kind and line if it is no text', () => {
    expect(readAll(ndjson, lines(first, picture))[1]).toMatchObject({
      reject: { line: 2, reason: expect.stringContaining('a ninjs picture') },
    });
  });

  test('is a record if a mapping names its fields', () => {
    const [draft] = draftsOf(ndjson, lines(first), 'a', { ...settings, map: { headline: 'headline' } });
    expect(draft?.origin.format).toBe('ndjson');
  });

  test.each(['a.ndjson', 'a.jsonl', 'a.json', 'a'])('makes %s a file of lines', (path) => {
    expect(formatOf(lines(first, third), path)?.name).toBe('ndjson');
  });
});

describe('texts within an item', () => {
  test('are articles if they have an identifier of their own', () => {
    const whole = { ...first, associations: { sidebar: { ...first, uri: 'http://x.example/9' }, picture } };
    expect(draftsOf(ninjs, JSON.stringify(whole)).map(({ sourceKey }) => sourceKey)).toEqual([
      'http://x.example/1',
      'http://x.example/9',
    ]);
  });

  test('are the articles of a package in versions 1 and 2', () => {
    const whole = {
      uri: 'http://x.example/8',
      type: 'composite',
      associations: { main: first, side: third },
    };
    expect(draftsOf(ninjs, JSON.stringify(whole)).map(({ headline }) => headline)).toEqual([
      'Bridge reopens',
      'Harbor opens',
    ]);
  });
});
