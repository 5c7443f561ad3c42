import { longDay, longMonth, shortMonth } from '../dates.ts';
import { type CountedTime, type Interval, stretches, units } from './silences.ts';

/** A period in a histogram. */
export interface Bar {
  /** First and last day, as the API takes them: `2024-11-01`. */
  from: string;
  to: string;
  /** Null where it was not counted. */
  count: number | null;
  /** `November 2024`, `week from 4 November 2024` */
  name: string;
  /** Left edge and width in the histogram, in percent. */
  x: number;
  width: number;
}

/** A word under the bar that it begins at. */
export interface Tick {
  x: number;
  label: string;
  /** Whether the word begins or ends there. */
  anchor: 'start' | 'end';
}

/** A long time without any article, drawn short. */
export interface Gap {
  x: number;
  width: number;
  periods: number;
}

/** A histogram of counted time: bars, the gaps where nothing was published for long, and words for the axis. */
export function bars(counted: CountedTime): { bars: Bar[]; gaps: Gap[]; ticks: Tick[] } {
  const { interval } = counted;
  const unit = 100 / units(counted);
  const drawn: Bar[] = [];
  const gaps: Gap[] = [];
  let x = 0;
  for (const stretch of stretches(counted)) {
    if (stretch.isGap) gaps.push({ x, width: stretch.units * unit, periods: stretch.periods.length });
    else {
      for (const [index, { from, before, count }] of stretch.periods.entries()) {
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
    x += stretch.units * unit;
  }
  return { bars: drawn, gaps, ticks: ticksOf(drawn, gaps, interval) };
}

/** The query parameters that ask for a stretch of bars: `date=2024-11` where one word says it, else `from` and `to`. */
export function periodQuery({ from, to }: { from: string; to: string }): Record<string, string | null> {
  const [year = '', month = ''] = from.split('-');
  const whole = [year, `${year}-${month}`, from].find(
    (date) => firstDay(date) === from && lastDay(date) === to,
  );
  return whole ? { date: whole, from: null, to: null } : { date: null, from, to };
}

/** `2024` → `2024-01-01` */
function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** `2024-02` → `2024-02-29` */
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

/** Where a year or month begins, and what follows a gap; not too close together, and inside the histogram. */
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

/** `2024-11-03` → `2024` */
function yearOf(day: string): string {
  return day.slice(0, 4);
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

function rounded(percent: number): number {
  return Math.round(percent * 1000) / 1000;
}
