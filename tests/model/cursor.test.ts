import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from '../../src/model/cursor.ts';
import type { Position } from '../../src/model/query.ts';

const positions: fc.Arbitrary<Position> = fc.record({
  direction: fc.constantFrom('after', 'before'),
  rank: fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'grapheme' }),
  ),
  id: fc.string({ unit: 'grapheme' }),
});

test('a cursor gives back the position that it was written for', () => {
  fc.assert(
    fc.property(positions, fc.string(), fc.string(), (position, list, secret) => {
      // -0 has no JSON of its own, and no list is ranked by it.
      fc.pre(!Object.is(position.rank, -0));
      const cursor = writeCursor(position, list, secret);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(readCursor(cursor, list, secret)).toEqual(position);
    }),
  );
});

test('a cursor of another list is foreign, with another secret forged', () => {
  fc.assert(
    fc.property(positions, fc.string(), fc.string({ minLength: 1 }), (position, list, other) => {
      const cursor = writeCursor(position, list, 'secret');
      expect(readCursor(cursor, list + other, 'secret')).toBe('foreign');
      expect(readCursor(cursor, list, `secret${other}`)).toBe('forged');
    }),
  );
});

test('no text that we did not write is a position', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(['malformed', 'forged']).toContain(readCursor(text, 'list', 'secret'));
    }),
  );
});
