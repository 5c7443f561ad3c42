import { isVersionName } from '../../release/record-release.ts';
import { recordFieldOf } from '../../release/release-fields.ts';
import { envelopeNames } from './envelope-names.ts';
import type { Json } from './parse-json.ts';
import { entityFields } from './record-entities.ts';
import { type RecordOfFields, stepsOf, valueAt } from './record-paths.ts';

/** Our fields that a record can be mapped to, and the names that others give them, the usual first. */
export const automaticNames = {
  id: ['id', 'guid', 'uuid', '_id', 'articleId', 'article_id', 'uri', 'postId', 'doc_id'],
  url: [
    'url',
    'link',
    'canonicalUrl',
    'canonical_url',
    'permalink',
    'webUrl',
    'web_url',
    'href',
    'source_url',
    'articleUrl',
  ],
  headline: [
    'headline',
    'title',
    'headlines.main',
    'headline.main',
    'webTitle',
    'heading',
    'name',
    'title.rendered',
    'subject',
  ],
  standfirst: [
    'standfirst',
    'summary',
    'description',
    'abstract',
    'excerpt',
    'dek',
    'deck',
    'lead',
    'subtitle',
    'subheadline',
    'snippet',
    'trailText',
    'excerpt.rendered',
    'teaser',
  ],
  body: [
    'body',
    'text',
    'content',
    'body_html',
    'bodyHtml',
    'body_text',
    'bodyText',
    'articleBody',
    'content_html',
    'contentHtml',
    'content_text',
    'fullText',
    'full_text',
    'maintext',
    'article',
    'story',
    'html',
    'content.rendered',
    'fields.body',
  ],
  byline: [
    'byline',
    'author',
    'authors',
    'by',
    'creator',
    'writer',
    'reporter',
    'journalist',
    'byline.original',
    'author_name',
    'authorName',
    'fields.byline',
  ],
  published: [
    'published',
    'publishedAt',
    'published_at',
    'date',
    'datePublished',
    'date_published',
    'publicationDate',
    'publication_date',
    'publishDate',
    'publish_date',
    'date_publish',
    'pubDate',
    'pub_date',
    'webPublicationDate',
    'firstPublished',
    'created_at',
    'createdAt',
    'created',
    'timestamp',
    'time',
    'date_gmt',
    'datetime',
  ],
  updated: [
    'updated',
    'updatedAt',
    'updated_at',
    'modified',
    'dateModified',
    'date_modified',
    'date_modify',
    'lastModified',
    'last_modified',
    'modified_gmt',
    'versionCreated',
  ],
  language: ['language', 'lang', 'locale', 'inLanguage'],
  keywords: [
    'keywords',
    'tags',
    'topics',
    'categories',
    'category',
    'section',
    'sections',
    'subjects',
    'labels',
    'sectionName',
  ],
  section: [
    'section',
    'sectionName',
    'section_name',
    'sections',
    'desk',
    'newsDesk',
    'news_desk',
    'channel',
    'ressort',
    'rubric',
    'rubrik',
  ],
  image: [
    'image',
    'images',
    'imageUrl',
    'image_url',
    'urlToImage',
    'thumbnail',
    'top_image',
    'picture',
    'photo',
    'media',
  ],
  caption: ['caption', 'imageCaption', 'image_caption'],
  credit: ['credit', 'imageCredit', 'image_credit', 'photographer'],
  source: ['source', 'sourceName', 'source_name', 'publisher', 'outlet', 'publication'],
} satisfies Record<string, readonly string[]>;

export type MappedField = keyof typeof automaticNames;

/** The fields of ours that `map` may declare. */
export const mappedFields = Object.keys(automaticNames).filter(
  (name): name is MappedField => name in automaticNames,
);

/**
 * The value of our field in a record: at the declared path when the user mapped it, else under the first of its
 * usual names that the record has, whatever its letter case.
 */
export function fieldOf(
  record: RecordOfFields,
  field: MappedField,
  map: Record<string, string>,
): Json | undefined {
  const declared = map[field];
  if (declared !== undefined) return valueAt(record, declared);
  for (const name of namesIn(record).get(field) ?? []) {
    const value = valueAt(record, name);
    // `published: true` is no date.
    if (field === 'published' && isFlag(value)) continue;
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function isFlag(value: Json | undefined): boolean {
  return (
    typeof value === 'boolean' || (typeof value === 'string' && /^(?:true|false|yes|no|0|1)$/i.test(value))
  );
}

/** Of each field of ours, the usual names that lead to something in a record with certain names. */
type NamesOfFields = ReadonlyMap<MappedField, readonly string[]>;

/** Records of one file have the same few sets of names; a file in which each has its own must not fill the memory. */
const knownNames = new Map<string, NamesOfFields>();
const maxCached = 100;
/** In UTF-16 code units. */
const maxCachedLength = 5_000;

/** The record that was asked last: it is asked for each field. */
let asked: { record: RecordOfFields; names: NamesOfFields } | undefined;

function namesIn(record: RecordOfFields): NamesOfFields {
  if (asked?.record !== record) asked = { record, names: namesAmong(Object.keys(record)) };
  return asked.names;
}

function namesAmong(present: string[]): NamesOfFields {
  const key = JSON.stringify(present);
  let names = knownNames.get(key);
  if (names === undefined) {
    const whole = new Set(present);
    const lower = new Set(present.map((name) => name.toLowerCase()));
    const leads = (path: string) => whole.has(path) || lower.has((stepsOf(path)[0] ?? path).toLowerCase());
    names = new Map(mappedFields.map((field) => [field, automaticNames[field].filter(leads)]));
    if (knownNames.size >= maxCached) knownNames.clear();
    if (key.length <= maxCachedLength) knownNames.set(key, names);
  }
  return names;
}

/** The fields of a record that none of ours takes: named in a warning, so that nothing is lost unnoticed. */
export function unmappedFields(record: RecordOfFields, map: Record<string, string>): string[] {
  let taken = usedPaths.get(map);
  if (taken === undefined) {
    taken = new Set(
      mappedFields
        .flatMap((field) => (map[field] === undefined ? automaticNames[field] : [map[field]]))
        .map((path) => (stepsOf(path)[0] ?? path).toLowerCase())
        .concat(entityFields),
    );
    usedPaths.set(map, taken);
  }
  const isTaken = (name: string) =>
    taken.has(name.toLowerCase()) ||
    envelopeNames.has(name) ||
    recordFieldOf(name) !== null ||
    isVersionName(name);
  return Object.keys(record).filter((name) => !isTaken(name) && record[name] !== null && record[name] !== '');
}

/** Which names of a record are taken under a mapping: the same for all records of an import. */
const usedPaths = new WeakMap<Record<string, string>, Set<string>>();
