import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { nearest } from '../../../model/nearest.ts';
import { pluralize } from '../../../model/pluralize.ts';
import type { Format, Reading, ReadingSettings } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { decodeMarkup } from '../decode-markup.ts';
import type { MappedField } from '../json/automatic-names.ts';
import { leftOutKind, namesOf, readRecord } from '../json/read-record.ts';
import { fieldOf } from '../json/record-fields.ts';
import { stepsOf } from '../json/record-paths.ts';
import { createLeftOut } from '../left-out.ts';
import { delimiterOf } from './delimiter-of.ts';

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
    const text = decodeMarkup(document.bytes);
    const isLater = document.header !== undefined;
    const source = isLater ? `${document.header}\n${text}` : text;
    const offset = (document.firstLine ?? 1) - 1 - (isLater ? lineCount(document.header ?? '') : 0);
    let header: string[] | undefined;
    let line = 1;
    let ordinal = 0;
    const leftOut = createLeftOut();
    for (const row of rowsOf(source)) {
      const reject = (reason: string): Reading => ({
        kind: 'reject',
        reject: { path: document.path, line: line + offset, reason },
      });
      if ('reason' in row) {
        yield {
          kind: 'reject',
          reject: { path: document.path, line: row.line + offset, reason: row.reason },
        };
        return;
      }
      const first = line;
      line = row.lines + 1;
      if (isHint(row.values)) continue;
      if (!header) {
        header = row.values.map((name) => name.trim());
        const fault = faultOf(header, settings);
        if (fault === undefined) continue;
        // Later pieces of the file have the same header.
        if (!isLater) yield reject(fault);
        return;
      }
      if (row.values.every((value) => value.trim() === '')) continue;
      const names = header;
      const record = Object.fromEntries(
        row.values.map((value, index) => [names[index] ?? `column ${index + 1}`, isNull(value) ? '' : value]),
      );
      const place = { format: 'csv', path: document.path, line: first + offset, ordinal: first + offset - 2 };
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

function rowsOf(text: string): Row[] {
  try {
    const parsed: unknown = parse(text, {
      ...{ bom: true, info: true, raw: false, delimiter: delimiterOf(text), relax_column_count: true },
      ...{
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: maxRecordLength,
        record_delimiter: ['\r\n', '\n', '\r'],
      },
    });
    return Rows.parse(parsed).map(({ info, record }) => ({ lines: info.lines, values: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return [
      { reason: `invalid CSV: ${cause.message}`, line: typeof cause.lines === 'number' ? cause.lines : 1 },
    ];
  }
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

function headerOf(head: string): string[] {
  const [first = '', second = ''] = head.replace(/^\ufeff/, '').split(/\r?\n|\r/, 2);
  const line = /^"?sep=/i.test(first) ? second : first;
  if (/^\s*[<{[]/.test(line) || line.length > 4000) return [];
  return line.split(delimiterOf(head)).map((name) => name.replace(/^\s*"|"\s*$/g, '').trim());
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
