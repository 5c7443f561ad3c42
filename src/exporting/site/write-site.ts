import { rewritten } from './rewrite.ts';
import type { SiteFolder } from './site-folder.ts';
import { staticFile } from './static-address.ts';

/** What the server answers to a GET. */
export interface SiteAnswer {
  status: number;
  mediaType: string;
  body: Buffer;
  /** The addresses of the pages beside this one of a list. */
  next: string | undefined;
  previous: string | undefined;
}

/** What a site is made from. */
export interface SiteSource {
  /** Asks the server for an address, in JSON where it has several forms, or as a page. */
  ask(address: string, as: 'json' | 'page'): Promise<SiteAnswer>;
  /** Before every absolute address. */
  origin: string;
  /** Formats of lists and of articles, by suffix. */
  listFormats: string[];
  articleFormats: string[];
  /** The files that pages load. */
  assets: string[];
  /** Breaks the writing off between two files. */
  signal: AbortSignal;
}

const types = ['people', 'topics', 'organizations', 'places'];
const single = [
  ...['/openapi.json', '/docs/start.js', '/docs/scalar.js', '/robots.txt', '/llms.txt'],
  ...['/news-sitemap.xml', '/.well-known/api-catalog'],
];
/** As many items a page as the API gives. */
const limit = '?limit=100';

/**
 * The story of a site: what the server answers is written as files, with addresses that lead to files, list by list and
 * item by item, so that memory does not grow with the archive. A second run touches only what differs, and takes away
 * what is gone.
 */
export async function writeSite(source: SiteSource, folder: SiteFolder): Promise<void> {
  const { origin, assets, signal } = source;
  const formats = new Set([...source.listFormats, ...source.articleFormats]);

  /** The file of an address as one or the other. */
  const own = (address: string, as: 'json' | 'page', number: number) => {
    const { pathname } = new URL(address, origin);
    const isAnswer = as === 'json' && !/\.\w+$|^\/\.well-known/.test(pathname);
    return staticFile(isAnswer ? `${pathname}.json` : pathname, number, formats)?.file;
  };
  /**
   * Writes an answer and gives it; undefined where there is none (any more). What an article has before and after it
   * are no further pages of it: only with a number is it a page of a list.
   */
  const write = async (
    address: string,
    as: 'json' | 'page',
    number?: number,
  ): Promise<SiteAnswer | undefined> => {
    signal.throwIfAborted();
    const answer = await source.ask(address, as);
    if (answer.status !== 200) return undefined;
    const beside = number === undefined ? { next: undefined, previous: undefined } : answer;
    const { next, previous } = beside;
    const place = { origin, formats, number: number ?? 1, self: address, next, previous };
    const file = own(address, as, number ?? 1);
    if (file === undefined) throw new Error(`${address} has no place in a site`);
    await folder.put(file, rewritten(answer.body, answer.mediaType, place));
    return answer;
  };

  /** Writes all pages of a list and gives them; what former, longer lists left is taken away. */
  async function* writeList(address: string, as: 'json' | 'page') {
    let at: string | undefined = address;
    let number = 1;
    for (; at !== undefined; number += 1) {
      const answer = await write(at, as, number);
      if (answer === undefined) break;
      yield answer;
      at = answer.next;
    }
    for (; folder.existed && number > 1; number += 1) {
      const file = own(address, as, number);
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

  const writeArticle = async (slug: string): Promise<void> => {
    const answer = `/v1/articles/${slug}`;
    for (const part of ['', '/quotes', '/mentions', '/related', '/versions', '/corrections']) {
      await write(answer + part, 'json');
    }
    for (const suffix of source.articleFormats) await write(`${answer}.${suffix}`, 'json');
    await write(`/articles/${slug}`, 'page');
    await write(`/articles/${slug}/versions`, 'page');
  };
  const writeTag = async (type: string, slug: string): Promise<void> => {
    const answer = `/v1/${type}/${slug}`;
    for (const part of ['', '/together']) await write(answer + part, 'json');
    for (const part of ['/articles', '/quotes']) await writeAll(answer + part + limit, 'json');
    await writeFeeds(`${answer}/articles`);
    await writeAll(`/${type}/${slug}`, 'page');
  };
  /** Takes away the files of items that the archive has no more, or under another name. */
  const sweep = async (type: string): Promise<void> => {
    if (!folder.existed) return;
    for await (const slug of folder.names(type)) {
      if (slug.includes('.') || (await source.ask(`/v1/${type}/${slug}`, 'json')).status === 200) continue;
      await folder.remove(`${type}/${slug}`);
      await folder.remove(`v1/${type}/${slug}`);
      for (const suffix of ['json', ...source.articleFormats]) {
        if (await folder.has(`v1/${type}/${slug}.${suffix}`))
          await folder.remove(`v1/${type}/${slug}.${suffix}`);
      }
    }
  };

  for (const address of [...assets, ...single, '/v1', '/v1/sources']) await write(address, 'json');
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
  for (const list of ['/v1/quotes', '/v1/tags']) await writeAll(list + limit, 'json');
  for await (const { body } of writeList(`/v1/articles${limit}`, 'json')) {
    for (const slug of slugsOf(body)) await writeArticle(slug);
  }
  await writeFeeds('/v1/articles');
  await sweep('articles');
  for (const type of types) {
    await writeAll(`/${type}`, 'page');
    for await (const { body } of writeList(`/v1/${type}${limit}`, 'json')) {
      for (const slug of slugsOf(body)) await writeTag(type, slug);
    }
    await sweep(type);
  }
}

function slugsOf(list: Buffer): string[] {
  const { data }: { data: { slug: string }[] } = JSON.parse(list.toString());
  return data.map(({ slug }) => slug);
}
