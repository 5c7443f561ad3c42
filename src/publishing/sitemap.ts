import { type Duplex, Readable } from 'node:stream';
import type { ArticleCard } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import { pageOf } from './addresses.ts';
import type { Site } from './published.ts';

/** A page, and when it last changed; no time where nobody knows. */
export interface SitemapEntry {
  url: string;
  lastmod?: Instant;
}

const namespaces = { news: false, image: false, video: false, xhtml: false };

/** A sitemap (sitemaps.org) of pages, as XML, as it is taken. */
export function writeSitemap(entries: AsyncIterable<SitemapEntry>): AsyncIterable<string> {
  return piped(
    entries,
    ({ SitemapStream, ErrorLevel }) => new SitemapStream({ level: ErrorLevel.THROW, xmlns: namespaces }),
  );
}

/** An index of sitemaps (sitemaps.org), as XML. */
export function writeSitemapIndex(entries: AsyncIterable<SitemapEntry>): AsyncIterable<string> {
  return piped(
    entries,
    ({ SitemapIndexStream, ErrorLevel }) => new SitemapIndexStream({ level: ErrorLevel.THROW }),
  );
}

/**
 * A news sitemap (Google) of articles. The name of the publication is that of the source, or of the site. Articles whose
 * language is not known are left out, as the format demands one.
 */
export function writeNewsSitemap(articles: ArticleCard[], site: Site): AsyncIterable<string> {
  const entries = articles.flatMap((article) => {
    const language = newsLanguage(article.language);
    if (language === undefined) return [];
    return {
      url: pageOf(article, site),
      news: {
        publication: { name: article.source?.name ?? site.name, language },
        publication_date: article.publishedAt,
        title: article.headline,
      },
    };
  });
  if (entries.length === 0) return nothingNew();
  const xmlns = { ...namespaces, news: true };
  return piped(
    entries,
    ({ SitemapStream, ErrorLevel }) => new SitemapStream({ level: ErrorLevel.THROW, xmlns }),
  );
}

/** Days without news are no fault, though the library takes them for one. */
async function* nothingNew(): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"></urlset>`;
}

/** What `make` makes of the entries. The library is loaded by the first who asks, as crawlers come once in hours. */
async function* piped(
  entries: Iterable<unknown> | AsyncIterable<unknown>,
  make: (library: typeof import('sitemap')) => Duplex,
): AsyncGenerator<string> {
  const xml = make(await import('sitemap'));
  const source = Readable.from(entries, { highWaterMark: 64 });
  source.once('error', (cause) => xml.destroy(cause));
  try {
    for await (const part of source.pipe(xml).setEncoding('utf8')) yield String(part);
  } finally {
    source.destroy();
  }
}

/** The language as news sitemaps name it: ISO 639, and the two Chinese scripts by region. */
// en-GB → en, zh-Hant-TW → zh-tw
function newsLanguage(tag: string): string | undefined {
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  if (!/^[a-z]{2,3}$/.test(language) || language === 'und') return undefined;
  if (language !== 'zh') return language;
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-tw' : 'zh-cn';
}
