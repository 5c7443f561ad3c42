import type { Client, TimelinePeriod } from '../../clients/typescript/src/client.ts';
import type { readFilter } from '../filter.ts';
import { optional } from '../optional.ts';
import { type CountedTime, type Interval, units } from './segments.ts';

const day = 86_400_000;
/** Number of periods that a histogram shows well, and its maximum width in periods. */
const fitting = 62;
const mostUnits = 90;
/** Maximum number of periods that the API counts per request. */
const mostPeriods = 800;

/** Minimum number of articles for a histogram, and for a finer interval. */
const minForHistogram = 3;
const minForDetail = 12;

/** Next shorter interval, and the number of them in one of this interval. */
const shorter: Record<Interval, { interval: Interval; ratio: number } | undefined> = {
  year: { interval: 'month', ratio: 12 },
  month: { interval: 'week', ratio: 4.4 },
  week: { interval: 'day', ratio: 7 },
  day: undefined,
};

type Filter = Partial<ReturnType<typeof readFilter>>;

/**
 * Counts the articles of a filter between two instants, by an interval that fits the duration. Without a date
 * filter, the range is that from the first to the last match, with a shorter interval if most of it is empty.
 * Returns undefined if there are too few articles or the server cannot count now.
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
  // `to` is exclusive, so add a second to include the newest article.
  const whole = { from, to: new Date(Date.parse(to) + 1000).toISOString() };
  const counted = await count(api, isBounded ? filter : { ...filter, ...whole }, interval);
  if (!counted || articles(counted) < minForHistogram) return undefined;
  const shown = isBounded ? counted : withoutEmptyEnds(counted);
  const detailed = isBounded || articles(shown) < minForDetail ? shown : await refine(api, filter, shown);
  return detailed.periods.length > 1 ? detailed : undefined;
}

/** Returns the shortest interval without too many periods; undefined within a day, and above the limit of the API. */
function intervalFor(from: string, to: string): Interval | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / day;
  if (days <= 1 || days > mostPeriods * 365) return undefined;
  if (days <= fitting) return 'day';
  if (days <= fitting * 7) return 'week';
  return days <= fitting * 31 ? 'month' : 'year';
}

async function refine(api: Client, filter: Filter, counted: CountedTime): Promise<CountedTime> {
  const finer = shorter[counted.interval];
  const [from, to] = [counted.periods[0]?.from, counted.periods.at(-1)?.before];
  const busy = counted.periods.filter((period) => period.count !== 0).length;
  if (!finer || !from || !to || busy * finer.ratio > fitting) return counted;
  if (counted.periods.length * finer.ratio > mostPeriods) return counted;
  const recounted = await count(api, { ...filter, from, to }, finer.interval);
  const trimmed = recounted && withoutEmptyEnds(recounted);
  if (!trimmed || units(trimmed) > mostUnits) return counted;
  return await refine(api, filter, trimmed);
}

async function count(api: Client, filter: Filter, interval: Interval): Promise<CountedTime | undefined> {
  const response = await optional(api.get('/v1/timeline', { query: { ...filter, interval } }));
  return response && { interval, periods: response.data };
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
