import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../../src/reading/formats/formats.ts';
import { expectBlocksToCover, readAll } from '../readings.ts';

const openings = [
  '<html><body>',
  '<rss><channel><item>',
  '<feed><entry>',
  '{"uri":"a",',
  '{"title":',
  '---\n',
  '# ',
  'title,text\n',
  '[',
  '',
];
const words = [
  '<p>',
  '</div>',
  '<![CDATA[',
  '&amp;',
  '<title>',
  '"',
  '\n\n',
  '<script>x</script>',
  '{',
  '}',
  ']',
  ':',
  'headline',
  ',',
  '<li>',
  '- ',
  '> ',
  '![a](b)',
  '\u0000',
  '\ud800',
  'Wort ',
];
const markup = fc
  .tuple(
    fc.constantFrom(...openings),
    fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 40 }),
  )
  .map(([opening, parts]) => opening + parts.join(''));

describe.each(formats.filter(({ name }) => name !== 'text'))('$name', (format) => {
  test('never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const reading of readAll(format, bytes))
          if (reading.kind === 'draft') expectBlocksToCover(reading.draft);
      }),
      { numRuns: 100 },
    );
  });

  test('gives blocks that cover the body, whatever markup it meets', () => {
    fc.assert(
      fc.property(markup, (text) => {
        for (const reading of readAll(format, text))
          if (reading.kind === 'draft') expectBlocksToCover(reading.draft);
      }),
      { numRuns: 200 },
    );
  });

  test('never lets recognition throw', () => {
    fc.assert(
      fc.property(markup, (text) => {
        const score = format.recognise(text, 'a.txt');
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});
