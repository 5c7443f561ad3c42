import type { ArchiveReads } from '../../archive/reads.ts';
import type { Page, Rendered } from '../../archive/results.ts';
import { handleOthers } from '../../http/handle-others.ts';
import type { Call, Publication, Result } from '../../http/operation.ts';
import { Article } from '../../model/article.ts';
import type { TagName } from '../../model/query.ts';
import { QuoteEntry } from '../../model/quote-entry.ts';
import type { TagId } from '../../model/tag.ts';
import { TagSummary } from '../../model/tag-summary.ts';
import { articleFormats, listFormats } from '../../publishing/formats.ts';
import type { KnownTags, PublishedList } from '../../publishing/published.ts';
import { quoteFormats } from '../../publishing/quote-formats.ts';
import type { ArticleParameters } from '../articles/parameters.ts';
import { type Shape, shaped, shapeOfWhole } from '../articles/shape.ts';
import { mapInTurns } from './in-turns.ts';
import { type Paged, pagesOf } from './list.ts';
import { readerPage } from './reader-page.ts';

interface About {
  /** The query in words: `Articles with the tag person/josep-borrell, newest first`. */
  title: string;
  binding: string;
  scope?: { tag: TagName; name: string } | undefined;
}

/** Returns a page of articles in the requested format. The articles are whole. */
export async function publishedList(
  call: Call<ArticleParameters>,
  publication: Publication,
  page: Page,
  { title, binding, scope }: About,
): Promise<Result> {
  const { parameters } = call;
  const { links } = await pagesOf(call, page, binding);
  const html = readerPage(parameters, scope?.tag);
  const body = await writeList(call.archive, publication, page.items, {
    title: html === '/' ? 'All articles' : scope && !html.includes('?') ? scope.name : title,
    links: { ...links, previous: links.prev, html: publication.origin + html },
    shape: shapeOfWhole(parameters),
    fields: parameters.fields,
    withBody: parameters.include?.includes('body') ?? false,
  });
  return { body, links, total: page.total };
}

/** Returns the articles related to another in the requested format. The articles are whole. */
export async function publishedRelated(
  archive: ArchiveReads,
  publication: Publication,
  articles: Rendered[],
  { headline, slug, self }: { headline: string; slug: string; self: string },
): Promise<Result> {
  const html = `${publication.origin}/articles/${encodeURIComponent(slug)}`;
  const body = await writeList(archive, publication, articles, {
    title: `Related to: ${headline}`,
    links: { self, first: self, next: null, previous: null, html },
    withBody: false,
  });
  return { body, links: { self } };
}

type Written = Pick<PublishedList, 'title' | 'links' | 'fields' | 'withBody'> & { shape?: Shape };

async function writeList(
  archive: ArchiveReads,
  { format, origin, hub }: Publication,
  items: Rendered[],
  { shape = { form: 'full' }, ...list }: Written,
): Promise<string> {
  const writer = listFormats.find(({ suffix }) => suffix === format.suffix);
  if (!writer) throw new TypeError(`no writer for lists as ${format.suffix}`);
  if ('join' in writer) return writer.join(await shaped(items, shape));
  const write = await writer.load();
  await handleOthers();
  const articles = await mapInTurns(items, (item) => Article.parse(JSON.parse(item)));
  const known = writer.describesTags ? await knownTags(archive, articles) : new Map();
  return write({ ...list, articles, hub }, { name: siteName, origin }, known);
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
  return { body: write(article, site, await knownTags(archive, [article])), links, ...headers };
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

/** Returns the archive's details of the tags of these articles. */
async function knownTags(archive: ArchiveReads, articles: Article[]): Promise<KnownTags> {
  const known = new Map<TagId, TagSummary>();
  for (const { id, type, slug } of articles.flatMap(({ tags }) => tags)) {
    if (known.has(id)) continue;
    if (known.size % tagsPerTurn === 0) await handleOthers();
    const found = await archive.tag(type, slug);
    if (found.kind === 'found') known.set(id, TagSummary.parse(JSON.parse(found.value)));
  }
  return known;
}
