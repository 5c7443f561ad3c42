/** Chinese digits and the ten, for a character class. */
export const han = '〇零○一二三四五六七八九十';

/** Years before the first of each era of Japan and Taiwan. */
const eras: Record<string, number> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
};

/** Returns the year of an era, or of the common era without one. Undefined for a short year without an era. */
// "令和", "6" → 2024; "平成", "元" → 1989; undefined, "二〇二四" → 2024
export function eraYear(era: string | undefined, printed: string): number | undefined {
  const year = printed === '元' ? 1 : hanNumber(printed);
  if (era !== undefined) return (eras[era] ?? 0) + year;
  return printed.length === 4 ? year : undefined;
}

/** Returns the number of ASCII or Chinese digits, those up to 99 with a ten: `十一` is 11. NaN for other texts. */
// "11" → 11, "十一" → 11, "二十三" → 23, "二〇二四" → 2024
export function hanNumber(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const digits = [...printed].map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[零○]/, '〇')));
  const ten = printed.indexOf('十');
  if (ten < 0) return digits.includes(-1) ? Number.NaN : Number(digits.join(''));
  if (ten > 1 || printed.length > ten + 2) return Number.NaN;
  return (ten === 0 ? 1 : (digits[0] ?? 0)) * 10 + (digits[ten + 1] ?? 0);
}
