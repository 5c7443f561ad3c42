import { escapeText } from 'entities';
import type { Image } from '../../../model/image.ts';
import { recordRelease, recordVersion } from '../../release/record-release.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { imageOf } from '../json/record-images.ts';
import { webAddress } from '../web-address.ts';
import { paragraphs } from '../xml/element-html.ts';
import type { Feed, FeedEntry, FeedPerson } from './feed-entry.ts';

type JsonObject = { [name: string]: Json };

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
export function readJsonFeed(feed: JsonObject): Feed {
  const link = webAddress(stringOf(feed.home_page_url), null);
  const language = stringOf(feed.language);
  const items = Array.isArray(feed.items) ? feed.items.filter(isRecord) : [];
  return {
    title: escaped(feed.title),
    link,
    language,
    authors: personsOf(feed),
    entries: items.map((item) => readItem(item, link, language)),
  };
}

function readItem(item: JsonObject, feedLink: string | null, language: string | null): FeedEntry {
  const link = webAddress(stringOf(item.url), feedLink);
  const plain = stringOf(item.content_text);
  return {
    id: stringOf(item.id),
    link,
    title: escaped(item.title),
    summary: escaped(item.summary),
    content: stringOf(item.content_html) ?? (plain === null ? null : paragraphs(plain)),
    authors: personsOf(item),
    published: [stringOf(item.date_published)],
    updated: stringOf(item.date_modified),
    categories: Array.isArray(item.tags) ? item.tags.map(stringOf).filter((tag) => tag !== null) : [],
    images: imagesOf(item, link ?? feedLink),
    language: stringOf(item.language) ?? language,
    base: link ?? feedLink,
    offset: null,
    release: recordRelease(item),
    version: recordVersion(item),
  };
}

/** The image of an item, else its banner; then the attachments that are images. */
function imagesOf(item: JsonObject, base: string | null): Image[] {
  const attachments = Array.isArray(item.attachments) ? item.attachments.filter(isRecord) : [];
  const files = attachments.filter(({ mime_type: type }) => stringOf(type)?.startsWith('image/'));
  const image = imageOf(stringOf(item.image) ?? stringOf(item.banner_image), {}, base);
  const attached = files.flatMap(
    (file) => imageOf(file.url, { caption: file.title, type: file.mime_type }, base) ?? [],
  );
  return [...(image ? [image] : []), ...attached];
}

function personsOf(of: JsonObject): FeedPerson[] {
  const written = Array.isArray(of.authors) ? of.authors : [of.author ?? null];
  const persons = written.filter(isRecord).map((author) => ({ name: stringOf(author.name), email: null }));
  return persons.filter((person) => person.name !== null);
}

/** Version 1.0 feeds have numbers as ids; 1.1 says to take them as strings. */
function stringOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function escaped(value: Json | undefined): string | null {
  const text = stringOf(value);
  return text === null ? null : escapeText(text);
}
