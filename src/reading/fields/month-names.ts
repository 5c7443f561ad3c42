import { fold } from '../../model/fold.ts';

/**
 * Languages whose month and weekday names are known, as locales of the Gregorian calendar. Where two languages use one
 * name for different months, the earlier language counts (but see `croatianMonth`).
 */
const languages = [
  ...['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'ru'],
  ...['uk', 'bg', 'sr', 'tr', 'id', 'hu', 'ro', 'el', 'et', 'lv', 'lt', 'sl', 'ca', 'hi', 'fil', 'ms'],
  // Arabic has three sets of names: European ones, those of the Levant and Iraq, and those of the Maghreb.
  ...['ar', 'ar-SY', 'ar-DZ', 'ar-MA', 'he', 'fa-u-ca-gregory', 'ur', 'th-u-ca-gregory', 'bn', 'mr', 'ta'],
  ...['hr', 'sr-Latn', 'mk', 'be', 'sq', 'az', 'ka', 'hy', 'is', 'gl', 'af', 'sw'],
];

/** Returns the month (1 to 12) of a full or abbreviated name in any known language (names from CLDR, through Intl). */
// "Nov." → 11, "août" → 8, "ноября" → 11, "تشرين الثاني" → 11, "Monday" → undefined
export function monthOf(word: string): number | undefined {
  months ??= collectMonths();
  const name = plain(word);
  // Hebrew writes "in March" as one word.
  return months.get(name) ?? (name.startsWith('ב') ? months.get(name.slice(1)) : undefined);
}

/**
 * Returns the month of a name that has another meaning in Croatian. Croatian writes a full stop after the day, Polish
 * does not: `3. listopada` is in October, `3 listopada` in November.
 */
export function croatianMonth(word: string): number | undefined {
  return /^listopada?$/i.test(word) ? 10 : undefined;
}

/** True for the full or abbreviated name of a weekday in any known language. */
// "Sun" → true, "lundi" → true
export function isWeekday(word: string): boolean {
  weekdays ??= collectWeekdays();
  return weekdays.has(plain(word));
}

/** Abbreviations of Russian agencies where CLDR has longer ones. */
const russianAbbreviations = Object.entries({ фев: 2, мар: 3, июн: 6, июл: 7, сен: 9, ноя: 11 });

/** January and December, October and November of the Levant. */
const isOfTwoWords = /^(?:كانون|تشرين) /;
/** Thai abbreviations have a full stop inside: `มี.ค`. */
const isMonthName = /^[\p{L}\p{M}][\p{L}\p{M}. ]*[\p{L}\p{M}]$/u;

// Collected on first use, since it takes about 70 ms.
let months: Map<string, number> | undefined;
let weekdays: Set<string> | undefined;

function collectMonths(): Map<string, number> {
  // CLDR has "Sep" and "März"; newspapers write "Sept." and "Mrz", too.
  const names = new Map([['sept', 9], ['mrz', 3], ...russianAbbreviations]);
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // In Slavic and other languages, month names are in the genitive after a day.
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2024, index, 3));
          const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '');
          const word = isOfTwoWords.test(name) ? name : (name.split(/[ ’']/).at(-1) ?? '');
          if (isMonthName.test(word) && !names.has(word)) names.set(word, index + 1);
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
      for (let day = 1; day <= 7; day++) {
        const name = plain(format.format(Date.UTC(2024, 0, day)));
        names.add(name);
        // Hebrew "יום חמישי", Portuguese "quinta-feira", Thai "วันพฤหัสบดีที่ 3"
        if (language === 'he') names.add(name.split(' ').at(-1) ?? name);
        if (name.startsWith('วัน')) names.add(`${name}ที่`);
      }
    }
  }
  return names;
}

/** Indian and Thai vowel signs are combining marks without which names fall together. */
const marksMatter = /[\u0900-\u0dff\u0e00-\u0e7f]/;

function plain(word: string): string {
  const folded = marksMatter.test(word) ? word.normalize('NFC') : fold(word);
  // Hebrew abbreviations end in a geresh, Persian names may have a joiner inside.
  return folded.replace(/[.׳'।॰]$/u, '').replace(/\u200c/g, '');
}
