import { type ArticleQuery, fullPageBytes } from '../../archive/queries.ts';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Page, Rendered } from '../../archive/results.ts';
import { handleOthers } from '../../http/handle-others.ts';
import type { Call, Publication, Result } from '../../http/operation.ts';
import { Article, type ArticleTag } from '../../model/article.ts';
import type { TagName } from '../../model/query.ts';
import { QuoteEntry } from '../../model/quote-entry.ts';
import type { TagId } from '../../model/tag.ts';
import { TagSummary } from '../../model/tag-summary.ts';
import { articleFormats, listFormats } from '../../publishing/formats.ts';
import type { Selection } from '../../publishing/published.ts';
import { quoteFormats } from '../../publishing/quote-formats.ts';
import type { ArticleParameters } from '../articles/parameters.ts';
import { type Shape, shaped, shapeOfWhole } from '../articles/shape.ts';
import { mapInTurns } from './in-turns.ts';
import { type Paged, pagesOf } from './list.ts';
import { readerPage } from './reader-page.ts';
import { wholePage } from './whole-page.ts';
import { withdrawnEntries } from './withdrawn-entries.ts';

interface About {
  /** The query in words: `Articles with the tag person/josep-borrell, newest first`. */
  title: string;
  binding: string;
  scope?: { tag: TagName; name: string } | undefined;
}

/** Returns a page of articles in the requested format. */
export async function publishedList(
  call: Call<ArticleParameters>,
  publication: Publication,
  query: Omit<ArticleQuery, 'form'>,
  { title, binding, scope }: About,
): Promise<Result> {
  const { parameters, archive } = call;
  const withBody = parameters.include?.includes('body') ?? false;
  const writer = await listWriter(archive, publication, shapeOfWhole(parameters), {
    fields: parameters.fields,
    withBody,
  });
  const page = await wholePage(archive, { ...query, form: writer.form }, writer.items);
  const { links } = await pagesOf(call, page, binding);
  const html = readerPage(parameters, scope?.tag);
  const isFirst = query.position === undefined;
  const body = writer.list(page.items, {
    title: html === '/' ? 'All articles' : scope && !html.includes('?') ? scope.name : title,
    links: { ...links, previous: links.prev, html: publication.origin + html },
    hub: publication.hub,
    ...(isFirst && { withdrawn: await withdrawnEntries(archive, query.filter) }),
  });
  return { body, links, total: page.total };
}

/** Returns the articles related to another in the requested format, at most `fullPageBytes` of them. */
export async function publishedRelated(
  archive: ArchiveReads,
  publication: Publication,
  ids: string[],
  { headline, slug, self }: { headline: string; slug: string; self: string },
): Promise<Result> {
  const html = `${publication.origin}/articles/${encodeURIComponent(slug)}`;
  const writer = await listWriter(archive, publication, { form: 'full' }, { withBody: false });
  const items: { text: string }[] = [];
  let bytes = 0;
  for (const id of ids) {
    const found = await archive.article(id);
    if (found.kind !== 'found') continue;
    const written = await writer.items([found.value]);
    bytes += written.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    if (bytes > fullPageBytes && items.length > 0) break;
    items.push(...written);
    await handleOthers();
  }
  const body = writer.list(items, {
    title: `Related to: ${headline}`,
    links: { self, first: self, next: null, previous: null, html },
    hub: publication.hub,
  });
  return { body, links: { self } };
}

/** Returns the writer of a format. Its articles are rendered, and whole. */
async function listWriter(
  archive: ArchiveReads,
  { format, origin }: Publication,
  shape: Shape,
  selection: Selection,
) {
  const found = listFormats.find(({ suffix }) => suffix === format.suffix);
  if (!found) throw new TypeError(`no writer for lists as ${format.suffix}`);
  if ('lines' in found) {
    return {
      form: 'full' as const,
      items: async (articles: Rendered[]) =>
        (await shaped(articles, shape)).map((article) => ({ text: `${article}\n` })),
      list: (items: { text: string }[]) => items.map(({ text }) => text).join(''),
    };
  }
  const create = await found.load();
  await handleOthers();
  const known = new Map<TagId, TagSummary>();
  const writer = create({ name: siteName, origin }, known, selection);
  const parse = (item: Rendered): Article => JSON.parse(item);
  const needsCards = found.writesCards && !selection.withBody && !selection.fields?.includes('body');
  return {
    form: needsCards ? ('card' as const) : ('full' as const),
    async items(articles: Rendered[]) {
      if (found.describesTags) {
        await readTags(archive, await mapInTurns(articles, (item) => parse(item).tags), known);
      }
      return mapInTurns(articles, (item) => writer.item(parse(item)));
    },
    list: writer.list,
  };
}

/** Returns an article in the requested format. `links` are for the Link header. */
export async function publishedArticle(
  archive: ArchiveReads,
  { format, origin }: Publication,
  rendered: Rendered,
  links: Record<string, string | null>,
): Promise<Result> {
  const writer = articleFormats.find(({ suffix }) => suffix === format.suffix);
  if (!writer) throw new TypeError(`no writer for articles as ${format.suffix}`);
  const write = await writer.load();
  const article = Article.parse(JSON.parse(rendered));
  const site = { name: siteName, origin };
  const headers = format.suffix === 'html' && { headers: { 'content-security-policy': pagePolicy } };
  const known = new Map<TagId, TagSummary>();
  await readTags(archive, [article.tags], known);
  return { body: write(article, site, known), links, ...headers };
}

/** Content Security Policy of an article as HTML: pictures of any origin, no scripts. */
const pagePolicy = "default-src 'none'; img-src http: https:; frame-ancestors 'none'";

/** Returns a page of quotes in the requested format. */
export async function publishedQuotes(
  call: Call<Paged>,
  { format, origin }: Publication,
  page: Page,
  binding: string,
): Promise<Result> {
  const { links } = await pagesOf(call, page, binding);
  const common = { links, total: page.total };
  const writer = quoteFormats.find(({ suffix }) => suffix === format.suffix);
  if (!writer) throw new TypeError(`no writer for quotes as ${format.suffix}`);
  if ('join' in writer) return { ...common, body: writer.join(page.items) };
  const write = await writer.load();
  const quotes = page.items.map((item) => QuoteEntry.parse(JSON.parse(item)));
  return { ...common, body: write(quotes, { name: siteName, origin }) };
}

export const siteName = 'Dateline';

/** Number of tags that are read before other requests are handled. */
const tagsPerTurn = 100;

/** Reads the archive's details of the tags of articles that are not `known` yet. */
async function readTags(
  archive: ArchiveReads,
  tags: ArticleTag[][],
  known: Map<TagId, TagSummary>,
): Promise<void> {
  let read = 0;
  for (const { id, type, slug } of tags.flat()) {
    if (known.has(id)) continue;
    if (read % tagsPerTurn === 0) await handleOthers();
    read += 1;
    const found = await archive.tag(type, slug);
    if (found.kind === 'found') known.set(id, TagSummary.parse(JSON.parse(found.value)));
  }
}
