import { stringify } from 'csv-stringify/sync';

/**
 * Records as CSV (RFC 4180): UTF-8, lines end in CRLF. A cell that a spreadsheet would take for a formula, as it
 * begins with =, +, -, @ (in full width too), a tab or a carriage return, gets an apostrophe before it.
 */
export function csvRecords(records: string[][]): string {
  return stringify(records, { record_delimiter: '\r\n', escape_formulas: true });
}
