import { topicOfCode } from '../../topics/topic-codes.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { webAddress } from '../web-address.ts';

type JsonObject = { [name: string]: Json };

/** A text of a ninjs item and what kind it is: `text/html`, or in version 1 the end of the property's name. */
export interface NinjsText {
  type: string;
  value: string;
}

/** What all versions of ninjs say of a news item, in one shape. Absent is null or empty. */
export interface NinjsItem {
  uri: string | null;
  url: string | null;
  type: string | null;
  headline: string | null;
  summary: string | null;
  byline: string | null;
  language: string | null;
  published: (string | null)[];
  updated: (string | null)[];
  keywords: string[];
  /** Subjects whose `rel` says so, as Dateline writes them. */
  sections: string[];
  bodies: NinjsText[];
}

/**
 * The items of a file: the file itself, an array of items, an object that holds one in `items`, or those that a
 * composite without a body of its own is made of.
 */
export function itemsOf(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value)) return [];
  if (value.type === 'composite' && textsOf(value, 'bodies', 'body').length === 0) {
    const parts = Array.isArray(value.associations) ? value.associations.filter(isRecord) : [];
    const texts = parts.filter((part) => textsOf(part, 'bodies', 'body').length > 0);
    // What names a part within the whole belongs to no item on its own.
    if (texts.length > 0) return texts.map(({ name: _, rel: __, ...item }) => item);
  }
  return Array.isArray(value.items) && value.uri === undefined ? value.items.filter(isRecord) : [value];
}

/** Versions 1 (`headline`, `body_html`), 2 (`headlines[]`) and 3 (`versionCreated`) in one shape. */
export function ninjsItem(item: JsonObject): NinjsItem {
  const headlines = textsOf(item, 'headlines', 'headline');
  const descriptions = textsOf(item, 'descriptions', 'description');
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  const created = stringOf(item.versioncreated) ?? stringOf(item.versionCreated);
  const first = stringOf(item.firstcreated) ?? stringOf(item.firstCreated);
  return {
    uri: stringOf(item.uri),
    url: pageOf(item),
    type: stringOf(item.type),
    headline: stringOf(item.headline) ?? main?.value ?? stringOf(item.title),
    summary:
      (descriptions.find(({ role }) => /summary|abstract|lead|main/.test(role)) ?? descriptions[0])?.value ??
      null,
    byline: stringOf(item.byline) ?? stringOf(item.by),
    language: stringOf(item.language),
    published: [first, created, stringOf(item.contentcreated) ?? stringOf(item.contentCreated)],
    updated: [created],
    keywords: subjectsOf(item).map(({ name }) => name),
    sections: subjectsOf(item).flatMap(({ name, rel }) => (rel === 'section' ? [name] : [])),
    bodies: textsOf(item, 'bodies', 'body'),
  };
}

function subjectsOf(item: JsonObject): { name: string; rel: string | null }[] {
  return [item.subject, item.subjects]
    .flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []))
    .flatMap((subject) => {
      const name = stringOf(subject.name) ?? topicOfCode(stringOf(subject.code) ?? '')?.name ?? null;
      return name === null ? [] : [{ name, rel: stringOf(subject.rel) }];
    });
}

/** A property that is an array of texts with roles since 2.0, and several properties `name_role` before. */
export function textsOf(
  item: JsonObject,
  plural: string,
  singular: string,
): (NinjsText & { role: string })[] {
  const texts: (NinjsText & { role: string })[] = [];
  const list = item[plural];
  for (const entry of Array.isArray(list) ? list.filter(isRecord) : []) {
    const value = stringOf(entry.value);
    const role = stringOf(entry.role) ?? '';
    const type = stringOf(entry.contenttype) ?? stringOf(entry.contentType) ?? role;
    if (value !== null) texts.push({ role, type, value });
  }
  for (const [name, text] of Object.entries(item)) {
    const value = name.startsWith(`${singular}_`) ? stringOf(text) : null;
    const role = name.slice(singular.length + 1);
    if (value !== null) texts.push({ role, type: role, value });
  }
  return texts;
}

/** A JSON string that says something; else null. */
export function stringOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The page of the article: a rendition that is HTML. The uri names the item and need not lead anywhere. */
function pageOf({ renditions }: JsonObject): string | null {
  const list = Array.isArray(renditions) ? renditions : isRecord(renditions) ? Object.values(renditions) : [];
  const pages = list.filter(isRecord).filter((rendition) => {
    const type =
      stringOf(rendition.mimetype) ?? stringOf(rendition.contenttype) ?? stringOf(rendition.contentType);
    return type?.includes('html');
  });
  return webAddress(stringOf(pages[0]?.href), null);
}
