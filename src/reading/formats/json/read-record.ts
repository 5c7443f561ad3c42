import type { Image, Warning } from '../../../model/article.ts';
import { slugOf } from '../../../model/slug.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import type { Reading, ReadingSettings } from '../../reader.ts';
import { recordRelease, recordVersion } from '../../release/record-release.ts';
import type { Piece } from '../body-of.ts';
import { type ArticleFields, composeDraft } from '../compose-draft.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import { webAddress } from '../web-address.ts';
import { isRecord, type Json } from './parse-json.ts';
import { recordEntities } from './record-entities.ts';
import { fieldOf, type MappedField, unmappedFields } from './record-fields.ts';
import type { RecordOfFields } from './record-paths.ts';

/** The longest name of an outlet; longer texts are about it. */
const maxOutletLength = 100;

/** Where a record was found. */
export interface RecordPlace {
  format: string;
  path: string;
  line: number | null;
  ordinal: number;
}

/** The article of one record (an object of JSON, a row of CSV), by the declared mapping and by the usual names. */
export function readRecord(record: RecordOfFields, place: RecordPlace, settings: ReadingSettings): Reading {
  return composeDraft(recordFields(record, place, settings.map), settings);
}

/** Returns what a record says of its article. A warning names the fields of the record that were not used. */
export function recordFields(
  record: RecordOfFields,
  place: RecordPlace,
  map: Record<string, string>,
): ArticleFields {
  const take = (field: MappedField): Json | undefined => fieldOf(record, field, map);
  const url = webAddress(textOf(take('url')), null);
  const { pieces, images } = readBody(textOf(take('body')) ?? '', url);
  const headline = textOf(take('headline'));
  const standfirst = textOf(take('standfirst'));
  return {
    ...place,
    key: textOf(take('id')),
    url,
    source: outletNamed(take('source')),
    headline: headline === null ? null : textOfHtml(headline),
    standfirst: standfirst === null ? null : textOfHtml(standfirst),
    bylines: textsOf(take('byline')),
    published: [dateOf(take('published'))],
    updated: [dateOf(take('updated'))],
    language: textOf(take('language')),
    keywords: textsOf(take('keywords')).flatMap((list) => splitKeywords(list, ',;|')),
    sections: textsOf(take('section')).flatMap((list) => splitKeywords(list, ',;|')),
    stated: recordEntities(record),
    images: [...imagesOf(take('image'), textOf(take('caption')), textOf(take('credit'))), ...images],
    pieces,
    summaryOnly: false,
    release: recordRelease(record, new Set(Object.values(map))),
    version: recordVersion(record),
    warnings: unusedFields(record, map),
  };
}

/**
 * The outlet that a record names, by a text or the `name` (`title`) of an object: one line that is neither an address
 * nor a path, and that makes a slug. Anything else names none: null.
 */
function outletNamed(value: Json | undefined): string | null {
  const name = isRecord(value) ? (value.name ?? value.title) : value;
  if (typeof name !== 'string') return null;
  const line = name.trim();
  if (line.length > maxOutletLength || /[\r\n]|:\/\/|^\S*\/\S*$/.test(line)) return null;
  return /[a-z]/.test(slugOf(line)) ? line : null;
}

/** Returns a warning that names the fields of a record that were not used, if there are any. */
function unusedFields(record: RecordOfFields, map: Record<string, string>): Warning[] {
  const unmapped = unmappedFields(record, map);
  const source = fieldOf(record, 'source', map);
  if (source !== undefined && source !== '' && outletNamed(source) === null)
    unmapped.push(map.source ?? 'source');
  if (unmapped.length === 0) return [];
  return [{ code: 'field-unmapped', message: `Ignored fields: ${unmapped.slice(0, 12).join(', ')}.` }];
}

function readBody(text: string, base: string | null): { pieces: Piece[]; images: Image[] } {
  const isHtml =
    /<(?:p|div|br|h[1-6]|ul|ol|blockquote|figure|article|section|span|a|b|i|em|strong|script)[\s/>]/i.test(
      text,
    );
  return isHtml ? readFragment(text, base) : { pieces: piecesOfText(text), images: [] };
}

/** A text, a number as text, paragraphs of an array, the first telling property of an object. */
function textOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value))
    return (
      value
        .map(textOf)
        .filter((text) => text !== null)
        .join('\n\n') || null
    );
  if (!isRecord(value)) return null;
  return textOf(
    value.name ??
      value.main ??
      value.original ??
      value.rendered ??
      value.value ??
      value.text ??
      value.title ??
      value.url ??
      value.$oid ??
      value.$date,
  );
}

function textsOf(value: Json | undefined): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(textOf).filter((text) => text !== null);
}

/** A date as printed; a number is the time since 1970 in seconds, or in milliseconds where it is too large. */
function dateOf(value: Json | undefined): string | null {
  const text = textOf(value);
  if (text === null || !/^\d{9,13}(?:\.\d+)?$/.test(text)) return text;
  const number = Number(text);
  const milliseconds = number >= 1e11 ? number : number * 1000;
  return new Date(milliseconds).toISOString();
}

function imagesOf(value: Json | undefined, caption: string | null, credit: string | null): Image[] {
  const images: Image[] = [];
  for (const entry of Array.isArray(value) ? value : [value]) {
    const from = isRecord(entry) ? entry : {};
    const url = webAddress(
      textOf(isRecord(entry) ? (entry.url ?? entry.src ?? entry.href ?? entry.link) : entry),
      null,
    );
    if (!url) continue;
    images.push({
      url,
      caption: textOf(from.caption ?? from.description) ?? caption,
      credit: textOf(from.credit) ?? credit,
    });
  }
  return images;
}
