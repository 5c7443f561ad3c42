import { escapeText } from 'entities';
import type { Image } from '../../../model/image.ts';
import { elementRelease } from '../../release/record-release.ts';
import { onePerPicture } from '../picture-renditions.ts';
import { webAddress } from '../web-address.ts';
import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';
import { readKeywords } from './keywords.ts';

/**
 * A Google News sitemap: addresses, titles and dates of articles, and nothing of their text. Addresses without
 * news information are left out. Specification: developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function readNewsSitemap(root: XmlElement): Feed {
  const entries: FeedEntry[] = [];
  for (const url of childrenOf(root, 'url')) {
    const news = child(url, 'news:news');
    if (!news) continue;
    const title = childText(news, 'news:title');
    entries.push({
      id: null,
      link: webAddress(childText(url, 'loc'), url.base),
      title: title === null ? null : escapeText(title),
      summary: null,
      content: null,
      authors: [],
      published: [childText(news, 'news:publication_date')],
      updated: childText(url, 'lastmod'),
      categories: readKeywords(news),
      images: onePerPicture(childrenOf(url, 'image:image').flatMap(imageOf)),
      source: childText(child(news, 'news:publication') ?? news, 'news:name'),
      language: descendantsOf(news, 'news:language')[0]?.text.trim() ?? null,
      base: url.base,
      offset: url.offset,
      release: [...elementRelease(url), ...elementRelease(news)],
      version: null,
    });
  }
  return { title: null, link: null, language: null, authors: [], entries };
}

/** Pictures of the image extension (developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps). */
function imageOf(element: XmlElement): Image[] {
  const url = webAddress(childText(element, 'image:loc'), element.base);
  const caption = childText(element, 'image:caption') ?? childText(element, 'image:title');
  return url === null ? [] : [{ url, caption, credit: null }];
}
