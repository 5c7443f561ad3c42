import type { DateOrder } from './calendar-date.ts';

/**
 * How dates of three numbers are meant in a language, after CLDR: undefined where its countries disagree
 * (`en`, but not `en-GB`) or when there is no language.
 */
// "de" → "day-first", "en-US" → "month-first", "en" → undefined
export function dateOrderOf(language: string | null): DateOrder | undefined {
  if (!language || /^(?:en|und|mul)$/i.test(language)) return undefined;
  try {
    const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
    if (parts.indexOf('year') < parts.indexOf('month')) return undefined;
    return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
  } catch {
    return undefined;
  }
}
