const delimiters = [',', ';', '\t', '|', '^', '~'];

/** In UTF-16 code units. */
const maxHeaderLength = 100_000;

/**
 * Delimiter of the fields of a table: the one that its header line has most of, outside quotation marks, unless the
 * first line states it for Excel (`sep=;`).
 *
 * `delimiterOf('headline;body;"date, time"')` → `';'`
 */
export function delimiterOf(text: string): string {
  const start = text.replace(/^\ufeff/, '');
  const stated = /^"?sep=(.)"?\r?\n/i.exec(start)?.[1];
  if (stated !== undefined) return stated;
  const header = (start.slice(0, maxHeaderLength).split(/\r?\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
