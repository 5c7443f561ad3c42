import { newsroomTagTypes, tagPlurals } from '../../model/tag.ts';
import { wordSlug } from '../../model/word-slug.ts';

/** Position of a page in the site, for rewriting its links. */
export interface Place {
  /** Origin of absolute addresses: `https://news.example.org`. */
  origin: string;
  /** Page number in its list, from 1. */
  number: number;
  /** Address of the page, and of the next and previous ones, as the server returns them. */
  self: string;
  next: string | undefined;
  previous: string | undefined;
  /** Suffixes of the formats that are written, besides `json`. */
  formats: ReadonlySet<string>;
}

/** File of the site, and its address on a file server. */
export interface StaticAddress {
  file: string;
  href: string;
}

/** Parameters that change the pagination of a list, not its content. */
const paging = new Set(['limit', 'count']);

const tags = Object.values(tagPlurals).join('|');
const apiPaths = new RegExp(
  `^(/problems(/[^/.]+)?|/v1(/(articles|quotes|tags|sources|${tags})` +
    '|/articles/[^/.]+(/(quotes|mentions|related|versions|corrections|revisions(/[0-9]+)?))?' +
    '|/sources/[^/.]+(/articles)?' +
    `|/(${tags})/[^/.]+(/(articles|quotes|together))?)?)$`,
);
const pagePaths = new RegExp(
  `^/((${tags}|sources)(/[^/.]+)?|articles/[^/.]+(/versions)?|quotes|docs|problems(/[^/.]+)?)?$`,
);
const filePaths =
  /^\/(assets\/[^/]+|sitemaps\/[^/]+\.xml|docs\/[^/]+\.js|openapi\.json|robots\.txt|llms\.txt|(news-)?sitemap\.xml|\.well-known\/api-catalog)$/;

/**
 * Maps an address of the server to a file. Returns undefined for addresses that need a server: searches,
 * filters, streams. Files of API responses end in `.json`, pages are folders with an `index.html`, and further
 * pages of a list have their number before the suffix. Slugs contain no dots, so names cannot collide.
 */
// /v1/people?limit=100 → v1/people.json, page 2 of it → v1/people.2.json, /people/ann-lee → people/ann-lee/index.html
export function staticAddress(address: string, place: Place): StaticAddress | undefined {
  const number = numberOf(address, place);
  const { pathname, searchParams, hash } = new URL(address, place.origin);
  if (number === undefined && [...searchParams.keys()].some((name) => !paging.has(name))) return undefined;
  const found = staticFile(withSlug(pathname), number ?? 1, place.formats);
  return found && { file: found.file, href: found.href + hash };
}

const printedPath = new RegExp(`^/(${newsroomTagTypes.map((type) => tagPlurals[type]).join('|')})/([^/]+)$`);

/** Returns the path of a page with the slug of a keyword, section or author that is named as printed. */
// /keywords/Open%20Data → /keywords/open-data
function withSlug(pathname: string): string {
  const [, kind, printed = ''] = printedPath.exec(pathname) ?? [];
  return kind === undefined ? pathname : `/${kind}/${wordSlug(decodeURIComponent(printed))}`;
}

/** Returns the page number of an address in the current list; undefined for any other address. */
function numberOf(address: string, { self, next, previous, number }: Place): number | undefined {
  if (address === self) return number;
  if (address === next) return number + 1;
  return address === previous ? number - 1 : undefined;
}

/** Returns the file for a page of a path, numbered from 1. */
export function staticFile(
  pathname: string,
  number: number,
  formats: Place['formats'],
): StaticAddress | undefined {
  const dot = pathname.lastIndexOf('.');
  const [path, suffix] = dot < 0 ? [pathname, 'json'] : [pathname.slice(0, dot), pathname.slice(dot + 1)];
  const nth = number > 1 ? `.${number}` : '';
  if (pagePaths.test(pathname)) {
    const folder = pathname === '/' ? '' : `${pathname.slice(1)}/`;
    const { file, href } = at(`${folder}index${nth}.html`);
    return number > 1 ? { file, href } : { file, href: `/${folder}` };
  }
  if (apiPaths.test(path) && (suffix === 'json' || formats.has(suffix))) {
    return at(`${path.slice(1)}${nth}.${suffix}`);
  }
  return filePaths.test(pathname) && number === 1 ? at(pathname.slice(1)) : undefined;
}

function at(file: string): StaticAddress {
  return { file: decodeURIComponent(file), href: `/${file}` };
}
