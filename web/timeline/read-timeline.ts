import type { Client, TimelinePeriod } from '../../clients/typescript/src/client.ts';
import { beside } from '../beside.ts';
import type { readFilter } from '../filter.ts';
import { type CountedTime, type Interval, units } from './silences.ts';

const day = 86_400_000;
/** About as many periods as a histogram can show apart from each other, and as many as it shows at most. */
const fitting = 62;
const mostUnits = 90;
/** More periods than the API counts at once. */
const mostPeriods = 800;

/** So many articles make a histogram, and so many one that goes into detail. */
const worthACurve = 3;
const worthDetail = 12;

/** The next shorter period, and how many of them are in one. */
const shorter: Record<Interval, { interval: Interval; ratio: number } | undefined> = {
  year: { interval: 'month', ratio: 12 },
  month: { interval: 'week', ratio: 4.4 },
  week: { interval: 'day', ratio: 7 },
  day: undefined,
};

type Filter = Partial<ReturnType<typeof readFilter>>;

/**
 * Counts the articles of a filter over the time between two instants, by days, weeks, months or years as it is long.
 * A filter that has no bounds in time of its own is shown from its first article to its last, and by shorter periods
 * where most of that time is silent. Undefined when there are too few articles to see anything, or the server can not count now.
 */
export async function readTimeline(
  api: Client,
  filter: Filter,
  bounds: { from: string | null | undefined; to: string | null | undefined },
): Promise<CountedTime | undefined> {
  const { from, to } = bounds;
  const interval = from && to ? intervalFor(from, to) : undefined;
  if (!from || !to || !interval) return undefined;
  const isBounded = Boolean(filter.date ?? filter.from ?? filter.to);
  // The newest article is the end of the archive, and the API leaves out what is at the end of a stretch.
  const whole = { from, to: new Date(Date.parse(to) + 1000).toISOString() };
  const counted = await count(api, isBounded ? filter : { ...filter, ...whole }, interval);
  if (!counted || articles(counted) < worthACurve) return undefined;
  const shown = isBounded ? counted : withoutEmptyEnds(counted);
  const detailed =
    isBounded || articles(shown) < worthDetail ? shown : await asFineAsFits(api, filter, shown);
  return detailed.periods.length > 1 ? detailed : undefined;
}

/** The shortest periods of which not too many lie between two instants; none where all lies within a day. */
function intervalFor(from: string, to: string): Interval | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / day;
  if (days <= 1 || days > mostPeriods * 365) return undefined;
  if (days <= fitting) return 'day';
  if (days <= fitting * 7) return 'week';
  return days <= fitting * 31 ? 'month' : 'year';
}

async function asFineAsFits(api: Client, filter: Filter, counted: CountedTime): Promise<CountedTime> {
  const finer = shorter[counted.interval];
  const [from, to] = [counted.periods[0]?.from, counted.periods.at(-1)?.before];
  const busy = counted.periods.filter((period) => period.count !== 0).length;
  if (!finer || !from || !to || busy * finer.ratio > fitting) return counted;
  if (counted.periods.length * finer.ratio > mostPeriods) return counted;
  const again = await count(api, { ...filter, from, to }, finer.interval);
  const trimmed = again && withoutEmptyEnds(again);
  if (!trimmed || units(trimmed) > mostUnits) return counted;
  return await asFineAsFits(api, filter, trimmed);
}

async function count(api: Client, filter: Filter, interval: Interval): Promise<CountedTime | undefined> {
  const answer = await beside(api.get('/v1/timeline', { query: { ...filter, interval } }));
  return answer && { interval, periods: answer.data };
}

function articles({ periods }: CountedTime): number {
  return periods.reduce((sum, period) => sum + (period.count ?? 0), 0);
}

function withoutEmptyEnds({ interval, periods }: CountedTime): CountedTime {
  const isEmpty = (period: TimelinePeriod) => period.count === 0;
  const first = periods.findIndex((period) => !isEmpty(period));
  const last = periods.findLastIndex((period) => !isEmpty(period));
  return { interval, periods: first < 0 ? [] : periods.slice(first, last + 1) };
}
