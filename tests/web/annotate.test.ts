import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../web/annotate.ts';

const spans = fc.array(fc.record({ start: fc.nat(60), end: fc.nat(60), value: fc.constant('x') }), {
  maxLength: 8,
});

test('a mention inside a quote belongs to both', () => {
  const text = '“Hi, Ann,” he said.';
  const pieces = annotate(
    text,
    { start: 0, end: text.length },
    [{ start: 1, end: 9, value: 'q' }],
    [{ start: 5, end: 8, value: 'm' }],
  );
  expect(pieces.map(({ text: piece, quote, mention }) => [piece, quote?.value, mention?.value])).toEqual([
    ['“', undefined, undefined],
    ['Hi, ', 'q', undefined],
    ['Ann', 'q', 'm'],
    [',', 'q', undefined],
    ['” he said.', undefined, undefined],
  ]);
});

test('whatever the spans, the pieces are the text again', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50, unit: 'binary' }), spans, spans, (text, quotes, mentions) => {
      const pieces = annotate(text, { start: 0, end: text.length }, quotes, mentions);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});

test('a piece is marked only by what covers it whole', () => {
  fc.assert(
    fc.property(spans, spans, (quotes, mentions) => {
      const text = 'a'.repeat(50);
      let at = 10;
      for (const piece of annotate(text, { start: 10, end: 40 }, quotes, mentions)) {
        const end = at + piece.text.length;
        for (const mark of [piece.quote, piece.mention]) {
          if (mark) expect(mark.start <= at && end <= mark.end).toBe(true);
        }
        at = end;
      }
      expect(at).toBe(40);
    }),
  );
});
