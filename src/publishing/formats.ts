import type { Article } from '../news/article.ts';
import { articleHtml } from './article-html.ts';
import { atom } from './atom.ts';
import { csv, csvFields } from './csv.ts';
import { jsonFeed } from './json-feed.ts';
import { jsonLd, jsonLdList } from './json-ld.ts';
import { markdown, markdownList } from './markdown.ts';
import { csvType, ndjsonType } from './media-types.ts';
import { ninjs, ninjsPackage } from './ninjs.ts';
import { plainText, plainTextList } from './plain-text.ts';
import type { KnownTags, PublishedList, Site } from './published.ts';
import { rss } from './rss.ts';

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

/** A format in which a list can be had: written from articles, or made of them as they are stored. */
export type ListFormat = Named &
  (
    | { write(list: PublishedList, site: Site, known: KnownTags): string }
    /** Takes each article as a JSON text. */
    | { join(articles: string[]): string }
  );

/** A format in which a single article can be had. */
export interface ArticleFormat extends Named {
  write(article: Article, site: Site, known: KnownTags): string;
}

const types = {
  ninjs: { suffix: 'ninjs', mediaType: 'application/vnd.iptc.ninjs+json', name: 'IPTC ninjs 3.1' },
  jsonld: { suffix: 'jsonld', mediaType: 'application/ld+json', name: 'JSON-LD (schema.org)' },
  md: { suffix: 'md', mediaType: 'text/markdown', name: 'Markdown' },
  txt: { suffix: 'txt', mediaType: 'text/plain', name: 'Plain text' },
};

/** Every format of lists, beside JSON; to add one, write its file and its line here. */
export const listFormats: ListFormat[] = [
  { suffix: 'rss', mediaType: 'application/rss+xml', name: 'RSS 2.0', write: rss },
  { suffix: 'atom', mediaType: 'application/atom+xml', name: 'Atom', write: atom },
  {
    suffix: 'jsonfeed',
    mediaType: 'application/feed+json',
    name: 'JSON Feed 1.1',
    write: jsonFeed,
  },
  { ...types.ninjs, write: ninjsPackage },
  { ...types.jsonld, write: jsonLdList },
  { ...csvType, follows: ['fields', 'include'], fields: csvFields, write: csv },
  {
    ...ndjsonType,
    follows: ['fields', 'include'],
    join: (articles) => articles.map((article) => `${article}\n`).join(''),
  },
  { ...types.md, follows: ['include'], write: markdownList },
  { ...types.txt, follows: ['include'], write: plainTextList },
];

/** Every format of an article, beside JSON. */
export const articleFormats: ArticleFormat[] = [
  { ...types.ninjs, write: ninjs },
  { ...types.jsonld, write: jsonLd },
  { ...types.md, write: markdown },
  { ...types.txt, write: plainText },
  { suffix: 'html', mediaType: 'text/html', name: 'HTML', write: articleHtml },
];
