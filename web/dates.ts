/** Instant with its precision; null if undated. */
interface Dated {
  publishedAt: string | null;
  publication?: { precision: 'second' | 'minute' | 'day' | 'month' | 'year'; timeZone: string | null } | null;
}

/** Text in place of the date of an undated article. */
export const undated = 'undated';

/** Formats a day: `3 November 2024`. */
export function longDay(instant: string, timeZone = 'UTC'): string {
  return format(instant, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
}

/** Formats a day: `3 Nov 2024`. */
export function shortDay(instant: string, timeZone = 'UTC'): string {
  return format(instant, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
}

/** Formats a month: `November 2024`. */
export function longMonth(instant: string): string {
  return format(instant, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Formats a range of months: `March 2023 – November 2024`, or one month. */
export function monthsBetween(first: string, last: string): string {
  const [from, to] = [longMonth(first), longMonth(last)];
  return from === to ? from : `${from} – ${to}`;
}

/** Formats a month: `Nov 2024`. */
export function shortMonth(instant: string): string {
  return format(instant, { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** Formats the day of publication in local time, as precisely as it is known: `3 Nov 2024`, `Nov 2024`, `2024` or `undated`. */
export function publishedDay({ publishedAt, publication }: Dated): string {
  if (publishedAt === null) return undated;
  const timeZone = zoneOf(publication?.timeZone);
  if (publication?.precision === 'year') return format(publishedAt, { year: 'numeric', timeZone });
  if (publication?.precision === 'month') {
    return format(publishedAt, { month: 'short', year: 'numeric', timeZone });
  }
  return shortDay(publishedAt, timeZone);
}

/** Formats the time of publication, if it is known: `Sunday, 3 November 2024 at 20:59, Seoul time`, or `undated`. */
export function publishedInWords({ publishedAt, publication }: Dated): string {
  if (publishedAt === null) return undated;
  const precision = publication?.precision ?? 'second';
  const timeZone = zoneOf(publication?.timeZone);
  if (precision === 'year' || precision === 'month')
    return publishedDay({ publishedAt, ...(publication && { publication }) });
  const day = format(publishedAt, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  if (precision === 'day') return day;
  const time = format(publishedAt, { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day} at ${time}, ${zoneName(timeZone)}`;
}

function zoneName(timeZone: string): string {
  const city = /\/([^/]+)$/.exec(timeZone)?.[1];
  if (city) return `${city.replaceAll('_', ' ')} time`;
  return /^[+-]/.test(timeZone) ? `UTC${timeZone}` : timeZone;
}

function zoneOf(zone: string | null | undefined): string {
  if (!zone) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant));
}
