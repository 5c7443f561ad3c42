/** Days of a spreadsheet from 1954 to 2119. Smaller numbers may be years or ids. */
const earliest = 20_000;
const latest = 80_000;

/**
 * Returns the date of a serial number of Excel and its kin: days since 30 December 1899, the time of day as a fraction. It
 * has no time zone. Undefined if the text is none. Workbooks of old Macs count from 1904; nothing tells them apart.
 */
// "45622.5" → "2024-11-26T12:00:00"; "45622" → "2024-11-26"
export function serialDate(text: string): string | undefined {
  if (!/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return undefined;
  const days = Number(text.replace(',', '.'));
  if (days < earliest || days > latest) return undefined;
  const seconds = Math.round(days * 86_400);
  const instant = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  return Number.isInteger(days) ? instant.slice(0, 10) : instant.slice(0, 19);
}
