import { expect, test } from 'vitest';
import { withinTime } from '../../src/importing/within-time.ts';

test('gives what came of the work', () => {
  expect(withinTime(() => ({ read: 3 }), 1_000)).toEqual({ read: 3 });
});

test('stops work that does not end, even where it catches all it can', () => {
  const endless = () => {
    try {
      for (;;);
    } catch {
      return 'caught';
    }
  };
  expect(withinTime(endless, 20)).toBeUndefined();
  expect(withinTime(() => /^(a+)+$/.test(`${'a'.repeat(60)}b`), 20)).toBeUndefined();
  expect(withinTime(() => 'again', 1_000)).toBe('again');
});

test('throws what the work throws', () => {
  expect(() =>
    withinTime(() => {
      throw new TypeError('bad');
    }, 1_000),
  ).toThrow(TypeError);
});
