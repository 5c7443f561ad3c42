import { expect, test } from 'vitest';
import { readFieldMapping } from '../../src/cli/field-mapping.ts';

test('a mapping names our fields and their paths', () => {
  expect(readFieldMapping('headline=title, published = meta.date[0]')).toEqual({
    headline: 'title',
    published: 'meta.date[0]',
  });
});

test.each([
  ['headlin=title', 'did you mean headline=title?'],
  ['Headline=title', 'did you mean headline=title?'],
  ['headline=title,pubished=date', 'did you mean published=date?'],
  ['title=overskrift', 'did you mean headline=overskrift?'],
  ['content=tekst', 'did you mean body=tekst?'],
  ['publishedAt=dato', 'did you mean published=dato?'],
  ['authors=by', 'did you mean byline=by?'],
  ['overskrift=headline', 'our field comes first, as in headline=overskrift'],
  ['__proto__=x', 'unknown field "__proto__"'],
  ['constructor=x', 'unknown field "constructor"'],
  ['mood=x', 'The fields are id, url, headline, standfirst, body'],
])('%s is refused with the nearest field: %s', (text, message) => {
  expect(readFieldMapping(text)).toContain(message);
  expect(readFieldMapping(text)).toContain('in --map');
});

test.each(['', 'headline', 'headline=', '=title', 'headline=a=b', 'headline=title,', 'headline= ,body=b'])(
  '"%s" is not a mapping',
  (text) => {
    expect(readFieldMapping(text)).toContain('expected pairs such as headline=title');
  },
);

test('a field is mapped once', () => {
  expect(readFieldMapping('headline=a,headline=b')).toBe('--map names headline twice; give each field once');
});

test.each([
  'a',
  'a.b',
  'a[0]',
  'a[0][12].b',
  'meta.author[0].name',
  'wp:post date',
  'Überschrift',
  '@id',
  '$.x',
  'date-gmt',
  'Date [UTC]',
  'dates.Start [local]',
])('%s is a path', (path) => {
  expect(readFieldMapping(`headline=${path}`)).toEqual({ headline: path });
});

test.each([
  ['a[', 2, '['],
  ['a]', 2, ']'],
  ['a[]', 2, '[]'],
  ['a[-1]', 2, '[-1]'],
  ['a[0', 2, '[0'],
  ['a[ 0 ]', 2, '[ 0 ]'],
  ['a[*].b', 2, '[*].b'],
  ["a['b']", 2, "['b']"],
  ['a[0]b', 5, 'b'],
  ['a[0][', 5, '['],
  ['a..b', 2, '..b'],
  ['a. .b', 2, '. .b'],
  ['a.b.', 4, '.'],
  ['.a', 1, '.a'],
  ['.', 1, '.'],
  ['[0]', 1, '[0]'],
  ['a.[0]', 2, '.[0]'],
])('%s is no path: the fault is at character %i', (path, character, rest) => {
  expect(readFieldMapping(`body=text,headline=${path}`)).toBe(
    `invalid path ${JSON.stringify(path)} of headline in --map at character ${character}, ${JSON.stringify(rest)}; ` +
      'expected names and indexes such as meta.authors[0].name',
  );
});
