/** A time of day found in a text. */
export interface ClockTime {
  hour: number;
  minute: number;
  second: number;
  precision: 'second' | 'minute';
  /** Offset of the end, exclusive. */
  end: number;
}

const forms = [
  // 20:59, 8:59:07 p.m., 20.59 Uhr, 12:34:56.78, 8:59 مساء
  /(?<half>오전|오후|上午|下午|午前|午後)?\s*(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,:]\d{1,9})?)?(?!\d)(?:\s?(?<suffix>(?:[ap]\.?\s?m\b\.?)|[πμ]\.\s?μ\.|(?:مساءً?|صباحاً?|ظهراً?|م|ص)(?![\p{L}\p{M}])))?(?:\s?(?:Uhr|hrs?|hours|horas|hs?|uur|น\.|ч\.|год\.)(?![\p{L}\d]))?/iuy,
  // 20h59, 20 h, 20시 59분, 20時59分
  /(?<half>오전|오후|上午|下午|午前|午後)?\s*(?<hour>\d{1,2})\s?(?:h|시|時|点|點)(?:\s?(?<minute>\d{2}|\d(?=[분分]))[분分]?)?(?:\s?(?<second>\d{1,2})[초秒])?(?![\p{L}\d])/iuy,
  // 8 p.m., 8pm
  /(?<hour>\d{1,2})\s?(?<suffix>[ap]\.?\s?m\b\.?)/iuy,
  // 1159 GMT: four digits are a time only before a zone.
  /(?<hour>\d{2})(?<minute>\d{2})(?=\s?(?:GMT|UTC|Z\b|[ECMP][SD]?T\b|local time))/uy,
  // T205900 (ISO 8601 basic format, NITF)
  /(?<=\dT)(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?!\d)/uy,
  // 20241103205900 (web archives)
  /(?<=(?<!\d)\d{8})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?!\d)/uy,
  // 20 Uhr
  /(?<hour>\d{1,2})(?=\sUhr\b)\sUhr/uy,
];

/** Parses the time of day that begins at `start`. Undefined if there is none. */
// "8:59 p.m. EST", 0 → { hour: 20, minute: 59, second: 0, precision: "minute", end: 9 }
export function readClockTime(text: string, start: number): ClockTime | undefined {
  for (const form of forms) {
    form.lastIndex = start;
    const match = form.exec(text);
    if (!match?.groups) continue;
    const { half = '', suffix = '', minute = '0', second } = match.groups;
    let hour = Number(match.groups.hour);
    if (suffix || half) {
      if (hour > 12) continue;
      const afternoon = /^(?:p|μ|مس|ظ|م$)/i.test(suffix) || /^(?:오후|下午|午後)$/.test(half);
      hour = (hour % 12) + (afternoon ? 12 : 0);
    }
    if (hour === 24 && Number(minute) === 0) continue;
    if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) continue;
    return {
      hour,
      minute: Number(minute),
      // UTC arithmetic has no leap seconds.
      second: Math.min(Number(second ?? 0), 59),
      precision: second === undefined ? 'minute' : 'second',
      end: start + match[0].length,
    };
  }
  return undefined;
}
