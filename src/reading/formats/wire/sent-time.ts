import { monthOf } from '../../fields/month-names.ts';
import { readDate } from '../../fields/read-date.ts';

/** Time of transmission: its day, and a form that readDate reads. */
export interface SentTime {
  /** ISO 8601 date as printed. */
  date: string;
  printed: string;
}

const dayTime =
  /(?<!\d)(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})\s*(?<zone>[A-Z]{1,4})?\s+(?<month>\p{L}{3,9})\.?\s+(?<year>\d{4}|\d{2})(?!\d)/u;

/** Reads the time after the text of an IPTC 7901 message: day, hour and minute, zone, month, year. */
// "212101 GMT Nov 24" → { date: "2024-11-21", printed: "2024-11-21 21:01 GMT" }
export function readSentTime(trailer: string): SentTime | undefined {
  const line = trailer.slice(0, 200);
  const groups = dayTime.exec(line)?.groups;
  const month = monthOf(groups?.month ?? '');
  if (groups && month !== undefined) {
    const { day = '', hour, minute, zone, year = '' } = groups;
    const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
    const date = `${full}-${String(month).padStart(2, '0')}-${day}`;
    return { date, printed: `${date} ${hour}:${minute}${zone ? ` ${zone}` : ''}` };
  }
  const found = readDate(line, { timeZone: 'UTC' });
  return found && { date: found.instant.slice(0, 10), printed: found.text };
}
