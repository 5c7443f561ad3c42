import type { Publication, Warning } from '../../model/article.ts';
import type { Instant } from '../../model/instant.ts';
import type { PrintedDate } from './read-date.ts';

/** What a draft says of a printed date of publication, with a warning where its zone had to be assumed. */
// { text: "Nov. 3, 2024 - 20:59", zone: "assumed", … } → { publishedAt, publication, warnings: [time-zone-assumed] }
export function publicationOf(date: PrintedDate): {
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

/** Says that a date was read as UTC because neither it nor the settings name a zone. */
export function timeZoneAssumed(text: string): Warning {
  return {
    code: 'time-zone-assumed',
    message: `"${text}" names no time zone and none was given; UTC was assumed.`,
  };
}
