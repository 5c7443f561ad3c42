import { readSections } from '../../../fields/read-sections.ts';
import { splitKeywords } from '../../../fields/split-keywords.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { webAddress } from '../../web-address.ts';
import { wholeOrSummary } from '../cut-text.ts';
import type { Json } from '../parse-json.ts';
import { imageOf, recordImages } from '../record-images.ts';
import { dateOf, lineOf, partsOf, stringOf, textOf, textsOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Records of news-please (github.com/fhamborg/news-please), also of Common Crawl News. */
export const newsPlease: KnownApi = {
  name: 'news-please',
  recognises: (record) => 'maintext' in record && ('date_publish' in record || 'source_domain' in record),
  used: [
    ...[
      'maintext',
      'text',
      'title',
      'title_page',
      'title_rss',
      'description',
      'authors',
      'author',
      'date_publish',
    ],
    ...['date_modify', 'language', 'image_url', 'source_domain', 'url', 'date_download', 'filename'],
  ],
  read(record) {
    const url = webAddress(textOf(record.url), null);
    const image = imageOf(record.image_url, {}, url);
    return {
      key: url,
      url,
      headline: lineOf(record.title) ?? lineOf(record.title_rss) ?? lineOf(record.title_page),
      ...wholeOrSummary(record.maintext, lineOf(record.description), url),
      bylines: names(record.authors ?? record.author),
      published: [stringOf(record.date_publish)],
      updated: [stringOf(record.date_modify)],
      language: stringOf(record.language),
      images: image ? [image] : [],
      crawledAt: instantOf(record.date_download),
    };
  },
};

/** JSON of trafilatura (trafilatura.readthedocs.io), whose lists are texts with semicolons. */
export const trafilatura: KnownApi = {
  name: 'trafilatura',
  recognises: (record) =>
    ('raw_text' in record || 'text' in record) &&
    ('fingerprint' in record ||
      'source-hostname' in record ||
      ('sitename' in record && 'hostname' in record)),
  used: [
    ...[
      'text',
      'raw_text',
      'title',
      'author',
      'date',
      'excerpt',
      'description',
      'categories',
      'tags',
      'image',
    ],
    ...['source', 'url', 'sitename', 'source-hostname', 'hostname', 'language', 'filedate', 'id', 'license'],
  ],
  read(record) {
    const url = webAddress(textOf(record.source ?? record.url), null);
    const image = imageOf(record.image, {}, url);
    const sections = readSections(splitKeywords(textOf(record.categories) ?? '', ';,'));
    return {
      key: url,
      url,
      source: lineOf(record.sitename) ?? lineOf(record['source-hostname']),
      headline: lineOf(record.title),
      ...wholeOrSummary(record.text ?? record.raw_text, lineOf(record.excerpt ?? record.description), url),
      bylines: names(record.author),
      published: [stringOf(record.date)],
      updated: [],
      language: stringOf(record.language),
      keywords: [...sections, ...splitKeywords(textOf(record.tags) ?? '', ';,')],
      sections,
      images: image ? [image] : [],
      crawledAt: instantOf(record.filedate),
    };
  },
};

/**
 * Articles of newspaper3k and newspaper4k (newspaper4k.readthedocs.io) as JSON. `keywords` and `summary` are computed by
 * them, not stated by the page, and `source_url` is the address of the site.
 */
export const newspaper: KnownApi = {
  name: 'newspaper4k',
  recognises: (record) =>
    'text' in record &&
    ('top_image' in record || 'top_img' in record || 'meta_description' in record || 'meta_lang' in record) &&
    ('authors' in record || 'publish_date' in record),
  used: [
    ...[
      'url',
      'source_url',
      'canonical_link',
      'title',
      'text',
      'authors',
      'publish_date',
      'top_image',
      'top_img',
    ],
    ...[
      'meta_description',
      'meta_lang',
      'language',
      'tags',
      'images',
      'imgs',
      'meta_site_name',
      'meta_keywords',
    ],
  ],
  read(record) {
    const url = webAddress(stringOf(record.canonical_link) ?? stringOf(record.url), null);
    const image = imageOf(record.top_image ?? record.top_img, {}, url);
    return {
      key: url,
      url,
      source: lineOf(record.meta_site_name),
      headline: lineOf(record.title),
      ...wholeOrSummary(record.text, lineOf(record.meta_description), url),
      bylines: names(record.authors),
      published: [dateOf(record.publish_date)],
      updated: [],
      language: stringOf(record.meta_lang) ?? stringOf(record.language),
      keywords: [...textsOf(record.tags), ...textsOf(record.meta_keywords)],
      images: image ? [image] : [],
    };
  },
};

/** Articles of Diffbot (docs.diffbot.com), in `objects`. */
export const diffbot: KnownApi = {
  name: 'Diffbot',
  recognises: (record) => 'pageUrl' in record && 'text' in record && 'title' in record,
  used: [
    ...[
      'pageUrl',
      'resolvedPageUrl',
      'title',
      'text',
      'html',
      'author',
      'authors',
      'date',
      'estimatedDate',
      'tags',
    ],
    ...['humanLanguage', 'siteName', 'images', 'type', 'categories'],
  ],
  read(record) {
    const url = webAddress(textOf(record.resolvedPageUrl ?? record.pageUrl), null);
    return {
      key: url,
      url,
      source: lineOf(record.siteName),
      headline: lineOf(record.title),
      ...wholeOrSummary(record.html ?? record.text, null, url),
      bylines: names(record.author ?? record.authors),
      published: [stringOf(record.date)],
      updated: [],
      language: stringOf(record.humanLanguage),
      keywords: partsOf(record.tags).flatMap((tag) => lineOf(tag.label) ?? []),
      images: onePerPicture(recordImages(record.images, null, null, url)),
    };
  },
};

/** Returns the names in a list of authors, or in a text with semicolons. */
export function names(value: Json | undefined): string[] {
  return textsOf(value)
    .flatMap((list) => splitKeywords(list, ';'))
    .filter((name) => !/^https?:/.test(name));
}

/** Returns an instant in UTC; these programs write none without a zone that is not. */
export function instantOf(value: Json | undefined): string | null {
  const text = stringOf(value)?.replace(' ', 'T') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text)) return null;
  const time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$|^[\d-]+$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
