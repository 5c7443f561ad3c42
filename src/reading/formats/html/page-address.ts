import type { Document as Source } from '../../reader.ts';
import { webAddress } from '../web-address.ts';
import { type LinkedNode, linkedText } from './linked-data.ts';
import type { PageDocument } from './open-page.ts';
import { metaOf } from './page-meta.ts';

/** Addresses of a page, and when it was fetched. */
export interface PageAddress {
  /** The address that the page states, else the one it was fetched or saved from. */
  url: string | null;
  /** Address against which relative ones are resolved. */
  base: string | null;
  crawledAt: string | null;
}

/** Comments that browsers write at the beginning of a page that they save. */
const savedFrom = /<!--\s*saved from url=\(\d+\)\s*(?<url>https?:\/\/[^\s>]+)\s*-->/i;
/** SingleFile's comment. */
const singleFile = /<!--\s+Page saved with SingleFile\s+url:\s*(?<url>\S+)\s+saved date:\s*(?<date>[^\n]+)/i;

/** Returns the addresses of a page. `markup` is the page as text. */
// `<!-- saved from url=(0023)https://a.example/news -->` → { url: "https://a.example/news", … }
export function pageAddress(
  source: Source,
  markup: string,
  page: PageDocument,
  meta: Map<string, string[]>,
  node: LinkedNode | undefined,
): PageAddress {
  const head = markup.slice(0, 4096);
  const saved = (savedFrom.exec(head) ?? singleFile.exec(head))?.groups ?? {};
  const fetched = webAddress(source.url, null) ?? webAddress(source.path, null);
  const location = fetched ?? webAddress(saved.url, null);
  const stated = [
    page.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    metaOf(meta, 'og:url'),
    linkedText(node?.url),
  ]
    .map((address) => webAddress(address, location))
    .filter((address) => address !== null);
  // Templates that name the home page on every page would make one article of a whole site.
  const own = stated.find((address) => !isHome(address)) ?? (isHome(location) ? stated[0] : undefined);
  const url = own ?? location ?? stated[0] ?? null;
  const given = page.querySelector('base[href]')?.getAttribute('href');
  const savedAt = Date.parse(saved.date?.replace(/\s*\(.*$/, '') ?? '');
  return {
    url,
    base: webAddress(given, location ?? url) ?? location ?? url,
    crawledAt:
      source.crawledAt ??
      (Number.isNaN(savedAt) ? null : new Date(savedAt).toISOString().replace(/\.\d+Z$/, 'Z')),
  };
}

function isHome(address: string | null): boolean {
  return address === null || /^https?:\/\/[^/]+\/?$/.test(address);
}
