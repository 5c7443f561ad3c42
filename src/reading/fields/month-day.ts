import { monthOf } from './month-names.ts';

/** Finds month and day in a date without a year. Undefined if there is none. */
// "Nov. 3" → { month: 11, day: 3 }, "3 novembre" → { month: 11, day: 3 }, "Tuesday" → undefined
export function findMonthDay(text: string): { month: number; day: number } | undefined {
  const match =
    /(?<name>[\p{L}\p{M}]{2,14})\.?\s{0,2}(?<day>\d{1,2})(?!\d)/u.exec(text) ??
    /(?<!\d)(?<day>\d{1,2})(?:\.|er|º|°)?\s(?:de\s)?(?<name>[\p{L}\p{M}]{2,14})/u.exec(text) ??
    /(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u.exec(text);
  const number = Number(match?.groups?.month ?? 0);
  const month = number >= 1 && number <= 12 ? number : monthOf(match?.groups?.name ?? '');
  const day = Number(match?.groups?.day ?? 0);
  return month === undefined || day < 1 || day > 31 ? undefined : { month, day };
}
