import { describe, expect, test } from 'vitest';
import { Misuse } from '../../src/cli/command.ts';
import { expiryOf } from '../../src/cli/key.ts';

const now = Date.parse('2026-06-01T12:00:00Z');

describe('--expires takes', () => {
  test.each([
    ['90m', '2026-06-01T13:30:00Z'],
    ['12h', '2026-06-02T00:00:00Z'],
    ['90d', '2026-08-30T12:00:00Z'],
    ['2w', '2026-06-15T12:00:00Z'],
    ['2027-01-31', '2027-01-31T00:00:00Z'],
    ['2027-01-31T12:30Z', '2027-01-31T12:30:00Z'],
    ['2027-01-31T12:30:15Z', '2027-01-31T12:30:15Z'],
  ])('%s', (text, instant) => {
    expect(expiryOf(text, now)).toBe(instant);
  });
});

describe('--expires refuses', () => {
  test.each(['', 'soon', '90', '0d', '2026-06-01', '2025-01-01T00:00:00Z', '2027-13-01', '01/02/2027', '5y'])(
    '"%s"',
    (text) => {
      expect(() => expiryOf(text, now)).toThrow(Misuse);
    },
  );
});
