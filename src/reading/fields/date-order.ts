/**
 * Order of a numeric date: `03/11/2024` is 3 November (day first) or 11 March (month first). `year-first` is the order
 * of languages that write `24/11/03`; it says nothing about numbers that end in a year of four digits.
 */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/**
 * Returns the order of numeric dates in a language (BCP 47), from CLDR. Undefined without a language, and for
 * languages whose countries disagree (`en`, but not `en-GB`).
 */
// "de" → "day-first", "en-US" → "month-first", "ko" → "year-first", "en" → undefined
export function dateOrderOf(language: string | null): DateOrder | undefined {
  if (!language || /^(?:en|und|mul)$/i.test(language)) return undefined;
  try {
    const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
    if (parts.indexOf('year') < parts.indexOf('month')) return 'year-first';
    return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
  } catch {
    return undefined;
  }
}
