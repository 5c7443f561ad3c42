import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthOf } from '../../src/archive/core/month.ts';
import { instantOf } from '../../src/model/instant.ts';
import { firstDated, firstUndated, isDated, publicationRank } from '../../src/model/undated.ts';

const lastSecond = 253_402_300_799;
const instant = fc.integer({ min: firstDated, max: lastSecond }).map(instantOf);

it('ranks every undated article below every dated one', () => {
  fc.assert(
    fc.property(instant, instant, instant, (publishedAt, storedAt, other) => {
      const dated = publicationRank({ publishedAt, storedAt });
      const undated = publicationRank({ publishedAt: null, storedAt: other });
      expect(instantOf(dated)).toBe(publishedAt);
      expect(undated).toBeLessThan(dated);
      expect(undated).toBeGreaterThanOrEqual(firstUndated);
      expect([isDated(dated), isDated(undated)]).toEqual([true, false]);
    }),
  );
});

it('ranks undated articles by the time of storage, in whole months', () => {
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const rank = (storedAt: string) => publicationRank({ publishedAt: null, storedAt });
      expect(Math.sign(rank(one) - rank(other))).toBe(Math.sign(Date.parse(one) - Date.parse(other)));
      expect(monthOf(rank(one)) - monthOf(Date.parse(one) / 1000)).toBe(-32_000 * 12);
    }),
  );
});
