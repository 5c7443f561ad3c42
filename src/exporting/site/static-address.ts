/** Where a page stands among those that it leads to. */
export interface Place {
  /** Before every absolute address: `https://news.example.org`. */
  origin: string;
  /** Which page of its list it is, from 1. */
  number: number;
  /** Its address, and those of the pages beside it, as the server gives them. */
  self: string;
  next: string | undefined;
  previous: string | undefined;
  /** The suffixes of formats that are written, beside `json`. */
  formats: ReadonlySet<string>;
}

/** A file of the site, and the address that leads to it on a server of files. */
export interface StaticAddress {
  file: string;
  href: string;
}

/** Parameters that change how a list is cut into pages, not what is in it. */
const paging = new Set(['limit', 'count']);

const tags = 'people|topics|organizations|places';
const answers = new RegExp(
  `^(/problems(/[^/.]+)?|/v1(/(articles|quotes|tags|sources|${tags})` +
    '|/articles/[^/.]+(/(quotes|mentions|related|versions|corrections))?' +
    `|/(${tags})/[^/.]+(/(articles|quotes|together))?)?)$`,
);
const pages = new RegExp(
  `^/((${tags})(/[^/.]+)?|articles/[^/.]+(/versions)?|quotes|docs|problems(/[^/.]+)?)?$`,
);
const files =
  /^\/(assets\/[^/]+|sitemaps\/[^/]+\.xml|docs\/[^/]+\.js|openapi\.json|robots\.txt|llms\.txt|(news-)?sitemap\.xml|\.well-known\/api-catalog)$/;

/**
 * Where an address of the server is in a site of files; undefined for what only a server can answer: searches, filters,
 * streams. Answers of the API end in `.json`, pages are folders with an `index.html`, and further pages of a list have
 * their number before the suffix. Names of articles and tags hold no dots, so these never meet.
 */
// /v1/people?limit=100 → v1/people.json, page 2 of it → v1/people.2.json, /people/ann-lee → people/ann-lee/index.html
export function staticAddress(address: string, place: Place): StaticAddress | undefined {
  const number = numberOf(address, place);
  const { pathname, searchParams, hash } = new URL(address, place.origin);
  if (number === undefined && [...searchParams.keys()].some((name) => !paging.has(name))) return undefined;
  const found = staticFile(pathname, number ?? 1, place.formats);
  return found && { file: found.file, href: found.href + hash };
}

/** Which page of the list at hand an address is; undefined for any other address. */
function numberOf(address: string, { self, next, previous, number }: Place): number | undefined {
  if (address === self) return number;
  if (address === next) return number + 1;
  return address === previous ? number - 1 : undefined;
}

/** The file of a page of what is at a path, numbered from 1. */
export function staticFile(
  pathname: string,
  number: number,
  formats: Place['formats'],
): StaticAddress | undefined {
  const dot = pathname.lastIndexOf('.');
  const [path, suffix] = dot < 0 ? [pathname, 'json'] : [pathname.slice(0, dot), pathname.slice(dot + 1)];
  const nth = number > 1 ? `.${number}` : '';
  if (pages.test(pathname)) {
    const folder = pathname === '/' ? '' : `${pathname.slice(1)}/`;
    const { file, href } = at(`${folder}index${nth}.html`);
    return number > 1 ? { file, href } : { file, href: `/${folder}` };
  }
  if (answers.test(path) && (suffix === 'json' || formats.has(suffix))) {
    return at(`${path.slice(1)}${nth}.${suffix}`);
  }
  return files.test(pathname) && number === 1 ? at(pathname.slice(1)) : undefined;
}

function at(file: string): StaticAddress {
  return { file: decodeURIComponent(file), href: `/${file}` };
}
