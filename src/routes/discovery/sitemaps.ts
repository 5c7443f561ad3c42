import { setImmediate } from 'node:timers/promises';
import type { ArchiveReads } from '../../archive/reads.ts';
import { Problem } from '../../errors.ts';
import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { ArticleCard } from '../../model/article.ts';
import { instantOf } from '../../model/instant.ts';
import type { ArticleFilter, Position } from '../../model/query.ts';
import { tagPlurals } from '../../model/tag.ts';
import { pageOf, tagPageOf } from '../../publishing/addresses.ts';
import {
  type SitemapEntry,
  writeNewsSitemap,
  writeSitemap,
  writeSitemapIndex,
} from '../../publishing/sitemap.ts';
import { changedAt } from '../../publishing/times.ts';
import { siteName } from '../response/published.ts';
import { mostEntries, type SitemapFile, sitemapFile, sitemapFiles } from './sitemap-files.ts';

/** Maximum number of articles in a news sitemap, and their maximum age in seconds. */
const mostNews = 1000;
const newsAge = 2 * 24 * 3600;

/** Crawlers read sitemaps every few hours, so caches may keep them for one. */
const headers = { 'cache-control': 'public, max-age=3600' };

const common = {
  group: 'Service',
  parameters: noParameters,
  produces: ['application/xml'],
  response: null,
  absolute: true,
  lifetime: 'now',
} satisfies Partial<Operation>;

/** `GET /sitemap.xml` */
export const getSitemapIndex: Operation = operation({
  ...common,
  id: 'getSitemapIndex',
  lifetime: 'list',
  summary: 'List the sitemaps',
  description:
    'An index (sitemaps.org) of sitemaps with the web pages of all articles, people, topics, organizations and places. There is one file per month of articles, or per day or hour if a month has very many, and files of undated articles.',
  async respond({ archive, base }) {
    const months = await archive.months();
    const { articles } = await archive.summary();
    const undated = months.reduce((left, month) => left - month.articles, articles);
    const names = sitemapFiles(months, undated, await archive.lastTagNumber());
    const urls = (async function* () {
      yield { url: `${base}/sitemaps/pages.xml` };
      for (const name of names) yield { url: `${base}/sitemaps/${name}` };
    })();
    return { body: await whole(writeSitemapIndex(urls)), headers };
  },
});

/** `GET /sitemaps/:file` */
export const getSitemap: Operation = operation({
  ...common,
  id: 'getSitemap',
  hasEntityTag: true,
  summary: 'Read a sitemap',
  description: 'A file listed in `/sitemap.xml`: at most 50,000 pages with the time of their last change.',
  path: { file: { description: 'Name of the file in the index.', example: 'articles-2024-11.xml' } },
  problems: ['not-found'],
  isLong: () => true,
  async respond({ archive, base, path: { file = '' } }) {
    const site = { name: siteName, origin: base };
    if (file === 'pages.xml') return { body: await whole(writeSitemap(mainPages(base))), headers };
    const wanted = sitemapFile(file);
    const entries = wanted && atMost(mostEntries, entriesOf(archive, wanted, site));
    // The index lists no empty files, and a sitemap must not be empty.
    const first = await entries?.next();
    if (!entries || !first || first.done) {
      throw new Problem('not-found', `There is no sitemap ${JSON.stringify(file.slice(0, 100))}.`);
    }
    const all = (async function* () {
      yield first.value;
      yield* entries;
    })();
    return { body: await whole(writeSitemap(all)), headers };
  },
});

/** `GET /news-sitemap.xml` */
export const getNewsSitemap: Operation = operation({
  ...common,
  id: 'getNewsSitemap',
  lifetime: 'list',
  isLong: () => true,
  summary: 'Read the news sitemap',
  description:
    'The articles of the last two days, at most the newest 1,000, in the format of Google News: name and language of the publication, date and title.',
  async respond({ archive, base }) {
    const from = instantOf(Math.floor(Date.now() / 1000) - newsAge);
    const articles: ArticleCard[] = [];
    for await (const card of cards(archive, { from }, 'newest')) {
      articles.push(card);
      if (articles.length === mostNews) break;
    }
    return {
      body: await whole(writeNewsSitemap(articles, { name: siteName, origin: base })),
      headers: { 'cache-control': 'public, max-age=300' },
    };
  },
});

async function* mainPages(base: string): AsyncGenerator<SitemapEntry> {
  const lists = Object.values(tagPlurals).map((plural) => `/${plural}`);
  for (const path of ['/', ...lists, '/sources', '/quotes', '/docs']) {
    yield { url: base + path };
  }
}

async function* entriesOf(
  archive: ArchiveReads,
  file: SitemapFile,
  site: { name: string; origin: string },
): AsyncGenerator<SitemapEntry> {
  if (file.kind === 'undated') {
    let number = 0;
    for await (const card of cards(archive, {}, 'oldest')) {
      if (card.publishedAt !== null) return;
      number += 1;
      if (number > file.after) yield { url: pageOf(card, site), lastmod: changedAt(card) };
    }
    return;
  }
  if (file.kind === 'articles') {
    for await (const card of cards(archive, { from: file.from, before: file.before }, 'oldest')) {
      yield { url: pageOf(card, site), lastmod: changedAt(card) };
    }
    return;
  }
  for (let { after } = file; after < file.through; await setImmediate()) {
    const tags = await archive.tagAddresses(after, 1000);
    for (const tag of tags) {
      const { number, lastSeenAt } = tag;
      if (number <= file.through)
        yield { url: tagPageOf(tag, site), ...(lastSeenAt && { lastmod: lastSeenAt }) };
    }
    after = tags.at(-1)?.number ?? file.through;
  }
}

/** Yields the cards of a list, page by page, so that other requests are handled in between. */
async function* cards(
  archive: ArchiveReads,
  filter: ArticleFilter,
  sort: 'newest' | 'oldest',
): AsyncGenerator<ArticleCard> {
  let position: Position | undefined;
  do {
    const query = { filter, sort, form: 'card', limit: 100, count: 'none' } as const;
    const page = await archive.articles({ ...query, ...(position && { position }) });
    for (const item of page.items) yield ArticleCard.parse(JSON.parse(item));
    position = page.next;
    await setImmediate();
  } while (position);
}

async function* atMost<T>(most: number, items: AsyncIterable<T>): AsyncGenerator<T, undefined> {
  let given = 0;
  for await (const item of items) {
    yield item;
    given += 1;
    if (given === most) return;
  }
}

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
