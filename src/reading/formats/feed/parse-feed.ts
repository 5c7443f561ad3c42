import { isRecord, parseJson } from '../json/parse-json.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { descendantsOf } from '../xml/xml-element.ts';
import { readAtom } from './atom.ts';
import type { Feed } from './feed-entry.ts';
import { readJsonFeed } from './json-feed.ts';
import { readNewsSitemap } from './news-sitemap.ts';
import { readRss } from './rss.ts';

/**
 * The feed that a text is, whatever its format; refused, with the reason, when it is none. `location` is the
 * address it came from, against which it writes relative addresses.
 */
export function parseFeed(text: string, location: string | null): Feed | { reason: string } {
  if (/^\s*\{/.test(text)) {
    const parsed = parseJson(text);
    if ('reason' in parsed) return { reason: `${parsed.reason} (line ${parsed.line})` };
    return isRecord(parsed.value) ? readJsonFeed(parsed.value) : { reason: 'not a JSON Feed' };
  }
  const root = parseXml(text, location);
  if (!root) return { reason: 'no XML element found' };
  if ('reason' in root) return root;
  if (/^(?:atom:)?(?:feed|entry)$/.test(root.name)) return readAtom(root);
  if (root.name === 'urlset') return readNewsSitemap(root);
  if (/^(?:rss|rdf:rdf|rdf|channel)$/.test(root.name)) return readRss(root);
  if (descendantsOf(root, 'item').length > 0) return readRss(root);
  if (root.name === 'packageitem') return { reason: 'not an article: NewsML-G2 package (packageItem)' };
  return { reason: `not a feed: root element is <${root.name}>` };
}
