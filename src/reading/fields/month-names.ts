import { fold } from '../../model/fold.ts';

/** Languages whose month names and weekdays are known; no two of them call different months by one name. */
const languages = [
  ...['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'ru'],
  ...['uk', 'bg', 'sr', 'tr', 'id', 'hu', 'ro', 'el', 'et', 'lv', 'lt', 'sl', 'ca', 'ar', 'hi', 'fil', 'ms'],
];

/**
 * The month, 1 to 12, that a word names in one of the known languages, abbreviated or not (names from CLDR by
 * way of Intl). Undefined for other words.
 */
// "Nov." → 11, "août" → 8, "ноября" → 11, "Monday" → undefined
export function monthOf(word: string): number | undefined {
  months ??= collectMonths();
  return months.get(plain(word));
}

/** Whether a word names a day of the week in one of the known languages. */
// "Sun" → true, "lundi" → true
export function isWeekday(word: string): boolean {
  weekdays ??= collectWeekdays();
  return weekdays.has(plain(word));
}

// Collected at the first use: it takes some 70 ms, which a server that reads nothing need not spend.
let months: Map<string, number> | undefined;
let weekdays: Set<string> | undefined;

function collectMonths(): Map<string, number> {
  // CLDR writes "Sep"; the wires write "Sept."
  const names = new Map([['sept', 9]]);
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // With a day, Slavic and other names stand in the genitive.
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2024, index, 3));
          const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '');
          const word = name.split(/[ ’']/).at(-1) ?? '';
          if (/^\p{L}{2,}$/u.test(word) && !names.has(word)) names.set(word, index + 1);
        }
      }
    }
  }
  return names;
}

function collectWeekdays(): Set<string> {
  const names = new Set(['tues', 'thur', 'thurs']);
  for (const language of languages) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) names.add(plain(format.format(Date.UTC(2024, 0, day))));
    }
  }
  return names;
}

function plain(word: string): string {
  return fold(word).replace(/\.$/, '');
}
