import { stringify } from 'csv-stringify/sync';

/**
 * Formats records as CSV (RFC 4180): UTF-8, lines end in CRLF. A cell that begins with =, +, -, @ (full width
 * too), a tab or a carriage return gets an apostrophe, because a spreadsheet would read it as a formula.
 */
export function csvRecords(records: string[][]): string {
  // By itself the library quotes a cell only for the whole record delimiter.
  return stringify(records, { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ });
}
