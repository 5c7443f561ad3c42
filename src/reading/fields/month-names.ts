import { fold } from '../../model/fold.ts';

/** Languages whose month and weekday names are known. No name means different months in two of them. */
const languages = [
  ...['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'ru'],
  ...['uk', 'bg', 'sr', 'tr', 'id', 'hu', 'ro', 'el', 'et', 'lv', 'lt', 'sl', 'ca', 'ar', 'hi', 'fil', 'ms'],
];

/** Returns the month (1 to 12) of a full or abbreviated name in any known language (names from CLDR, through Intl). */
// "Nov." → 11, "août" → 8, "ноября" → 11, "Monday" → undefined
export function monthOf(word: string): number | undefined {
  months ??= collectMonths();
  return months.get(plain(word));
}

/** True for the full or abbreviated name of a weekday in any known language. */
// "Sun" → true, "lundi" → true
export function isWeekday(word: string): boolean {
  weekdays ??= collectWeekdays();
  return weekdays.has(plain(word));
}

// Collected on first use, since it takes about 70 ms.
let months: Map<string, number> | undefined;
let weekdays: Set<string> | undefined;

function collectMonths(): Map<string, number> {
  // CLDR has "Sep"; news agencies write "Sept."
  const names = new Map([['sept', 9]]);
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // In Slavic and other languages, month names are in the genitive after a day.
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
