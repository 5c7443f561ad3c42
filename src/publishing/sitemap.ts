import { type Duplex, Readable } from 'node:stream';
import type { ArticleCard } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import { pageOf } from './addresses.ts';
import type { Site } from './published.ts';

/** Page and time of its last change, if known. */
export interface SitemapEntry {
  url: string;
  lastmod?: Instant;
}

const namespaces = { news: false, image: false, video: false, xhtml: false };

/** Streams a sitemap (sitemaps.org) as XML. */
export function writeSitemap(entries: AsyncIterable<SitemapEntry>): AsyncIterable<string> {
  return piped(
    entries,
    ({ SitemapStream, ErrorLevel }) => new SitemapStream({ level: ErrorLevel.THROW, xmlns: namespaces }),
  );
}

/** Streams a sitemap index (sitemaps.org) as XML. */
export function writeSitemapIndex(entries: AsyncIterable<SitemapEntry>): AsyncIterable<string> {
  return piped(
    entries,
    ({ SitemapIndexStream, ErrorLevel }) => new SitemapIndexStream({ level: ErrorLevel.THROW }),
  );
}

/**
 * Streams a news sitemap (Google). The publication's name is that of the source, or of the site. Undated articles, and
 * those in an unknown language, are omitted, because the format requires both.
 */
export function writeNewsSitemap(articles: ArticleCard[], site: Site): AsyncIterable<string> {
  const entries = articles.flatMap((article) => {
    const language = newsLanguage(article.language);
    if (language === undefined || article.publishedAt === null) return [];
    return {
      url: pageOf(article, site),
      news: {
        publication: { name: article.source?.name ?? site.name, language },
        publication_date: article.publishedAt,
        title: article.headline,
      },
    };
  });
  if (entries.length === 0) return emptyNewsSitemap();
  const xmlns = { ...namespaces, news: true };
  return piped(
    entries,
    ({ SitemapStream, ErrorLevel }) => new SitemapStream({ level: ErrorLevel.THROW, xmlns }),
  );
}

/** Returns an empty news sitemap, which the library refuses to write. Days without news are normal. */
async function* emptyNewsSitemap(): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"></urlset>`;
}

/** Pipes entries through a stream of the sitemap library, which is loaded on first use because crawlers are rare. */
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

/** Returns the language code for news sitemaps: ISO 639, and two Chinese variants by region. */
// en-GB → en, zh-Hant-TW → zh-tw
function newsLanguage(tag: string): string | undefined {
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  if (!/^[a-z]{2,3}$/.test(language) || language === 'und') return undefined;
  if (language !== 'zh') return language;
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-tw' : 'zh-cn';
}
