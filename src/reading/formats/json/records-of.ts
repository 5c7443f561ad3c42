import { webAddress } from '../web-address.ts';
import { ghostPosts } from './known/ghost.ts';
import { isRecord, type Json } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';
import { partOf, partsOf, stringOf } from './record-values.ts';

/** Names of the lists in which exports and APIs put their records. */
const listNames = [
  ...['articles', 'items', 'data', 'results', 'documents', 'docs', 'posts', 'records', 'entries', 'stories'],
  ...['response', 'hits'],
];

/** The same, for names that are also fields of one article: they are records only in an object without a headline. */
const otherListNames = [
  ...[
    'content',
    'news',
    'objects',
    'value',
    'edges',
    'nodes',
    'content_elements',
    'rows',
    'result',
    'list',
    'feed',
  ],
  ...['story', 'post', 'article'],
];

const headlineNames = /^(?:title|headline|headlines|heading|subject|webTitle|post_title|@type)$/i;
const textNames = /^(?:body|text|articleBody|maintext|post_content|lexical|html|content|content_elements)$/i;

/** Maximum depth of the lists of APIs: `response.results`, `data.posts.edges[].node`. */
const maxDepth = 4;

/**
 * Returns the records of a parsed file: itself, its entries, or the entries of the list that it holds, of several answers
 * of an API in one file, too. Envelopes of databases and content systems are taken off each.
 */
export function recordsOf(value: Json): (RecordOfFields | Json)[] {
  return listed(value, 0).map((record) => (isRecord(record) ? unwrapped(record) : record));
}

function listed(value: Json, depth: number): (RecordOfFields | Json)[] {
  if (Array.isArray(value)) {
    // Several answers of an API, one after the other.
    return depth === 0 && value.length > 0 && value.every(isAnswer)
      ? value.flatMap((answer) => listed(answer, depth + 1))
      : value;
  }
  if (!isRecord(value)) return [];
  const posts = depth === 0 ? ghostPosts(value) : undefined;
  if (posts) return posts;
  const name = depth > maxDepth ? undefined : listNameOf(value, depth);
  if (name === undefined) return isEmptyAnswer(value, depth) ? [] : [value];
  const records = listed(value[name] ?? null, depth + 1);
  return partsOf(value.included).length > 0 || isRecord(value.includes)
    ? records.map((record) => (isRecord(record) ? withIncluded(record, value) : record))
    : records;
}

/** Returns the field of an object that has records; undefined if the object is one itself. */
function listNameOf(value: RecordOfFields, depth: number): string | undefined {
  const keys = Object.keys(value);
  const hasHeadline = keys.some((key) => headlineNames.test(key));
  if (hasHeadline && keys.some((key) => textNames.test(key))) return undefined;
  const names = hasHeadline ? listNames : [...listNames, ...otherListNames];
  return names.find((name) => containsRecords(value[name], depth));
}

/** True for an answer of an API that found nothing. */
function isEmptyAnswer(value: RecordOfFields, depth: number): boolean {
  if (depth > maxDepth || Object.keys(value).some((key) => headlineNames.test(key))) return false;
  return listNames.some((name) => {
    const list = value[name];
    return Array.isArray(list) ? list.length === 0 : isRecord(list) && isEmptyAnswer(list, depth + 1);
  });
}

function isAnswer(value: Json): boolean {
  if (!isRecord(value) || Object.keys(value).some((key) => headlineNames.test(key))) return false;
  return listNames.some((name) => containsRecords(value[name], 1));
}

function containsRecords(value: Json | undefined, depth: number): boolean {
  if (depth > maxDepth) return false;
  if (Array.isArray(value)) return value.length > 0 && value.every(isRecord);
  if (!isRecord(value)) return false;
  return (
    Object.keys(value).some((key) => headlineNames.test(key)) || listNameOf(value, depth + 1) !== undefined
  );
}

/**
 * Takes an envelope off a record: `_source` of Elasticsearch, `node` of GraphQL, `attributes` of JSON:API and Strapi,
 * `fields` beside `sys` of Contentful. The envelope stays beside its fields, for mappings that lead through it.
 */
export function unwrapped(record: RecordOfFields): RecordOfFields {
  if (isRecord(record._source)) return { ...record, ...withId(record._id), ...record._source };
  if (isRecord(record.node) && Object.keys(record).length <= 3) return { ...record, ...record.node };
  if (isRecord(record.attributes)) {
    const { attributes } = record;
    // Strapi gives drafts so when it is asked for them.
    const isDraft = attributes.publishedAt === null && 'createdAt' in attributes;
    return { ...record, ...drupalNode(attributes), ...(isDraft && { status: 'draft' }) };
  }
  // Strapi 5 has no envelope.
  if (typeof record.documentId === 'string' && record.publishedAt === null && 'createdAt' in record)
    return { ...record, status: 'draft' };
  if (isRecord(record.fields) && isRecord(record.sys)) {
    const { sys } = record;
    // Only its Management API and exports have versions, and entries that were never published.
    const isDraft = 'version' in sys && !('publishedVersion' in sys) && !('publishedAt' in sys);
    return {
      ...record,
      ...withId(sys.id),
      ...(stringOf(sys.createdAt) && { created: sys.createdAt ?? null }),
      ...(stringOf(sys.updatedAt) && { updated: sys.updatedAt ?? null }),
      ...Object.fromEntries(Object.entries(record.fields).map(([name, value]) => [name, oneLocale(value)])),
      ...(isDraft && { status: 'draft' }),
    };
  }
  // Prismic has the fields of its types in `data`, Storyblok in `content`.
  if (isRecord(record.data) && 'first_publication_date' in record) return { ...record, ...record.data };
  if (isRecord(record.content) && 'component' in record.content)
    return { ...record, published: record.first_published_at ?? null, ...record.content };
  return record;
}

function withId(id: Json | undefined): RecordOfFields {
  return id === undefined ? {} : { id };
}

/** Exports of Contentful have each field in each of its languages: `{"title": {"en-US": "…"}}`. */
function oneLocale(value: Json): Json {
  if (!isRecord(value)) return value;
  const [[locale, text] = ['', null], ...others] = Object.entries(value);
  return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(locale) &&
    others.every(([name]) => /^[a-z]{2}(?:-[A-Z]{2})?$/.test(name))
    ? text
    : value;
}

/** Drupal has its texts as `{value, format, processed, summary}`. */
function drupalNode(attributes: RecordOfFields): RecordOfFields {
  const body = partOf(attributes.body ?? attributes.field_body);
  const text = stringOf(body.processed) ?? stringOf(body.value);
  if (text === null) return attributes;
  const summary = stringOf(body.summary);
  return { ...attributes, body: text, ...(summary !== null && { summary }) };
}

/** Adds names and pictures that an answer of JSON:API or Contentful has in a list of its own. */
function withIncluded(record: RecordOfFields, answer: RecordOfFields): RecordOfFields {
  const known = includedOf(answer);
  const relations = Object.entries(partOf(record.relationships)).flatMap(([name, relation]) => {
    const values = partsOf(partOf(relation).data).flatMap((link) => {
      const found = known.get(stringOf(link.id) ?? '');
      // Drupal says there what a picture shows.
      return found ? [{ ...found, ...partOf(link.meta) }] : [];
    });
    const key = name.replace(/^field_/, '').replace(/^uid$/, 'author');
    return values.length > 0 ? [[key, values] as const] : [];
  });
  if (relations.length > 0) {
    const attributes = partOf(record.attributes);
    const alias = stringOf(partOf(attributes.path).alias);
    const url = alias === null ? null : siteAddress(alias, answer);
    return {
      ...record,
      attributes: { ...attributes, ...(url !== null && { url }), ...Object.fromEntries(relations) },
    };
  }
  const resolve = (value: Json): Json => {
    if (Array.isArray(value)) return value.slice(0, 200).map(resolve);
    const id = stringOf(partOf(partOf(value).sys).id);
    return (id === null ? undefined : known.get(id)) ?? value;
  };
  if (!isRecord(record.sys) || !isRecord(record.fields)) return record;
  const fields = Object.entries(record.fields).map(([name, value]) => [name, resolve(value)]);
  return { ...record, fields: Object.fromEntries(fields) };
}

/** Resolves an address against that of the site that gave an answer of JSON:API. */
function siteAddress(address: string, answer: RecordOfFields): string {
  const self = partOf(answer.links).self;
  const from = stringOf(partOf(self).href) ?? stringOf(self);
  return webAddress(address, from) ?? address;
}

/** By answer: each of its records asks. */
const includes = new WeakMap<RecordOfFields, Map<string, RecordOfFields>>();

function includedOf(answer: RecordOfFields): Map<string, RecordOfFields> {
  let known = includes.get(answer);
  if (known === undefined) {
    const entries = [...partsOf(answer.included), ...Object.values(partOf(answer.includes)).flatMap(partsOf)];
    known = new Map(
      entries.flatMap((entry) => {
        const id = stringOf(entry.id) ?? stringOf(partOf(entry.sys).id);
        const said = partOf(entry.attributes ?? entry.fields);
        const file = partOf(said.file);
        const address = stringOf(file.url) ?? stringOf(partOf(said.uri).url);
        const url = address?.startsWith('//') ? `https:${address}` : address && siteAddress(address, answer);
        const name = said.display_name ?? said.name ?? said.title ?? null;
        const size = partOf(partOf(file.details).image);
        return id === null ? [] : [[id, { ...size, ...said, name, ...(url && { url }) }] as const];
      }),
    );
    includes.set(answer, known);
  }
  return known;
}

/** Returns what an API says instead of records: `apiKeyInvalid: Your API key is invalid.` Null if it is no error. */
export function errorOf(value: Json): string | null {
  if (!isRecord(value)) return null;
  const error = [
    value,
    partOf(value.response),
    partOf(value.error),
    ...partsOf(value.errors),
    partOf(value.fault),
  ];
  const isError =
    value.status === 'error' ||
    partOf(value.response).status === 'error' ||
    'error' in value ||
    'errors' in value ||
    'fault' in value ||
    ('code' in value && 'message' in value);
  if (!isError || 'title' in value || 'headline' in value) return null;
  const message = error
    .map((each) => stringOf(each.message) ?? stringOf(each.faultstring) ?? stringOf(each.detail))
    .find((text) => text !== null);
  const text = message ?? stringOf(value.error);
  return text ?? null;
}
