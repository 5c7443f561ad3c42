import type { Image } from '../../../model/image.ts';
import { readSections } from '../../fields/read-sections.ts';
import { plainText } from '../html/plain-text.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { isLeftOutType } from '../left-out.ts';
import { webAddress } from '../web-address.ts';
import { readWordpressContent } from '../wordpress-content.ts';
import { isSubjectTaxonomy } from '../wordpress-taxonomies.ts';
import { elementHtml } from '../xml/element-html.ts';
import { child, childrenOf, childText, type XmlElement } from '../xml/xml-element.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';
import { accounts, authorsOf, coAuthorTerms, guestAuthor, type Term } from './wxr-authors.ts';
import { metaOf } from './wxr-meta.ts';

/** Maximum number of pictures of galleries of a post. */
const maxPictures = 40;
/** Maximum number of synced blocks of a post. */
const maxBlocks = 10;
/**
 * Maximum length of all text that synced blocks add, as a multiple of the text of the export. Otherwise a long block
 * could make a small file gigabytes.
 */
const maxGrowth = 10;

/** True for an export of WordPress (WXR), by its elements. */
export function isWxr(channel: XmlElement, items: readonly XmlElement[]): boolean {
  return (
    child(channel, 'wp:wxr_version', 'wp:base_site_url', 'wp:author') !== undefined ||
    items.some((item) => child(item, 'wp:post_type', 'wp:post_id') !== undefined)
  );
}

/** Targets of the references in an export. */
interface Site {
  /** Names that the site shows, by login. */
  names: ReadonlyMap<string, string>;
  attachments: ReadonlyMap<string, Image>;
  /** Content of synced blocks, by id. */
  blocks: ReadonlyMap<string, string>;
  /** Length of the text that synced blocks may still add. */
  left: number;
}

/**
 * Reads the export of a site of WordPress (WXR 1.0 to 1.2) from what it has in common with RSS: names of authors,
 * taxonomies, dates and pictures stand in elements of its own, and in other items of the file. Comments are not read.
 */
export function readWxr(channel: XmlElement, items: readonly XmlElement[], feed: Feed): Feed {
  const site: Site = {
    names: new Map([...coAuthorTerms(channel), ...accounts(channel), ...items.flatMap(guestAuthor)]),
    attachments: new Map(items.flatMap(attachment)),
    blocks: new Map(items.flatMap(syncedBlock)),
    left: maxGrowth * items.reduce((sum, item) => sum + contentOf(item).length, 0),
  };
  const title = feed.title === null ? null : textOfHtml(feed.title) || null;
  const entries = feed.entries.map((entry, index) => {
    const item = items[index];
    return item ? readPost(item, entry, site) : entry;
  });
  // The account that made the export is the author of no post.
  return { ...feed, authors: [], source: title, entries };
}

function readPost(item: XmlElement, entry: FeedEntry, site: Site): FeedEntry {
  const type = childText(item, 'wp:post_type');
  if (type !== null && isLeftOutType(type)) return { ...entry, leftOut: type };
  const content = contentOf(item);
  const meta = metaOf(item);
  const terms = termsOf(item);
  const named = (domain: string) => terms.filter((term) => term.domain === domain).map(({ name }) => name);
  const sections = readSections(named('category'));
  const { pieces, images } = readWordpressContent(withBlocks(content, site), entry.base);
  const own = ownField(meta, ownStandfirst);
  const excerpt =
    own ?? elementHtml(child(item, 'excerpt:encoded')) ?? elementHtml(child(item, 'description'));
  const featured = site.attachments.get(meta.get('_thumbnail_id') ?? '');
  const subjects = terms.filter(({ domain }) => domain !== 'category' && isSubjectTaxonomy(domain));
  return {
    ...entry,
    summary: excerpt,
    content: content === '' ? null : content,
    ...(content !== '' && { body: { pieces, images: [...images, ...galleryImages(content, site)] } }),
    authors: authorsOf(item, terms, site.names, ownField(meta, ownByline)),
    published: [
      inUtc(item, 'wp:post_date_gmt'),
      ...entry.published,
      dated(childText(item, 'wp:post_date')),
    ].map(dated),
    updated: inUtc(item, 'wp:post_modified_gmt') ?? dated(childText(item, 'wp:post_modified')),
    categories: [...sections, ...new Set(subjects.map(({ name }) => name))].filter(
      (name, index, all) => all.indexOf(name) === index,
    ),
    sections,
    images: featured ? [featured] : [],
    language: terms.find(({ domain }) => domain === 'language')?.slug ?? languageIn(meta) ?? entry.language,
    unused: [...meta.keys()]
      .filter((key) => !internal.test(key) && !ownStandfirst.test(key) && !ownByline.test(key))
      .slice(0, 40)
      .map((key) => `wp:postmeta ${key}`),
  };
}

/** Fields that WordPress and its importers keep for themselves. */
const internal =
  /^(?:_edit_|_wp_|_thumbnail_id$|_pingme$|_encloseme$|_oembed_|_menu_item|_wpml|_icl|_jetpack|_publicize|_last_)/;

/** Fields of newsrooms and of plug-ins with a standfirst or a byline. */
const ownStandfirst = /^_?(?:standfirst|sub_?title|sub_?head(?:line)?|de[ck]k?|wps_subtitle|kicker_text)$/i;
const ownByline = /^_?(?:byline|author_name|guest[-_]author(?:_name)?|custom_author|author_byline)$/i;

function ownField(meta: ReadonlyMap<string, string>, names: RegExp): string | null {
  for (const [key, value] of meta)
    if (names.test(key) && value.trim() !== '' && !/^field_\w+$/.test(value)) return value.trim();
  return null;
}

/** The taxonomies of a post. Exports before 2.9 repeat each term without a domain. */
function termsOf(item: XmlElement): Term[] {
  return childrenOf(item, 'category').flatMap(({ attributes, text }) => {
    const name = textOfHtml(plainText(text));
    const domain = attributes.domain ?? 'category';
    const slug = attributes.nicename ?? null;
    return name === '' ? [] : [{ domain: domain === 'tag' ? 'post_tag' : domain, slug, name }];
  });
}

function attachment(item: XmlElement): [string, Image][] {
  const id = childText(item, 'wp:post_id');
  const url = webAddress(childText(item, 'wp:attachment_url'), item.base);
  if (id === null || url === null || !/\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg)$/i.test(url)) return [];
  const meta = metaOf(item);
  const caption = elementHtml(child(item, 'excerpt:encoded'));
  const alt = meta.get('_wp_attachment_image_alt');
  const credit =
    meta.get('_media_credit') ?? meta.get('media_credit') ?? meta.get('_wp_attachment_credit') ?? null;
  const sizes = meta.get('_wp_attachment_metadata')?.slice(0, 400) ?? '';
  const pixels = (name: string) => Number(new RegExp(`"${name}";(?:i:|s:\\d+:")(\\d{2,5})`).exec(sizes)?.[1]);
  const [width, height] = [pixels('width'), pixels('height')];
  const image: Image = {
    url,
    caption: caption === null ? null : textOfHtml(caption) || null,
    credit,
    ...(alt && { alt }),
    ...(width > 0 && { width }),
    ...(height > 0 && { height }),
  };
  return [[id, image]];
}

function galleryImages(content: string, { attachments }: Site): Image[] {
  const ids = [...content.matchAll(/\[gallery\b[^\]]{0,500}?\bids=["']?([\d,\s]{1,1000})/gi)].flatMap(
    ([, list = '']) => list.split(','),
  );
  return ids.flatMap((id) => attachments.get(id.trim()) ?? []).slice(0, maxPictures);
}

function syncedBlock(item: XmlElement): [string, string][] {
  if (childText(item, 'wp:post_type') !== 'wp_block') return [];
  const id = childText(item, 'wp:post_id');
  return id === null ? [] : [[id, contentOf(item)]];
}

function contentOf(item: XmlElement): string {
  return elementHtml(child(item, 'content:encoded')) ?? '';
}

/** Puts the content of synced blocks in the place of their references. */
function withBlocks(content: string, site: Site): string {
  if (site.blocks.size === 0) return content;
  let count = 0;
  return content.replace(
    /<!-- wp:block \{[^{}]{0,200}?"ref":(\d{1,12})[^{}]{0,200}\} \/-->/g,
    (_, id: string) => {
      const block = site.blocks.get(id) ?? '';
      if (++count > maxBlocks || block.length > site.left) return '';
      site.left -= block.length;
      return block;
    },
  );
}

/** WPML keeps the language of a post in its fields. */
function languageIn(meta: ReadonlyMap<string, string>): string | null {
  for (const [key, value] of meta)
    if (/^_?(?:wpml|icl)_(?:post_)?lang(?:uage)?(?:_code)?$/.test(key)) return value;
  return null;
}

function inUtc(item: XmlElement, name: string): string | null {
  const date = dated(childText(item, name));
  return date === null ? null : `${date.replace(' ', 'T')}Z`;
}

/** WordPress writes `0000-00-00 00:00:00`, or a day of the year -1, for no date. */
function dated(date: string | null): string | null {
  return date === null || /^0000|\s-?0001\s/.test(date) ? null : date;
}
