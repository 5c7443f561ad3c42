import { describe, expect, it } from 'vitest';
import { comparePairs, median } from '../../bench/compare/ratios.ts';

const rounds = [
  { base: 100, ours: 90 },
  { base: 50, ours: 50 },
  { base: 10, ours: 12 },
];

describe('the comparison of two checkouts', () => {
  it('takes the median of the ratios of pairs, not the ratio of medians', () => {
    expect(comparePairs({ measure: 'm', unit: '/s', rounds, goal: null })).toEqual({
      ...{ base: 50, ours: 50, ratio: 1, least: 0.9, largest: 1.2, met: undefined },
    });
  });

  it.each([
    [{ ratio: 0.95, atMost: false }, true],
    [{ ratio: 1.05, atMost: false }, false],
    [{ ratio: 1.05, atMost: true }, true],
    [{ ratio: 0.95, atMost: true }, false],
  ])('meets %j: %s', (goal, met) => {
    expect(comparePairs({ measure: 'm', unit: '', rounds, goal }).met).toBe(met);
  });

  it('takes the mean of the two middle values of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
