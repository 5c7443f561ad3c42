import { longDay, longMonth, shortMonth } from '../dates.ts';
import { type CountedTime, type Interval, segments, units } from './segments.ts';

/** Period in a histogram. */
export interface Bar {
  /** First and last day, as the API takes them: `2024-11-01`. */
  from: string;
  to: string;
  /** Null if it was not counted. */
  count: number | null;
  /** Name of the period: `November 2024`, `week from 4 November 2024`. */
  name: string;
  /** Left edge and width in percent. */
  x: number;
  width: number;
}

/** Label under the bar where it starts. */
export interface Tick {
  x: number;
  label: string;
  /** Side of the label that is aligned with the tick. */
  anchor: 'start' | 'end';
}

/** Long period without articles, drawn compressed. */
export interface Gap {
  x: number;
  width: number;
  periods: number;
}

/** Lays out a histogram: bars, gaps for long periods without articles, and axis labels. */
export function bars(counted: CountedTime): { bars: Bar[]; gaps: Gap[]; ticks: Tick[] } {
  const { interval } = counted;
  const unit = 100 / units(counted);
  const drawn: Bar[] = [];
  const gaps: Gap[] = [];
  let x = 0;
  for (const segment of segments(counted)) {
    if (segment.isGap) gaps.push({ x, width: segment.units * unit, periods: segment.periods.length });
    else {
      for (const [index, { from, before, count }] of segment.periods.entries()) {
        drawn.push({
          from: dayOf(from),
          to: dayOf(new Date(Date.parse(before) - 1).toISOString()),
          count,
          name: nameOf(from, interval),
          x: rounded(x + index * unit),
          width: rounded(unit),
        });
      }
    }
    x += segment.units * unit;
  }
  return { bars: drawn, gaps, ticks: ticksOf(drawn, gaps, interval) };
}

/** Returns the query parameters for a range of bars: `date=2024-11` if one value suffices, else `from` and `to`. */
export function periodQuery({ from, to }: { from: string; to: string }): Record<string, string | null> {
  const [year = '', month = ''] = from.split('-');
  const whole = [year, `${year}-${month}`, from].find(
    (date) => firstDay(date) === from && lastDay(date) === to,
  );
  return whole ? { date: whole, from: null, to: null } : { date: null, from, to };
}

/** Returns the first day of a year, month or day. `2024` → `2024-01-01` */
function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** Returns the last day of a year, month or day. `2024-02` → `2024-02-29` */
function lastDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year ?? 0, month ?? 12, 0)).toISOString().slice(0, 10);
}

function nameOf(from: string, interval: Interval): string {
  if (interval === 'year') return from.slice(0, 4);
  if (interval === 'month') return longMonth(from);
  return interval === 'week' ? `week from ${longDay(from)}` : longDay(from);
}

/** Returns ticks at the start of years or months and after gaps, not too close together, inside the histogram. */
function ticksOf(drawn: Bar[], gaps: Gap[], interval: Interval): Tick[] {
  const word = interval === 'day' || interval === 'week' ? shortMonth : yearOf;
  const apart = word === shortMonth ? 22 : 13;
  const ticks: Tick[] = [];
  for (const [index, bar] of drawn.entries()) {
    const label = word(bar.to);
    const before = drawn[index - 1];
    const begins = before === undefined || label !== word(before.to);
    const followsGap = gaps.some(({ x, width }) => Math.abs(x + width - bar.x) < 0.01);
    const isLast = bar.x > 103 - apart;
    const tick = { x: isLast ? bar.x + bar.width : bar.x, label, anchor: isLast ? 'end' : 'start' } as const;
    const last = ticks.at(-1);
    const isFree = !last || bar.x - last.x >= (isLast ? 2 * apart : apart);
    if ((begins && isFree && !isLast) || (followsGap && isFree)) ticks.push(tick);
  }
  return ticks;
}

/** Returns the year of a day. `2024-11-03` → `2024` */
function yearOf(day: string): string {
  return day.slice(0, 4);
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

function rounded(percent: number): number {
  return Math.round(percent * 1000) / 1000;
}
