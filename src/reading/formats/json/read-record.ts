import { slugOf } from '../../../model/slug.ts';
import type { DateOrder } from '../../fields/date-order.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import type { Reading, ReadingSettings } from '../../reader.ts';
import { isVersionName, recordRelease, recordVersion } from '../../release/record-release.ts';
import { recordFieldOf } from '../../release/release-fields.ts';
import { type ArticleFields, composeDraft } from '../compose-draft.ts';
import { textOfTitle } from '../html/text-of-title.ts';
import { isLeftOutType } from '../left-out.ts';
import { onePerPicture } from '../picture-renditions.ts';
import { webAddress } from '../web-address.ts';
import type { MappedField } from './automatic-names.ts';
import { wholeOrSummary, withoutOutlet, withSummary } from './cut-text.ts';
import type { KnownApi } from './known/known-api.ts';
import { knownApis } from './known/known-apis.ts';
import { isRecord, type Json } from './parse-json.ts';
import { type RecordBody, wordpressText } from './record-body.ts';
import { recordEntities } from './record-entities.ts';
import { fieldOf, unmappedFields } from './record-fields.ts';
import { recordImages, withAlt } from './record-images.ts';
import type { RecordOfFields } from './record-paths.ts';
import { recordStated } from './record-stated.ts';
import { dateOf, lineOf, textOf, textsOf } from './record-values.ts';
import { missingFields, numberWarning, unusedWarning } from './record-warnings.ts';

/** The longest name of an outlet; longer texts are about it. */
const maxOutletLength = 100;

/** Where a record was found. */
export interface RecordPlace {
  format: string;
  path: string;
  line: number | null;
  ordinal: number;
  /** Order of numeric dates, if others of the same table show it. */
  likelyDateOrder?: DateOrder;
}

/**
 * The article of one record (an object of JSON, a row of CSV): as the API has it whose shape it has, else by the usual
 * names. Declared fields go before both.
 */
export function readRecord(record: RecordOfFields, place: RecordPlace, settings: ReadingSettings): Reading {
  const api = knownApiOf(record);
  const fields = api
    ? knownFields(api, record, place, settings.map)
    : recordFields(record, place, settings.map);
  return withFieldNames(composeDraft(fields, settings), record);
}

/** Names the fields of a record that is no article in the reason, so that a mapping can be written. */
function withFieldNames(reading: Reading, record: RecordOfFields): Reading {
  if (reading.kind !== 'reject') return reading;
  const what = { 'neither headline nor text found': 'headline or text', 'headline without text': 'text' }[
    reading.reject.reason
  ];
  if (what === undefined) return reading;
  const names = namesOf(Object.keys(record));
  return {
    kind: 'reject',
    reject: {
      ...reading.reject,
      reason: `${reading.reject.reason}: no field is known as ${what}; ${names}; see --map`,
    },
  };
}

/** Returns the names of fields or columns for a reason. */
export function namesOf(names: readonly string[], what = 'fields'): string {
  const shown = names
    .slice(0, 20)
    .map((name) => name.slice(0, 40))
    .join(', ');
  return `${what}: ${shown || 'none'}${names.length > 20 ? ', …' : ''}`;
}

/** Returns the kind of a record that is no article, such as `page` or `attachment`; null for an article. */
export function leftOutKind(record: RecordOfFields): string | null {
  const type = textOf(record.post_type);
  if (type !== null && ('post_title' in record || 'post_content' in record))
    return isLeftOutType(type) ? type : null;
  return knownApiOf(record)?.leftOut?.(record) ?? null;
}

/** The record that was asked last: it is asked twice. */
let asked: { record: RecordOfFields; api: KnownApi | undefined } | undefined;

function knownApiOf(record: RecordOfFields): KnownApi | undefined {
  if (asked?.record !== record) asked = { record, api: knownApis.find((api) => api.recognises(record)) };
  return asked.api;
}

/** Returns what a record of a known API says of its article. Declared fields go before what the API says. */
function knownFields(
  api: KnownApi,
  record: RecordOfFields,
  place: RecordPlace,
  map: Record<string, string>,
): ArticleFields {
  const declared = Object.keys(map).length === 0 ? {} : declaredFields(recordFields(record, place, map), map);
  return {
    key: null,
    url: null,
    headline: null,
    standfirst: null,
    bylines: [],
    published: [],
    updated: [],
    language: null,
    keywords: [],
    images: [],
    pieces: [],
    summaryOnly: false,
    release: recordRelease(record, new Set(Object.values(map))),
    version: recordVersion(record),
    unused: unusedNames(record, api.used, new Set(Object.values(map))),
    ...api.read(record),
    ...declared,
    ...place,
  };
}

/** Which of the fields of an article each declared field sets. */
const declares: Record<MappedField, (keyof ArticleFields)[]> = {
  id: ['key'],
  url: ['url'],
  headline: ['headline'],
  standfirst: ['standfirst'],
  body: ['pieces', 'summaryOnly'],
  byline: ['bylines'],
  published: ['published'],
  updated: ['updated'],
  language: ['language'],
  keywords: ['keywords'],
  section: ['sections'],
  image: ['images'],
  caption: ['images'],
  credit: ['images'],
  source: ['source'],
};

function declaredFields(fields: ArticleFields, map: Record<string, string>): Partial<ArticleFields> {
  const names = Object.entries(declares).flatMap(([name, sets]) => (name in map ? sets : []));
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** Returns the names of fields that are not used, at most one level below a name such as `fields`. */
function unusedNames(record: RecordOfFields, used: readonly string[], mapped: ReadonlySet<string>): string[] {
  const known = new Set(used);
  const parents = new Set(used.filter((name) => name.includes('.')).map((name) => name.split('.')[0]));
  const isUsed = (name: string) =>
    known.has(name) || mapped.has(name) || recordFieldOf(name) !== null || isVersionName(name);
  return Object.entries(record).flatMap(([name, value]) => {
    if (saysNothing(value) || isUsed(name)) return [];
    if (!parents.has(name) || !isRecord(value)) return [name];
    return Object.entries(value).flatMap(([inner, each]) =>
      saysNothing(each) || known.has(`${name}.${inner}`) || mapped.has(`${name}.${inner}`)
        ? []
        : [`${name}.${inner}`],
    );
  });
}

function saysNothing(value: Json): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

/**
 * Returns what a record says of its article. A warning names the fields of the record that were not used. `readText` reads
 * the text of an article that is not in the record, with the base of its addresses.
 */
export function recordFields(
  record: RecordOfFields,
  place: RecordPlace,
  map: Record<string, string>,
  readText?: (base: string | null) => RecordBody,
): ArticleFields {
  const take = (field: MappedField): Json | undefined => fieldOf(record, field, map);
  const url = webAddress(textOf(take('url')), null);
  const headline = textOf(take('headline'));
  // A Swedish headline and a German section have the same name.
  const sections = textsOf(fieldOf(record, 'section', map, take('headline')));
  const source = outletNamed(take('source'));
  const summary = lineOf(take('standfirst'));
  const readOwn = readText ?? wordpressText(record, map);
  const { images, ...body } = readOwn
    ? withSummary(readOwn(url), summary, url)
    : wholeOrSummary(take('body'), summary, url);
  const unused = unusedFields(record, map);
  const authors = textsOf(take('byline'));
  // Tables have the number of an account there.
  const bylines = authors.filter((name) => !/^\d+$/.test(name));
  return {
    ...place,
    ...body,
    key: textOf(take('id')),
    url,
    source,
    headline: headline === null ? null : withoutOutlet(textOfTitle(headline), source),
    bylines,
    published: [gmtDate(record, 'post_date_gmt', map.published), dateOf(take('published'))],
    updated: [gmtDate(record, 'post_modified_gmt', map.updated), dateOf(take('updated'))],
    language: textOf(take('language')),
    keywords: textsOf(take('keywords')).flatMap((list) => splitKeywords(list, ',;|')),
    sections: sections.flatMap((list) => splitKeywords(list, ',;|')),
    stated: recordEntities(record),
    ...recordStated(record),
    images: onePerPicture([
      ...withAlt(recordImages(take('image'), lineOf(take('caption')), lineOf(take('credit')), url), record),
      ...images,
    ]),
    release: recordRelease(record, new Set(Object.values(map))),
    version: recordVersion(record),
    warnings: [...unusedWarning(unused), ...numberWarning(authors, bylines), ...missingFields(record, map)],
    unused,
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

/** Returns the names of the fields of a record that were not used. */
function unusedFields(record: RecordOfFields, map: Record<string, string>): string[] {
  const unmapped = unmappedFields(record, map);
  const source = fieldOf(record, 'source', map);
  if (source !== undefined && source !== '' && outletNamed(source) === null)
    unmapped.push(map.source ?? 'source');
  return unmapped;
}

/** Returns a date of a table of WordPress that is in UTC and does not say so; null if another field is declared. */
function gmtDate(record: RecordOfFields, name: string, declared: string | undefined): string | null {
  const date = declared === undefined ? record[name] : null;
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(date)) return null;
  return date.startsWith('0000') ? null : `${date.replace(' ', 'T')}Z`;
}
