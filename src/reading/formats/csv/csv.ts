import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { nearest } from '../../../model/nearest.ts';
import { pluralize } from '../../../model/pluralize.ts';
import type { DateOrder } from '../../fields/date-order.ts';
import { dateOrderAmong } from '../../fields/date-order-among.ts';
import type { Format, Reading, ReadingSettings } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import type { MappedField } from '../json/automatic-names.ts';
import { leftOutKind, namesOf, readRecord } from '../json/read-record.ts';
import { fieldOf } from '../json/record-fields.ts';
import { type RecordOfFields, stepsOf } from '../json/record-paths.ts';
import { createLeftOut } from '../left-out.ts';
import { delimiterOf } from './delimiter-of.ts';
import { headerOf } from './header-of.ts';
import { tableText } from './table-text.ts';

/** A record of more characters is refused: no article is so long. */
const maxRecordLength = 16 * 2 ** 20;

const Rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/**
 * CSV (RFC 4180) with a header line, and its relatives with semicolons, tabs or bars: one article a record, in
 * the fields that `json` reads. A record of the wrong length is read as far as it goes, with a warning.
 */
export const csv: Format = {
  name: 'csv',
  extensions: ['csv', 'tsv'],
  release: recordReleaseFields,
  split: 'csv',
  recognise(head, path) {
    const header = headerOf(head);
    if (header.length < 2) return 0;
    const record = Object.fromEntries(header.map((name) => [name, name]));
    const known = (['headline', 'body', 'published', 'url', 'byline'] as MappedField[]).filter(
      (field) => fieldOf(record, field, {}) !== undefined,
    );
    if (/\.[ct]sv$/i.test(path)) return known.length > 0 ? 0.9 : 0.5;
    return known.length >= 2 ? 0.7 : 0;
  },
  *read(document, settings) {
    const text = tableText(document.bytes, document.encoding);
    const isLater = document.header !== undefined;
    const source = isLater ? `${document.header}\n${text}` : text;
    const offset = (document.firstLine ?? 1) - 1 - (isLater ? lineCount(document.header ?? '') : 0);
    let header: string[] | undefined;
    let line = 1;
    let ordinal = 0;
    const leftOut = createLeftOut();
    const rows = rowsOf(source);
    let likelyDateOrder: DateOrder | undefined;
    const tabs = delimiterOf(source) === '\t';
    for (const row of rows) {
      const reject = (reason: string): Reading => ({
        kind: 'reject',
        reject: { path: document.path, line: line + offset, reason },
      });
      if ('reason' in row) {
        yield {
          kind: 'reject',
          reject: { path: document.path, line: row.line + offset, reason: row.reason },
        };
        line = row.line + 1;
        continue;
      }
      const first = line;
      line = row.lines + 1;
      if (isHint(row.values)) continue;
      if (!header) {
        header = row.values.map((name) => name.trim());
        const fault = faultOf(header, settings);
        likelyDateOrder = dateOrderAmong(columnOf('published', header, rows, settings));
        if (fault === undefined) continue;
        // Later pieces of the file have the same header.
        if (!isLater) yield reject(fault);
        return;
      }
      if (row.values.every((value) => value.trim() === '')) continue;
      const record = recordOf(row.values, header, tabs);
      const place = {
        ...{ format: 'csv', path: document.path, line: first + offset, ordinal: first + offset - 2 },
        ...(likelyDateOrder && { likelyDateOrder }),
      };
      ordinal++;
      if (row.values.length < header.length / 2)
        yield reject(`record has ${pluralize(row.values.length, 'field')}; expected ${header.length}`);
      else {
        const kind = leftOutKind(record);
        if (kind !== null) leftOut.add(kind);
        else yield readRecord(record, place, settings);
      }
    }
    yield* leftOut.rejects(document.path);
    if (ordinal === 0 && !isLater) {
      yield {
        kind: 'reject',
        reject: { path: document.path, line: null, reason: 'no records found' },
      };
    }
  },
};

type Row = { lines: number; values: string[] } | { reason: string; line: number };

/** Maximum number of quotation marks without an end after which a table is read on. */
const maxUnclosed = 20;

/**
 * Returns the records of a table. A quotation mark without an end costs its line only: the rest is parsed anew, up to a
 * maximum number of times.
 */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let rest = text;
  let before = 0;
  const delimiter = delimiterOf(text);
  for (let unclosed = 0; ; unclosed++) {
    const faults: CsvError[] = [];
    const read = parsedRows(rest, delimiter, faults);
    for (const { info, record } of read) rows.push({ lines: before + info.lines, values: record });
    const [fault] = faults;
    if (fault === undefined) return rows;
    const whole = read.at(-1)?.info.lines ?? 0;
    const reason = `invalid CSV: ${fault.message.replace(/ at line \d+$/, '')}`;
    rows.push({ reason, line: before + whole + 1 });
    const next = afterLines(rest, whole + 1);
    if (fault.code !== 'CSV_QUOTE_NOT_CLOSED' || unclosed >= maxUnclosed || next === '') return rows;
    before += whole + 1;
    rest = next;
  }
}

function parsedRows(text: string, delimiter: string, faults: CsvError[]): z.infer<typeof Rows> {
  const options = {
    ...{ bom: true, info: true, raw: false, delimiter, relax_column_count: true },
    ...{ relax_quotes: true, skip_empty_lines: true, skip_records_with_error: true },
    ...{ max_record_size: maxRecordLength, record_delimiter: ['\r\n', '\n', '\r'] },
    on_skip: (fault: CsvError | undefined) => void (fault && faults.push(fault)),
  };
  try {
    return Rows.parse(parse(text, options));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    faults.push(cause);
    return [];
  }
}

/** Returns what follows some lines of a text. */
function afterLines(text: string, count: number): string {
  let end = 0;
  for (let line = 0; line < count; line++) {
    const found = text.indexOf('\n', end);
    if (found < 0) return '';
    end = found + 1;
  }
  return text.slice(end);
}

/** Returns the values by the names of their columns. Of columns with one name, the first that says something counts. */
function recordOf(values: readonly string[], header: readonly string[], tabs: boolean): RecordOfFields {
  const record: Record<string, string> = {};
  for (const [index, value] of values.entries()) {
    const name = header[index] ?? `column ${index + 1}`;
    if (isNull(value) || (record[name] ?? '') !== '') record[name] ??= '';
    // Databases write the lines of a text so where tabs part the fields.
    else record[name] = tabs ? value.replace(/\\r?\\n|\\n/g, '\n').replace(/\\t/g, '\t') : value;
  }
  return record;
}

/** Returns the values of the column that has a field. */
function columnOf(
  field: MappedField,
  header: readonly string[],
  rows: readonly Row[],
  { map }: ReadingSettings,
): (string | undefined)[] {
  const places = Object.fromEntries(header.map((name, index) => [name, `#${index}`]));
  const place = fieldOf(places, field, map);
  if (typeof place !== 'string') return [];
  const index = Number(place.slice(1));
  return rows.map((row) => ('values' in row ? row.values[index] : undefined));
}

/** Exports of databases write a missing value so. */
function isNull(value: string): boolean {
  return value === 'NULL' || value === '\\N';
}

/** True for the line in which Excel is told the delimiter: `sep=;`. Its own delimiter may part it. */
function isHint(values: readonly string[]): boolean {
  const [first = '', ...others] = values;
  return /^sep=.?$/i.test(first.trim()) && others.every((value) => value === '');
}

/** Returns what makes a header useless: a mapped column that it has not, or none for a headline or text. */
function faultOf(header: readonly string[], { map }: ReadingSettings): string | undefined {
  const columns = namesOf(header, 'columns');
  const present = new Set(header.map((name) => name.toLowerCase()));
  for (const [field, path] of Object.entries(map)) {
    const [root = path] = stepsOf(path);
    if (present.has(path.toLowerCase()) || present.has(root.toLowerCase())) continue;
    const meant = nearest(path, header);
    const proposal = meant ? `; did you mean ${field}=${meant}?` : '';
    return `no column "${path}", which --map names for ${field}${proposal}; ${columns}`;
  }
  const record = Object.fromEntries(header.map((name) => [name, name]));
  const has = (field: MappedField) => fieldOf(record, field, map) !== undefined;
  const missing =
    !has('body') && !has('standfirst') ? (has('headline') ? 'text' : 'headline or text') : undefined;
  return missing && `no column is known as ${missing}; ${columns}; see --map`;
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
