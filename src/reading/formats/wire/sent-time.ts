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

/** `1430 261124 GMT` (Reuters) and `26-11-24 14-30-05` (AAP): day, month, year. */
const numericTimes = [
  /(?<!\d)(?<hour>\d{2})(?<minute>\d{2})\s(?<day>\d{2})(?<month>\d{2})(?<year>\d{2})(?:\s(?<zone>GMT|UTC))?(?!\d)/u,
  /(?<!\d)(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{2})\s(?<hour>\d{2})-(?<minute>\d{2})-\d{2}(?<zone>)(?!\d)/u,
];

/** Reads the time after the text of an IPTC 7901 message: day, hour and minute, zone, month, year. */
// "212101 GMT Nov 24" → { date: "2024-11-21", printed: "2024-11-21 21:01 GMT" }
export function readSentTime(trailer: string): SentTime | undefined {
  const line = trailer.slice(0, 200);
  const named = dayTime.exec(line)?.groups;
  const month = monthOf(named?.month ?? '');
  if (named && month !== undefined) return sentTime({ ...named, month: String(month) });
  const numeric = numericTimes.map((form) => form.exec(line)?.groups).find((groups) => groups !== undefined);
  if (numeric && Number(numeric.month) <= 12) return sentTime(numeric);
  const found = readDate(line, { timeZone: 'UTC' });
  return found && { date: found.instant.slice(0, 10), printed: found.text };
}

function sentTime({ year = '', month = '', day = '', hour, minute, zone }: Record<string, string>): SentTime {
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { date, printed: `${date} ${hour}:${minute}${zone ? ` ${zone}` : ''}` };
}

/** True for a line that has a time of transmission and nothing else: `212101 GMT Nov 24`. */
export function isSentLine(line: string): boolean {
  return /^\s*(?:\p{Lu}{2,5}\s+)?\d{6}\s(?:[A-Z]{3,4}\s)?\p{L}{3,4}\.?\s\d{2}\s*$/u.test(line);
}
