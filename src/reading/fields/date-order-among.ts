import type { DateOrder } from './date-order.ts';

const numeric = /^\D{0,4}(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)/;

/**
 * Returns the order of numeric dates that some of a list show, such as the 25 in `3/25/2024`; undefined if none does, or if
 * they contradict each other.
 */
// ["3/4/2024", "3/25/2024"] → "month-first"
export function dateOrderAmong(dates: Iterable<string | null | undefined>): DateOrder | undefined {
  let [days, months] = [0, 0];
  for (const date of dates) {
    const [, first = '', second = ''] = numeric.exec(date ?? '') ?? [];
    if (Number(first) > 12 && Number(second) <= 12) days++;
    if (Number(second) > 12 && Number(first) <= 12) months++;
  }
  if (days > 0 && months > 0) return undefined;
  return days > 0 ? 'day-first' : months > 0 ? 'month-first' : undefined;
}
