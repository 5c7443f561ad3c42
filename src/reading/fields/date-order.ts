import type { DateOrder } from './calendar-date.ts';

/**
 * Returns the order of numeric dates in a language (BCP 47), from CLDR. Undefined without a language, and for
 * languages whose countries disagree (`en`, but not `en-GB`).
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
