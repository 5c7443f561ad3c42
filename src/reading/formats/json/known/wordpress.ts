import type { Warning } from '../../../../model/article.ts';
import { readSections } from '../../../fields/read-sections.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { standfirstOf } from '../../standfirst-of.ts';
import { webAddress } from '../../web-address.ts';
import { readWordpressContent } from '../../wordpress-content.ts';
import { isAuthorTaxonomy, isSubjectTaxonomy, nameInDescription } from '../../wordpress-taxonomies.ts';
import { isRecord, type Json } from '../parse-json.ts';
import { imageOf } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf, textOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Fields that newsrooms define themselves, mostly with Advanced Custom Fields. */
const ownStandfirsts = [
  'standfirst',
  'subtitle',
  'sub_title',
  'subheadline',
  'subhead',
  'deck',
  'dek',
  'lead',
];
const ownBylines = ['byline', 'author_name', 'guest_author', 'custom_author', 'author_byline'];

/**
 * Posts of the REST API of WordPress (developer.wordpress.org/rest-api/reference/posts), with `_embed` or without. Authors
 * and terms are names only with `_embed`; otherwise they are numbers of other records, which a warning says.
 */
export const wordpress: KnownApi = {
  name: 'WordPress REST',
  recognises: (record) =>
    ['title', 'content', 'excerpt'].some((name) => 'rendered' in partOf(record[name])) &&
    ('date' in record || 'link' in record || 'slug' in record),
  leftOut(record) {
    const type = stringOf(record.type);
    return type !== null && /^(?:page|attachment|revision|nav_menu_item|wp_\w+|custom_css)$/.test(type)
      ? type
      : null;
  },
  used: [
    ...['id', 'date', 'date_gmt', 'modified', 'modified_gmt', 'link', 'title', 'content', 'excerpt', 'lang'],
    ...['author', 'categories', 'tags', 'featured_media', '_embedded', 'jetpack_featured_media_url'],
    ...['coauthors', 'authors', 'author_name', 'better_featured_image', 'type', 'status', 'password'],
    ...['yoast_head_json.og_image', 'yoast_head_json.og_site_name', 'yoast_head_json.og_locale'],
    ...['yoast_head_json.author', 'yoast_head_json.schema', 'yoast_head'],
    ...[...ownStandfirsts, ...ownBylines].map((name) => `acf.${name}`),
  ],
  read(record) {
    const embedded = partOf(record._embedded);
    const yoast = partOf(record.yoast_head_json);
    const url = webAddress(textOf(record.link), null);
    const { pieces, images } = readWordpressContent(textOf(record.content) ?? '', url);
    const terms = Object.values(partOf(embedded)).length > 0 ? termsOf(embedded['wp:term']) : [];
    const categories = readSections(
      terms.filter(({ taxonomy }) => taxonomy === 'category').map(({ name }) => name),
    );
    const bylines = authorsOf(
      record,
      embedded,
      terms.filter((term) => isAuthorTaxonomy(term.taxonomy)).map((term) => coAuthorName(term, embedded)),
      yoast,
    );
    const body = pieces.map(({ text }) => text).join(' ');
    const excerpt = lineOf(record.excerpt);
    return {
      key: textOf(record.id),
      url,
      source: lineOf(yoast.og_site_name),
      headline: lineOf(record.title),
      standfirst: ownField(record, ownStandfirsts) ?? (excerpt === null ? null : standfirstOf(excerpt, body)),
      bylines,
      published: [inUtc(record.date_gmt), stringOf(record.date)],
      updated: [inUtc(record.modified_gmt), stringOf(record.modified)],
      language: stringOf(record.lang) ?? languageOf(terms) ?? stringOf(yoast.og_locale),
      keywords: [...categories, ...terms.filter(isSubject).map(({ name }) => name)],
      sections: categories,
      images: onePerPicture([...featuredImage(record, embedded, yoast), ...images]),
      pieces,
      // The text of a protected post is withheld; the gate says so.
      summaryOnly: pieces.length === 0 && (excerpt !== null || partOf(record.content).protected === true),
      warnings: numbersWithoutNames(record, terms, bylines),
    };
  },
};

interface Term {
  taxonomy: string;
  name: string;
  slug: string | null;
  description: string;
}

function termsOf(value: Json | undefined): Term[] {
  const lists = Array.isArray(value) ? value.flat() : [];
  return lists.filter(isRecord).flatMap((term) => {
    const name = lineOf(term.name);
    return name === null
      ? []
      : [
          {
            ...{ taxonomy: stringOf(term.taxonomy) ?? '', name, slug: stringOf(term.slug) },
            description: stringOf(term.description) ?? '',
          },
        ];
  });
}

function isSubject({ taxonomy }: Term): boolean {
  return taxonomy !== 'category' && isSubjectTaxonomy(taxonomy);
}

function ownField(record: RecordOfFields, names: readonly string[]): string | null {
  const own = { ...partOf(record.meta), ...partOf(record.acf) };
  for (const name of names) {
    const text = lineOf(own[name]);
    if (text !== null) return text;
  }
  return null;
}

/** Co-Authors Plus names an author by the login; the term's description begins with the name that is shown. */
function coAuthorName({ name, slug, description }: Term, embedded: RecordOfFields): string {
  const login = (slug ?? name).replace(/^cap-/, '');
  const account = partsOf(embedded.author).find((author) => author.slug === login);
  return lineOf(account?.name) ?? nameInDescription(name, login, description);
}

function languageOf(terms: Term[]): string | null {
  return terms.find(({ taxonomy }) => taxonomy === 'language')?.slug ?? null;
}

/** Co-authors of plug-ins go before the one account that WordPress itself knows. */
function authorsOf(
  record: RecordOfFields,
  embedded: RecordOfFields,
  coAuthors: string[],
  yoast: RecordOfFields,
): string[] {
  const names = (value: Json | undefined) =>
    partsOf(value).flatMap((author) => lineOf(author.display_name ?? author.name) ?? []);
  const graph = partsOf(partOf(yoast.schema)['@graph']);
  const lists = [
    coAuthors,
    [ownField(record, ownBylines) ?? ''],
    names(record.coauthors),
    names(record.authors),
    names(embedded.author),
    [lineOf(record.author_name) ?? lineOf(yoast.author) ?? ''],
    graph.filter((node) => node['@type'] === 'Person').flatMap((node) => lineOf(node.name) ?? []),
  ];
  return lists.find((list) => list.some((name) => name !== '')) ?? [];
}

function featuredImage(record: RecordOfFields, embedded: RecordOfFields, yoast: RecordOfFields) {
  const [media] = partsOf(embedded['wp:featuredmedia']);
  const from = media ?? partsOf(record.better_featured_image)[0];
  if (from) {
    const size = partOf(from.media_details);
    const image = imageOf(from.source_url, {
      caption: from.caption,
      alt: from.alt_text,
      width: size.width,
      height: size.height,
      type: from.mime_type,
    });
    const isPicture = from.media_type === undefined || from.media_type === 'image';
    return image && isPicture ? [image] : [];
  }
  const [shared] = partsOf(yoast.og_image);
  const image = imageOf(record.jetpack_featured_media_url) ?? (shared && imageOf(shared.url, shared));
  return image ? [image] : [];
}

/** WordPress writes `0000-00-00T00:00:00` for an unknown instant. */
function inUtc(value: Json | undefined): string | null {
  const date = stringOf(value);
  if (date === null || date.startsWith('0000')) return null;
  return /Z|[+-]\d\d:?\d\d$/.test(date) ? date : `${date}Z`;
}

function numbersWithoutNames(record: RecordOfFields, terms: Term[], bylines: string[]): Warning[] {
  const numbers = (value: Json | undefined) =>
    (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'number' && each > 0);
  const missing = [
    ...(bylines.length === 0 && numbers(record.author).length > 0 ? ['author'] : []),
    ...(terms.length === 0 && numbers(record.categories).length > 0 ? ['categories'] : []),
    ...(terms.length === 0 && numbers(record.tags).length > 0 ? ['tags'] : []),
  ];
  if (missing.length === 0) return [];
  const message = `${missing.join(', ')} are numbers of other records; fetch the posts with ?_embed to have names.`;
  return [{ code: 'numbers-without-names', message }];
}
