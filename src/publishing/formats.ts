import { setImmediate } from 'node:timers/promises';
import type { Article } from '../model/article.ts';
import { csvFields } from './csv-columns.ts';
import { csvType, ndjsonType } from './media-types.ts';
import type { KnownTags, ListWriter, Selection, Site } from './published.ts';

interface Named {
  /** Suffix of addresses: `rss` for `/v1/articles.rss`. */
  suffix: string;
  mediaType: string;
  name: string;
  /** True if unknown parameters are ignored, because other programs add their own to addresses. */
  ignoresUnknown?: boolean;
  /** Parameters of the Content-Type. */
  typeParameters?: string;
  /** Supported parameters about the content of each article: `fields`, `include`. */
  follows?: readonly string[];
  /** Fields that these parameters may select, if the format does not have all of them. */
  fields?: readonly string[];
}

/** Creates the writer of a list. `known` must have the tags of an article when it is written. */
export type CreateListWriter = (site: Site, known: KnownTags, selection: Selection) => ListWriter;
type WriteArticle = (article: Article, site: Site, known: KnownTags) => string;

/**
 * Format of lists. It either writes parsed articles or has stored JSON. Writers are loaded on first use,
 * because the libraries of all formats are half of the program.
 */
export type ListFormat = Named &
  (
    | {
        load(): Promise<CreateListWriter>;
        /** True if it writes details of tags, which have to be read. */
        describesTags?: true;
        /** True if it writes only fields of cards, unless the body is requested. */
        writesCards?: true;
      }
    /** True if a list is the stored JSON of its articles, one a line. */
    | { lines: true }
  );

export interface ArticleFormat extends Named {
  load(): Promise<WriteArticle>;
}

const types = {
  ninjs: { suffix: 'ninjs', mediaType: 'application/vnd.iptc.ninjs+json', name: 'IPTC ninjs 3.1' },
  jsonld: { suffix: 'jsonld', mediaType: 'application/ld+json', name: 'JSON-LD (schema.org)' },
  md: { suffix: 'md', mediaType: 'text/markdown', name: 'Markdown' },
  txt: { suffix: 'txt', mediaType: 'text/plain', name: 'Plain text' },
};

/** Loads the library for feeds in a turn of its own, because it takes a tenth of a second. */
async function afterFeedsmith<T>(load: () => Promise<T>): Promise<T> {
  await import('feedsmith');
  await setImmediate();
  return load();
}

/** All formats of lists, besides JSON. To add one, write its file and add it here. */
export const listFormats: ListFormat[] = [
  {
    suffix: 'rss',
    mediaType: 'application/rss+xml',
    name: 'RSS 2.0',
    ignoresUnknown: true,
    load: async () => (await afterFeedsmith(() => import('./rss.ts'))).rss,
  },
  {
    suffix: 'atom',
    mediaType: 'application/atom+xml',
    name: 'Atom',
    ignoresUnknown: true,
    load: async () => (await afterFeedsmith(() => import('./atom.ts'))).atom,
  },
  {
    suffix: 'jsonfeed',
    mediaType: 'application/feed+json',
    name: 'JSON Feed 1.1',
    ignoresUnknown: true,
    load: async () => (await afterFeedsmith(() => import('./json-feed.ts'))).jsonFeed,
  },
  { ...types.ninjs, load: async () => (await import('./ninjs.ts')).ninjsPackage, describesTags: true },
  { ...types.jsonld, load: async () => (await import('./json-ld.ts')).jsonLdList, describesTags: true },
  {
    ...csvType,
    follows: ['fields', 'include'],
    fields: csvFields,
    load: async () => (await import('./csv.ts')).csv,
    writesCards: true,
  },
  {
    ...ndjsonType,
    follows: ['fields', 'include'],
    lines: true,
  },
  { ...types.md, follows: ['include'], load: async () => (await import('./markdown.ts')).markdownList },
  { ...types.txt, follows: ['include'], load: async () => (await import('./plain-text.ts')).plainTextList },
];

/** All formats of an article, besides JSON. */
export const articleFormats: ArticleFormat[] = [
  { ...types.ninjs, load: async () => (await import('./ninjs.ts')).ninjs },
  { ...types.jsonld, load: async () => (await import('./json-ld.ts')).jsonLd },
  { ...types.md, load: async () => (await import('./markdown.ts')).markdown },
  { ...types.txt, load: async () => (await import('./plain-text.ts')).plainText },
  {
    suffix: 'html',
    mediaType: 'text/html',
    name: 'HTML',
    ignoresUnknown: true,
    load: async () => (await import('./article-html.ts')).articleHtml,
  },
];
