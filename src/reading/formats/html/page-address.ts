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

/** Addresses of archives of the web, which contain the address of the page and when it was captured. */
const archived =
  /^https?:\/\/(?:(?:www\.|wayback\.|web\.)?[\w-]*(?:archive|webarchive)[\w.-]*\.\w+(?:\/wayback|\/web)?)\/(?<date>\d{4}\.?\d\d\.?\d\d(?:-?\d{6})?)(?:[a-z]{2}_|\*)?\/(?<url>https?:\/\/?.+)$/i;

/** Returns the address of a page that an archive captured, and when; the address itself if it is none of an archive. */
// "https://web.archive.org/web/20230513081500/https://a.example/b" → { url: "https://a.example/b", … }
function ofOriginal(address: string): { url: string; capturedAt: string | null } {
  const { date = '', url } = archived.exec(address)?.groups ?? {};
  if (url === undefined) return { url: address, capturedAt: null };
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(date.replace(/[.-]/g, '')) ?? [];
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return {
    url: url.replace(/^(https?:\/)(?!\/)/, '$1/'),
    capturedAt: Number.isNaN(Date.parse(instant)) ? null : instant,
  };
}

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
  const named = own ?? location ?? stated[0] ?? null;
  const original = named === null ? null : ofOriginal(named);
  const url = original?.url ?? null;
  const given = page.querySelector('base[href]')?.getAttribute('href');
  const savedAt = Date.parse(saved.date?.replace(/\s*\(.*$/, '') ?? '');
  return {
    url,
    base: webAddress(given, location ?? named) ?? location ?? named,
    crawledAt:
      source.crawledAt ??
      original?.capturedAt ??
      (Number.isNaN(savedAt) ? null : new Date(savedAt).toISOString().replace(/\.\d+Z$/, 'Z')),
  };
}

function isHome(address: string | null): boolean {
  return address === null || /^https?:\/\/[^/]+\/?$/.test(address);
}
