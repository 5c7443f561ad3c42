import { describe, expect, test } from 'vitest';
import { csv } from '../../../../src/reading/formats/csv/csv.ts';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { ndjson } from '../../../../src/reading/formats/ndjson/ndjson.ts';
import { draftOf, draftsOf, readAll, reasonsOf, settings } from '../readings.ts';

describe('JSON', () => {
  test('the usual names are found without a mapping', () => {
    const record = {
      id: 7,
      title: 'A',
      content: '<p>One.</p>',
      author: { name: 'Ann Lee' },
      publishedAt: '2024-11-03T10:00:00Z',
      link: 'https://d.example/a',
      tags: ['x', 'y'],
      excerpt: 'In short.',
    };
    expect(draftOf(json, JSON.stringify([record]))).toMatchObject({
      ...{
        sourceKey: '7',
        headline: 'A',
        byline: 'Ann Lee',
        standfirst: 'In short.',
        url: 'https://d.example/a',
      },
      ...{ publishedAt: '2024-11-03T10:00:00Z', keywords: ['x', 'y'], body: { text: 'One.' }, warnings: [] },
    });
  });

  test('records of many sets of names, in any letter case and order, are each read by their own', () => {
    const records = Array.from({ length: 250 }, (_, index) => ({
      [`other${index % 130}`]: 'x',
      ...(index % 2 === 0
        ? { TITLE: `A ${index}`, Text: 'One.' }
        : { fields: { Body: 'One.' }, Headline: { main: `A ${index}` } }),
    }));
    const drafts = draftsOf(json, JSON.stringify(records));
    expect(drafts.map(({ headline }) => headline)).toEqual(records.map((_, index) => `A ${index}`));
    expect(new Set(drafts.map(({ body }) => body.text))).toEqual(new Set(['One.']));
  });

  test('a property without a name is none of our fields', () => {
    expect(draftOf(json, '{"title":"A","body":"b","":"c"}')).toMatchObject({
      standfirst: null,
      byline: null,
    });
  });

  test('a declared mapping to what a record has not leads to no property without a name', () => {
    const given = { ...settings, map: { standfirst: 'meta.summary' } };
    const draft = draftOf(json, '{"title":"A","body":"b","":"c","meta":{"":"d"}}', 'a', given);
    expect(draft).toMatchObject({ standfirst: null });
  });

  test('a declared mapping follows paths into the record', () => {
    const given = { ...settings, map: { headline: 'meta.titles[1]', body: 'parts', published: 'when' } };
    const draft = draftOf(
      json,
      '{"meta":{"titles":["no","Yes"]},"parts":["One.","Two."],"when":1730628000}',
      'a',
      given,
    );
    expect(draft).toMatchObject({
      headline: 'Yes',
      body: { text: 'One.\n\nTwo.' },
      publishedAt: '2024-11-03T10:00:00Z',
    });
  });

  test.each([
    ['a text', '"The Alba Herald"'],
    ['the name of an object', '{"id":null,"name":"The Alba Herald"}'],
  ])('the outlet is the source: %s', (_, source) => {
    const { source: found, warnings } = draftOf(json, `{"title":"A","body":"b","source":${source}}`);
    expect(found).toEqual({ slug: 'the-alba-herald', name: 'The Alba Herald' });
    expect(warnings.filter(({ code }) => code === 'field-unmapped')).toEqual([]);
  });

  test('the outlet that the import names goes before that of a record', () => {
    const source = { slug: 'wire', name: 'Wire' };
    expect(draftOf(json, '{"title":"A","body":"b","source":"X"}', 'a', { ...settings, source }).source).toBe(
      source,
    );
  });

  test.each(['"https://d.example/feed"', '"content/posts/a.md"', '42', '["A","B"]', '{"id":7}'])(
    'a source that is no name is not taken over, and that is said: %s',
    (source) => {
      const draft = draftOf(json, `{"title":"A","body":"b","source":${source}}`);
      expect(draft.source).toBeNull();
      expect(draft.warnings.map(({ message }) => message)).toContain('Ignored fields: source.');
    },
  );

  test('what nothing takes is said', () => {
    const draft = draftOf(json, '{"title":"A","body":"b","mood":"good"}');
    expect(draft.warnings.map(({ code }) => code)).toEqual(['field-unmapped']);
  });

  test('the list of an API’s answer is found', () => {
    expect(
      draftsOf(
        json,
        '{"response":{"docs":[{"headline":{"main":"A"},"body":"b"},{"headline":{"main":"C"},"body":"d"}]}}',
      ).map(({ headline }) => headline),
    ).toEqual(['A', 'C']);
  });

  test('values nested ten thousand deep are refused, and so is what is cut off', () => {
    expect(reasonsOf(json, '['.repeat(10_000))).toEqual(['nested deeper than 64 levels']);
    expect(reasonsOf(json, '{"title":')).toEqual(['invalid JSON: Unexpected end of JSON input']);
  });

  test('an article without headline gets one from its text, with a warning', () => {
    const draft = draftOf(json, '{"title":"  ","body":"One came. Two went."}');
    expect(draft).toMatchObject({ headline: 'One came.', warnings: [{ code: 'headline-missing' }] });
  });
});

describe('NDJSON', () => {
  test('a line that is wrong costs that line, and says which', () => {
    const readings = readAll(ndjson, '{"title":"A","body":"a"}\n{oops\n\n[1]\n{"title":"B","body":"b"}\n');
    expect(
      readings.map((reading) => {
        if (reading.kind === 'draft') return reading.draft.origin.line;
        return reading.kind === 'reject' ? reading.reject.line : null;
      }),
    ).toEqual([1, 2, 4, 5]);
    expect(readings.map(({ kind }) => kind)).toEqual(['draft', 'reject', 'reject', 'draft']);
  });

  test('a piece of a larger file counts its lines from where it begins', () => {
    const [reading] = ndjson.read(
      { path: 'a', bytes: Buffer.from('{"title":"A","body":"a"}'), firstLine: 500 },
      settings,
    );
    expect(reading).toMatchObject({ kind: 'draft', draft: { sourceKey: 'a#499', origin: { line: 500 } } });
  });

  test('a line too long is refused with the reason', () => {
    expect(reasonsOf(ndjson, `{"title":"${'a'.repeat(17 * 2 ** 20)}"}`)).toEqual([
      'line longer than 16 Mi characters',
    ]);
  });
});

describe('CSV', () => {
  test('quotation marks, line breaks in fields, semicolons and a byte order mark are read', () => {
    const drafts = draftsOf(
      csv,
      '\ufefftitle;text;date\r\n"A; ""b""";"One.\n\nTwo.";2024-11-03T10:00:00Z\r\nC;Three.;\r\n',
    );
    expect(drafts).toMatchObject([
      {
        headline: 'A; "b"',
        body: { text: 'One.\n\nTwo.' },
        origin: { line: 2 },
        publishedAt: '2024-11-03T10:00:00Z',
      },
      { headline: 'C', origin: { line: 5 }, publishedAt: null },
    ]);
  });

  test('a later piece of a file is read by the header of its first', () => {
    const [reading] = csv.read(
      { path: 'a.csv', bytes: Buffer.from('A,One.\n'), firstLine: 90, header: 'title,body' },
      settings,
    );
    expect(reading).toMatchObject({ kind: 'draft', draft: { headline: 'A', origin: { line: 90 } } });
  });

  test('a quotation mark that never closes is refused with its line', () => {
    expect(reasonsOf(csv, 'title,body\nA,"One.\n')[0]).toMatch(/^invalid CSV: Quote Not Closed/);
  });

  test('a file with no more than its header is refused', () => {
    expect(reasonsOf(csv, 'title,body\n')).toEqual(['no records found']);
  });
});
