import type { Publication, Warning } from '../../model/article.ts';
import type { Instant } from '../../model/instant.ts';
import type { PrintedDate } from './read-date.ts';

/** Converts a printed date to the publication fields of a draft, with a warning if its time zone was assumed. */
// { text: "Nov. 3, 2024 - 20:59", zone: "assumed", … } → { publishedAt, publication, warnings: [time-zone-assumed] }
export function printedPublication(date: PrintedDate): {
  publishedAt: Instant;
  publication: Publication;
  warnings: Warning[];
} {
  const { instant, precision, text, timeZone } = date;
  return {
    publishedAt: instant,
    publication: { text, timeZone, precision, basis: 'printed' },
    warnings: date.zone === 'assumed' ? [timeZoneAssumed(text)] : [],
  };
}

/** Returns a warning that a date was read as UTC, because neither it nor the settings name a time zone. */
export function timeZoneAssumed(text: string): Warning {
  return {
    code: 'time-zone-assumed',
    message: `No time zone in "${text}" and none configured; UTC assumed.`,
  };
}
