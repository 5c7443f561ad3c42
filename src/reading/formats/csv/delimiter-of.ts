const delimiters = [',', ';', '\t', '|'];

/**
 * What parts the fields of a table: the one that its header line has most of, outside quotation marks.
 *
 * `delimiterOf('headline;body;"date, time"')` → `';'`
 */
export function delimiterOf(text: string): string {
  const header = (text.replace(/^\ufeff/, '').split(/\r?\n|\r/)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
