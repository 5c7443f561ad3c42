import type { Article } from '../news/article.ts';
import { articleHtml } from './article-html.ts';
import { atom } from './atom.ts';
import { csv } from './csv.ts';
import { jsonFeed } from './json-feed.ts';
import { jsonLd, jsonLdList } from './json-ld.ts';
import { markdown, markdownList } from './markdown.ts';
import { ninjs, ninjsPackage } from './ninjs.ts';
import { plainText, plainTextList } from './plain-text.ts';
import type { KnownTags, PublishedList, Site } from './published.ts';
import { rss } from './rss.ts';

/** A format in which a list can be had. */
export interface ListFormat {
  /** What addresses end in: `rss` for `/v1/articles.rss`. */
  suffix: string;
  mediaType: string;
  /** For people and for the description of the API. */
  name: string;
  /** What `include=body` adds to: formats that show cards otherwise. */
  takesBody?: boolean;
  /** Whether it is a feed, for programs that follow lists. */
  isFeed?: boolean;
  write(list: PublishedList, site: Site, known: KnownTags): string;
}

/** A format in which a single article can be had. */
export interface ArticleFormat {
  suffix: string;
  mediaType: string;
  name: string;
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
  { suffix: 'rss', mediaType: 'application/rss+xml', name: 'RSS 2.0', isFeed: true, write: rss },
  { suffix: 'atom', mediaType: 'application/atom+xml', name: 'Atom', isFeed: true, write: atom },
  {
    suffix: 'jsonfeed',
    mediaType: 'application/feed+json',
    name: 'JSON Feed 1.1',
    isFeed: true,
    write: jsonFeed,
  },
  { ...types.ninjs, write: ninjsPackage },
  { ...types.jsonld, write: jsonLdList },
  { suffix: 'csv', mediaType: 'text/csv', name: 'CSV', takesBody: true, write: csv },
  {
    suffix: 'ndjson',
    mediaType: 'application/x-ndjson',
    name: 'NDJSON, an article a line',
    write: ({ articles }) => articles.map((article) => `${JSON.stringify(article)}\n`).join(''),
  },
  { ...types.md, takesBody: true, write: markdownList },
  { ...types.txt, takesBody: true, write: plainTextList },
];

/** Every format of an article, beside JSON. */
export const articleFormats: ArticleFormat[] = [
  { ...types.ninjs, write: ninjs },
  { ...types.jsonld, write: jsonLd },
  { ...types.md, write: markdown },
  { ...types.txt, write: plainText },
  { suffix: 'html', mediaType: 'text/html', name: 'HTML', write: articleHtml },
];
