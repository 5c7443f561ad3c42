import type { Rights } from '../../../model/rights.ts';
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
  /** `uri`, or `guid` of Superdesk. */
  key: string | null;
  url: string | null;
  type: string | null;
  headline: string | null;
  summary: string | null;
  bylines: string[];
  language: string | null;
  published: (string | null)[];
  updated: (string | null)[];
  keywords: string[];
  /** Subjects whose `rel` says so, as Dateline writes them, and services of Superdesk. */
  sections: string[];
  bodies: NinjsText[];
  /** HTML that follows the body in Superdesk. */
  footer: string | null;
  rights: Rights;
  urgency: number | null;
  slugline: string | null;
  editorsNote: string | null;
  located: string | null;
  /** Dateline of Superdesk's archive. */
  dateline: string | null;
  credit: string | null;
  /** Names of genres and of the source, which headers in the text repeat. */
  filedUnder: string[];
}

/** Versions 1 (`headline`, `body_html`), 2 (`headlines[]`), 3 (`versionCreated`) and those of Superdesk in one shape. */
export function ninjsItem(item: JsonObject): NinjsItem {
  const first = (...names: string[]): string | null =>
    names.map((name) => stringOf(item[name])).find((text) => text !== null) ?? null;
  const headlines = textsOf(item, 'headlines', 'headline');
  const descriptions = textsOf(item, 'descriptions', 'description');
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  const day = (...names: string[]): string | null =>
    names.map((name) => dateOf(item[name])).find((text) => text !== null) ?? null;
  const created = day('versioncreated', 'versionCreated', '_updated');
  const subjects = subjectsOf(item);
  const byline = first('byline', 'by', 'byLine');
  const authors = recordsIn(item.authors).map(authorOf);
  const summary =
    descriptions.find(({ role }) => /summary|abstract|lead|main/.test(role)) ??
    descriptions.find(({ role }) => !/credit|caption/.test(role));
  const note = first('ednote', 'edNote', 'editorialNote', 'editorialnote');
  const dateline = isRecord(item.dateline) ? stringOf(item.dateline.text) : stringOf(item.dateline);
  return {
    key: first('uri', 'guid', '_id'),
    url: pageOf(item),
    type: stringOf(item.type),
    headline: first('headline', 'headLine') ?? main?.value ?? stringOf(item.title),
    summary: summary?.value ?? first('abstract'),
    bylines: byline === null ? authors.filter((name) => name !== null) : [byline],
    language: stringOf(item.language),
    published: [
      day('firstpublished'),
      day('firstcreated', 'firstCreated'),
      created,
      day('contentcreated', 'contentCreated', '_created'),
    ],
    updated: [created],
    keywords: [
      ...subjects.map(({ name }) => name),
      ...namesIn(item, 'event', 'events', 'object', 'objects'),
      ...(Array.isArray(item.keywords) ? item.keywords : [item.keywords ?? null])
        .map(stringOf)
        .filter((word) => word !== null),
    ],
    sections: [
      ...subjects.flatMap(({ name, rel }) => (rel === 'section' ? [name] : [])),
      ...namesIn(item, 'service', 'anpa_category'),
    ],
    bodies: bodiesOf(item),
    footer: first('body_footer'),
    rights: {
      holder: first('copyrightholder', 'copyrightHolder'),
      notice: first('copyrightnotice', 'copyrightNotice'),
      usageTerms: termsOf(item.usageterms ?? item.usageTerms),
    },
    urgency: Number.isInteger(Number(item.urgency ?? Number.NaN)) ? Number(item.urgency) : null,
    slugline: first('slugline'),
    editorsNote: note,
    located: isRecord(item.located)
      ? stringOf(item.located.name ?? item.located.city)
      : stringOf(item.located),
    dateline,
    credit: first('creditline', 'creditLine'),
    filedUnder: [...namesIn(item, 'genre', 'genres'), stringOf(item.source) ?? ''],
  };
}

function bodiesOf(item: JsonObject): NinjsText[] {
  const xhtml = stringOf(item.bodyXhtml);
  const bodies = textsOf(item, 'bodies', 'body').filter(({ type }) => type !== 'footer');
  return xhtml === null ? bodies : [...bodies, { type: 'xhtml', value: xhtml }];
}

function termsOf(terms: Json | undefined): string | null {
  const texts = (Array.isArray(terms) ? terms : [terms ?? null]).map(stringOf);
  return texts.filter((text) => text !== null).join('\n') || null;
}

function recordsIn(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Returns the names in lists of things. */
function namesIn(item: JsonObject, ...properties: string[]): string[] {
  return properties
    .flatMap((property) => recordsIn(item[property]))
    .map(({ name }) => stringOf(name))
    .filter((name) => name !== null);
}

/** Returns the name of an author. The archive of Superdesk repeats the role, and has the name in `sub_label`. */
function authorOf({ name, role, sub_label: label }: JsonObject): string | null {
  const printed = stringOf(name);
  if (printed !== null && printed !== stringOf(role)) return printed;
  return /\p{L} \p{L}/u.test(stringOf(label) ?? '') ? stringOf(label) : null;
}

/** Vocabularies of Superdesk whose terms stand among the subjects, but say how an item is filed. */
export const filing =
  /^(?:genre|label|distribution|services?(?:-products)?|credits?|sources?|language|priority|urgency|destinations?|media-source|media-credit)$/i;

function subjectsOf(item: JsonObject): { name: string; rel: string | null }[] {
  return [...recordsIn(item.subject), ...recordsIn(item.subjects)].flatMap((subject) => {
    if (filing.test(stringOf(subject.scheme) ?? '')) return [];
    const codes = [subject.code, subject.qcode, subject.uri, subject.literal].map(
      (code) => stringOf(code) ?? '',
    );
    const topic = codes.map(topicOfCode).find((each) => each !== undefined);
    const name = stringOf(subject.name) ?? topic?.name ?? null;
    return name === null ? [] : [{ name: name.replace(/^#(?=\p{L})/u, ''), rel: stringOf(subject.rel) }];
  });
}

/** A property that is an array of texts with roles since 2.0, and several properties `name_role` before. */
export function textsOf(
  item: JsonObject,
  plural: string,
  singular: string,
): (NinjsText & { role: string })[] {
  const texts: (NinjsText & { role: string })[] = [];
  for (const entry of recordsIn(item[plural])) {
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

/** A date as written, or as MongoDB exports it: `{"$date": …}`. */
function dateOf(value: Json | undefined): string | null {
  const date = isRecord(value) ? (value.$date ?? null) : value;
  return typeof date === 'number' ? new Date(date).toISOString() : stringOf(date);
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
