import type { DateOrder } from '../../fields/date-order.ts';
import type { PageDocument } from './open-page.ts';

/** Returns the order of numeric dates of one page, if one of them has a day after the 12th and none contradicts. */
// ["07/11/2023 - 17:57", "07/14/2023 - 10:30"] → "month-first"
export function orderAmong(texts: (string | null)[]): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const [, first, second] = /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)/.exec(text ?? '') ?? [];
    if (Number(first) > 12) orders.add('day-first');
    if (Number(second) > 12) orders.add('month-first');
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Returns the order in which the first numeric date of a page is on the weekday before it, as Drupal prints dates. */
// "Fri, 05/12/2023 - 14:05" → "month-first"
export function orderOfWeekday(document: PageDocument): DateOrder | undefined {
  const [, weekday = '', first, second, year] =
    /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s+(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/i.exec(
      document.querySelector('body')?.textContent ?? '',
    ) ?? [];
  if (year === undefined) return undefined;
  const isOn = (month: number, day: number) =>
    month <= 12 &&
    new Date(Date.UTC(Number(year), month - 1, day)).getUTCDay() === weekdays.indexOf(weekday.toLowerCase());
  const [isMonthFirst, isDayFirst] = [
    isOn(Number(first), Number(second)),
    isOn(Number(second), Number(first)),
  ];
  if (isMonthFirst === isDayFirst) return undefined;
  return isMonthFirst ? 'month-first' : 'day-first';
}
