import type { TimelinePeriod } from '../../clients/typescript/src/client.ts';

export type Interval = 'day' | 'week' | 'month' | 'year';

/** Number of articles per period, oldest first. */
export interface CountedTime {
  interval: Interval;
  periods: TimelinePeriod[];
}

/** Consecutive periods drawn alike: as bars, or as one compressed gap. */
interface Segment {
  isGap: boolean;
  periods: TimelinePeriod[];
  /** Width in units of one period. */
  units: number;
}

/** Minimum number of empty periods that are drawn as a gap, and the width of a gap. */
const minGap = 12;
const gapWidth = 3;

/** Splits counted time into bars and gaps, so that a single article of 1881 does not squeeze the rest. */
export function segments({ periods }: CountedTime): Segment[] {
  const runs: TimelinePeriod[][] = [];
  for (const period of periods) {
    const last = runs.at(-1);
    if (last && (last[0]?.count === 0) === (period.count === 0)) last.push(period);
    else runs.push([period]);
  }
  return runs.map((run) => {
    const isGap = run[0]?.count === 0 && run.length >= minGap;
    return { isGap, periods: run, units: isGap ? gapWidth : run.length };
  });
}

/** Returns the total width in units of one period. */
export function units(counted: CountedTime): number {
  return segments(counted).reduce((sum, segment) => sum + segment.units, 0);
}
