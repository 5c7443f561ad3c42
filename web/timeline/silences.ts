import type { TimelinePeriod } from '../../clients/typescript/src/client.ts';

export type Interval = 'day' | 'week' | 'month' | 'year';

/** How many articles there are in each period, the oldest first. */
export interface CountedTime {
  interval: Interval;
  periods: TimelinePeriod[];
}

/** Periods in a row that are drawn alike: one by one, or, when nothing was published for long, as a gap. */
interface Stretch {
  isGap: boolean;
  periods: TimelinePeriod[];
  /** How much room it takes, in periods. */
  units: number;
}

/** So many empty periods in a row are drawn as a gap, as wide as these. */
const longSilence = 12;
const gapWidth = 3;

/** Counted time as it is drawn: one article of 1881 in an archive of today does not push the rest to the margin. */
export function stretches({ periods }: CountedTime): Stretch[] {
  const runs: TimelinePeriod[][] = [];
  for (const period of periods) {
    const last = runs.at(-1);
    if (last && (last[0]?.count === 0) === (period.count === 0)) last.push(period);
    else runs.push([period]);
  }
  return runs.map((run) => {
    const isGap = run[0]?.count === 0 && run.length >= longSilence;
    return { isGap, periods: run, units: isGap ? gapWidth : run.length };
  });
}

/** How many periods wide counted time is drawn. */
export function units(counted: CountedTime): number {
  return stretches(counted).reduce((sum, stretch) => sum + stretch.units, 0);
}
