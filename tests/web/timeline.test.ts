import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bars, periodQuery } from '../../web/timeline/bars.ts';
import { type CountedTime, units } from '../../web/timeline/segments.ts';

/** Years from 1900 on, with so many articles each. */
function years(...counts: (number | null)[]): CountedTime {
  const periods = counts.map((count, index) => ({
    from: `${1900 + index}-01-01T00:00:00Z`,
    before: `${1901 + index}-01-01T00:00:00Z`,
    count,
  }));
  return { interval: 'year', periods };
}

test('bars share the width', () => {
  const { bars: drawn } = bars(years(1, 0, 2, 1));
  expect(drawn.map(({ x, width, count }) => [x, width, count])).toEqual([
    [0, 25, 1],
    [25, 25, 0],
    [50, 25, 2],
    [75, 25, 1],
  ]);
});

test('a long silence is drawn short, so that an old article does not push the others to the margin', () => {
  const counted = years(1, ...Array.from({ length: 80 }, () => 0), 3, 4);
  const { bars: drawn, gaps } = bars(counted);
  expect(drawn.map(({ name, count }) => [name, count])).toEqual([
    ['1900', 1],
    ['1981', 3],
    ['1982', 4],
  ]);
  expect(gaps).toEqual([{ x: expect.closeTo(100 / 6), width: 50, periods: 80 }]);
});

test('what was not counted is no silence', () => {
  const counted = years(...Array.from({ length: 30 }, () => null), 1);
  expect(bars(counted).gaps).toEqual([]);
  expect(bars(counted).bars).toHaveLength(31);
});

test('a stretch is asked for by one word where there is one', () => {
  expect(periodQuery({ from: '2024-01-01', to: '2024-12-31' })).toEqual({
    date: '2024',
    from: null,
    to: null,
  });
  expect(periodQuery({ from: '2024-02-01', to: '2024-02-29' })).toMatchObject({ date: '2024-02' });
  expect(periodQuery({ from: '2024-02-03', to: '2024-02-03' })).toMatchObject({ date: '2024-02-03' });
  expect(periodQuery({ from: '2024-02-01', to: '2024-03-31' })).toEqual({
    date: null,
    from: '2024-02-01',
    to: '2024-03-31',
  });
});

test('whatever the counts, bars and gaps fill the width in order, and no article is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 0, 0, 0, 1, 7), { minLength: 1, maxLength: 120 }), (counts) => {
      const counted = years(...counts);
      const { bars: drawn, gaps, ticks } = bars(counted);
      const parts = [...drawn, ...gaps].sort((a, b) => a.x - b.x);
      let reached = 0;
      for (const { x, width } of parts) {
        expect(x).toBeCloseTo(reached, 1);
        reached = x + width;
      }
      expect(reached).toBeCloseTo(100, 0);
      expect(drawn.length).toBeLessThanOrEqual(units(counted));
      expect(drawn.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(
        counts.reduce((sum: number, count) => sum + count, 0),
      );
      expect(ticks.every(({ x }) => x >= 0 && x <= 100.1)).toBe(true);
    }),
  );
});
