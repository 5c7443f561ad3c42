import { type TagType, tagPlurals } from '../../model/tag.ts';
import { rewriteAddresses } from './rewrite-addresses.ts';
import type { SiteFolder } from './site-folder.ts';
import { staticFile } from './static-address.ts';

export interface SiteResponse {
  status: number;
  mediaType: string;
  body: Buffer;
  /** Addresses of the next and previous pages of a list. */
  next: string | undefined;
  previous: string | undefined;
}

export interface SiteTag {
  type: TagType;
  slug: string;
  formerSlugs: string[];
}

export interface SiteSource {
  /** Requests an address, as JSON if it has several forms, or as a page. */
  get(address: string, as: 'json' | 'page'): Promise<SiteResponse>;
  /** Origin of absolute addresses. */
  origin: string;
  /** Suffixes of formats of lists and of articles. */
  listFormats: string[];
  articleFormats: string[];
  /** All tags with the slugs that redirect to them: articles link to tags that no list has. */
  tags(): AsyncIterable<SiteTag>;
  /** Files that the pages load. */
  assets: string[];
  /** Stops the export between two files. */
  signal: AbortSignal;
}

const single = [
  ...['/openapi.json', '/docs/start.js', '/docs/scalar.js', '/robots.txt', '/llms.txt'],
  ...['/news-sitemap.xml', '/.well-known/api-catalog'],
];
/** Maximum page size of the API. */
const limit = '?limit=100';

/**
 * Writes the server's responses to files, with rewritten addresses, list by list and item by item. Memory does
 * not grow with the archive. A second run writes only files that changed and removes those of deleted items.
 */
export async function writeSite(source: SiteSource, folder: SiteFolder): Promise<void> {
  const { origin, assets, signal } = source;
  const formats = new Set([...source.listFormats, ...source.articleFormats]);

  const fileOf = (address: string, as: 'json' | 'page', number: number) => {
    const { pathname } = new URL(address, origin);
    const isApi = as === 'json' && !/\.\w+$|^\/\.well-known/.test(pathname);
    return staticFile(isApi ? `${pathname}.json` : pathname, number, formats)?.file;
  };
  /**
   * Writes a response and returns it; undefined if the status is not 200. An article's `next` and `previous`
   * are other articles, not pages, so they count only if a page number is given.
   */
  const write = async (
    address: string,
    as: 'json' | 'page',
    number?: number,
  ): Promise<SiteResponse | undefined> => {
    signal.throwIfAborted();
    const response = await source.get(address, as);
    if (response.status !== 200) return undefined;
    const neighbours = number === undefined ? { next: undefined, previous: undefined } : response;
    const { next, previous } = neighbours;
    const place = { origin, formats, number: number ?? 1, self: address, next, previous };
    const file = fileOf(address, as, number ?? 1);
    if (file === undefined) throw new Error(`no file for ${address} in a static site`);
    await folder.put(file, rewriteAddresses(response.body, response.mediaType, place));
    return response;
  };

  /** Writes and yields all pages of a list. Removes surplus pages of an earlier, longer list. */
  async function* writeList(address: string, as: 'json' | 'page') {
    let at: string | undefined = address;
    let number = 1;
    for (; at !== undefined; number += 1) {
      const response = await write(at, as, number);
      if (response === undefined) break;
      yield response;
      at = response.next;
    }
    for (; folder.existed && number > 1; number += 1) {
      const file = fileOf(address, as, number);
      if (file === undefined || !(await folder.has(file))) break;
      await folder.remove(file);
    }
  }
  const writeAll = async (address: string, as: 'json' | 'page'): Promise<void> => {
    for await (const _ of writeList(address, as));
  };
  const writeFeeds = async (list: string): Promise<void> => {
    for (const suffix of source.listFormats) await writeAll(`${list}.${suffix}${limit}`, 'json');
  };

  const writeListOf = async (list: string): Promise<void> => {
    await writeAll(list + limit, 'json');
    await writeFeeds(list);
  };
  const writeArticle = async (slug: string): Promise<void> => {
    const name = encodeURIComponent(slug);
    const path = `/v1/articles/${name}`;
    for (const part of ['', '/related', '/versions', '/corrections']) await write(path + part, 'json');
    const revisions = await write(`${path}/revisions`, 'json');
    for (const { revision } of revisions ? JSON.parse(revisions.body.toString()).data : []) {
      await write(`${path}/revisions/${revision}`, 'json');
    }
    for (const part of ['/quotes', '/mentions']) await writeAll(path + part, 'json');
    for (const suffix of source.articleFormats) await write(`${path}.${suffix}`, 'json');
    await write(`/articles/${name}`, 'page');
    await write(`/articles/${name}/versions`, 'page');
  };
  const writeTag = async (type: string, slug: string): Promise<void> => {
    const path = `/v1/${type}/${slug}`;
    for (const part of ['', '/together']) await write(path + part, 'json');
    await writeListOf(`${path}/articles`);
    await writeAll(`${path}/quotes${limit}`, 'json');
    await writeAll(`/${type}/${slug}`, 'page');
  };
  /** Writes a page that leads to the page of a tag: a file server cannot redirect. */
  const writeRedirect = async (type: string, former: string, slug: string): Promise<void> => {
    const page = staticFile(`/${type}/${encodeURIComponent(former)}`, 1, formats);
    if (page)
      await folder.put(page.file, Buffer.from(redirectPage(`/${type}/${encodeURIComponent(slug)}/`, origin)));
  };
  /** Removes the files of articles or tags that no longer exist or have another slug. */
  const removeGone = async (type: string): Promise<void> => {
    if (!folder.existed) return;
    for await (const slug of folder.names(type)) {
      if (slug.includes('.')) continue;
      const { status } = await source.get(`/v1/${type}/${encodeURIComponent(slug)}`, 'json');
      // A page that redirects has no JSON beside it, unless it was the page of a tag before.
      if (status === 200 || (status === 308 && !(await folder.has(`v1/${type}/${slug}.json`)))) continue;
      await folder.remove(`${type}/${slug}`);
      await folder.remove(`v1/${type}/${slug}`);
      for (const suffix of ['json', ...source.articleFormats]) {
        if (await folder.has(`v1/${type}/${slug}.${suffix}`))
          await folder.remove(`v1/${type}/${slug}.${suffix}`);
      }
    }
  };

  for (const address of [...assets, ...single, '/v1']) await write(address, 'json');
  const index = await write('/sitemap.xml', 'json');
  for (const [, file = ''] of String(index?.body).matchAll(/\/(sitemaps\/[\w-]+\.xml)</g)) {
    await write(`/${file}`, 'json');
  }
  const problems = await write('/problems', 'json');
  for (const { name } of problems ? JSON.parse(problems.body.toString()).data : []) {
    await write(`/problems/${name}`, 'page');
  }
  for (const page of ['/docs', '/problems']) await write(page, 'page');
  for (const page of ['/', '/quotes']) await writeAll(page, 'page');
  await writeAll('/sources', 'page');
  await removeGone('sources');
  for await (const { body } of writeList(`/v1/sources${limit}`, 'json')) {
    for (const slug of slugsOf(body)) {
      await write(`/v1/sources/${slug}`, 'json');
      await writeListOf(`/v1/sources/${slug}/articles`);
      await writeAll(`/sources/${slug}`, 'page');
    }
  }
  for (const list of ['/v1/quotes', '/v1/tags']) await writeAll(list + limit, 'json');
  for await (const { body } of writeList(`/v1/articles${limit}`, 'json')) {
    for (const slug of slugsOf(body)) await writeArticle(slug);
  }
  await writeFeeds('/v1/articles');
  await removeGone('articles');
  for (const type of Object.values(tagPlurals)) {
    await writeAll(`/${type}`, 'page');
    await writeAll(`/v1/${type}${limit}`, 'json');
    await removeGone(type);
  }
  for await (const { type, slug, formerSlugs } of source.tags()) {
    await writeTag(tagPlurals[type], slug);
    for (const former of formerSlugs) await writeRedirect(tagPlurals[type], former, slug);
  }
}

function redirectPage(path: string, origin: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Moved</title>
<link rel="canonical" href="${origin}${path}">
<meta http-equiv="refresh" content="0; url=${path}">
<a href="${path}">This page has moved.</a>
</html>
`;
}

function slugsOf(list: Buffer): string[] {
  const { data }: { data: { slug: string }[] } = JSON.parse(list.toString());
  return data.map(({ slug }) => slug);
}
