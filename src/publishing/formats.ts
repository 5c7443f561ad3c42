import type { Article } from '../model/article.ts';
import { csvFields } from './csv-columns.ts';
import { csvType, ndjsonType } from './media-types.ts';
import type { KnownTags, PublishedList, Site } from './published.ts';

/** A format, as addresses, headers and people name it. */
interface Named {
  /** What addresses end in: `rss` for `/v1/articles.rss`. */
  suffix: string;
  mediaType: string;
  /** For people and for the description of the API. */
  name: string;
  /** Beside the media type in the Content-Type. */
  typeParameters?: string;
  /** Which of the parameters that choose what is shown of each article it follows. */
  follows?: readonly string[];
  /** Which fields those may name, where it has not all of them. */
  fields?: readonly string[];
}

type WriteList = (list: PublishedList, site: Site, known: KnownTags) => string;
type WriteArticle = (article: Article, site: Site, known: KnownTags) => string;

/**
 * A format in which a list can be had: written from articles, or made of them as they are stored. What writes is loaded
 * when it is first asked for, as the libraries of all formats together are half of the program.
 */
export type ListFormat = Named &
  (
    | { load(): Promise<WriteList> }
    /** Takes each article as a JSON text. */
    | { join(articles: string[]): string }
  );

/** A format in which a single article can be had. */
export interface ArticleFormat extends Named {
  load(): Promise<WriteArticle>;
}

const types = {
  ninjs: { suffix: 'ninjs', mediaType: 'application/vnd.iptc.ninjs+json', name: 'IPTC ninjs 3.1' },
  jsonld: { suffix: 'jsonld', mediaType: 'application/ld+json', name: 'JSON-LD (schema.org)' },
  md: { suffix: 'md', mediaType: 'text/markdown', name: 'Markdown' },
  txt: { suffix: 'txt', mediaType: 'text/plain', name: 'Plain text' },
};

/** Every format of lists, beside JSON; to add one, write its file and its line here. */
export const listFormats: ListFormat[] = [
  {
    suffix: 'rss',
    mediaType: 'application/rss+xml',
    name: 'RSS 2.0',
    load: async () => (await import('./rss.ts')).rss,
  },
  {
    suffix: 'atom',
    mediaType: 'application/atom+xml',
    name: 'Atom',
    load: async () => (await import('./atom.ts')).atom,
  },
  {
    suffix: 'jsonfeed',
    mediaType: 'application/feed+json',
    name: 'JSON Feed 1.1',
    load: async () => (await import('./json-feed.ts')).jsonFeed,
  },
  { ...types.ninjs, load: async () => (await import('./ninjs.ts')).ninjsPackage },
  { ...types.jsonld, load: async () => (await import('./json-ld.ts')).jsonLdList },
  {
    ...csvType,
    follows: ['fields', 'include'],
    fields: csvFields,
    load: async () => (await import('./csv.ts')).csv,
  },
  {
    ...ndjsonType,
    follows: ['fields', 'include'],
    join: (articles) => articles.map((article) => `${article}\n`).join(''),
  },
  { ...types.md, follows: ['include'], load: async () => (await import('./markdown.ts')).markdownList },
  { ...types.txt, follows: ['include'], load: async () => (await import('./plain-text.ts')).plainTextList },
];

/** Every format of an article, beside JSON. */
export const articleFormats: ArticleFormat[] = [
  { ...types.ninjs, load: async () => (await import('./ninjs.ts')).ninjs },
  { ...types.jsonld, load: async () => (await import('./json-ld.ts')).jsonLd },
  { ...types.md, load: async () => (await import('./markdown.ts')).markdown },
  { ...types.txt, load: async () => (await import('./plain-text.ts')).plainText },
  {
    suffix: 'html',
    mediaType: 'text/html',
    name: 'HTML',
    load: async () => (await import('./article-html.ts')).articleHtml,
  },
];
