import type { Archive, Page, Rendered } from '../archive/archive.ts';
import { Article } from '../news/article.ts';
import type { TagName } from '../news/query.ts';
import { QuoteEntry } from '../news/quote-entry.ts';
import type { TagId } from '../news/tag.ts';
import { TagSummary } from '../news/tag-summary.ts';
import { articleFormats, listFormats } from '../publishing/formats.ts';
import type { KnownTags } from '../publishing/published.ts';
import { quoteFormats } from '../publishing/quote-formats.ts';
import type { ArticleParameters } from './article-parameters.ts';
import { shaped, shapeOfWhole } from './article-shape.ts';
import { type Paged, pagesAround } from './list.ts';
import type { Answer, Call, Publication } from './operation.ts';
import { readerPage } from './reader-page.ts';

/** What a list is, beside its articles. */
interface About {
  /** As it reads: `Articles with the tag person/josep-borrell, newest first`. */
  title: string;
  binding: string;
  scope?: { tag: TagName; name: string } | undefined;
}

/** A page of articles, given whole, in the format that was asked for. */
export async function publishedList(
  call: Call<ArticleParameters>,
  { format, origin, hub }: Publication,
  page: Page,
  { title, binding, scope }: About,
): Promise<Answer> {
  const { archive, parameters } = call;
  const { links } = await pagesAround(call, page, binding);
  const answer = { links, total: page.total };
  const writer = listFormats.find(({ suffix }) => suffix === format.suffix);
  if (!writer) throw new TypeError(`Nothing writes lists as ${format.suffix}.`);
  if ('join' in writer) return { ...answer, body: writer.join(shaped(page.items, shapeOfWhole(parameters))) };
  const articles = page.items.map((item) => Article.parse(JSON.parse(item)));
  const html = readerPage(parameters, scope?.tag);
  const list = {
    title: html === '/' ? 'All articles' : scope && !html.includes('?') ? scope.name : title,
    updatedAt: await archive.revisedAt(),
    articles,
    links: { ...links, previous: links.prev, html: origin + html },
    hub,
    fields: parameters.fields,
    withBody: parameters.include?.includes('body') ?? false,
  };
  const site = { name: siteName, origin };
  return { ...answer, body: writer.write(list, site, await knownTags(archive, articles)) };
}

/** An article in the format that was asked for. `links` are for the Link header. */
export async function publishedArticle(
  archive: Archive,
  { format, origin }: Publication,
  rendered: Rendered,
  links: Record<string, string | null>,
): Promise<Answer> {
  const writer = articleFormats.find(({ suffix }) => suffix === format.suffix);
  if (!writer) throw new TypeError(`Nothing writes articles as ${format.suffix}.`);
  const article = Article.parse(JSON.parse(rendered));
  const site = { name: siteName, origin };
  return { body: writer.write(article, site, await knownTags(archive, [article])), links };
}

/** A page of quotes in the format that was asked for. */
export async function publishedQuotes(
  call: Call<Paged>,
  { format, origin }: Publication,
  page: Page,
  binding: string,
): Promise<Answer> {
  const { links } = await pagesAround(call, page, binding);
  const answer = { links, total: page.total };
  const writer = quoteFormats.find(({ suffix }) => suffix === format.suffix);
  if (!writer) throw new TypeError(`Nothing writes quotes as ${format.suffix}.`);
  if ('join' in writer) return { ...answer, body: writer.join(page.items) };
  const quotes = page.items.map((item) => QuoteEntry.parse(JSON.parse(item)));
  return { ...answer, body: writer.write(quotes, { name: siteName, origin }) };
}

/** What the site is called where nothing else is known. */
export const siteName = 'Dateline';

/** What the archive knows of the tags in these articles. */
async function knownTags(archive: Archive, articles: Article[]): Promise<KnownTags> {
  const known = new Map<TagId, TagSummary>();
  for (const { id, type, slug } of articles.flatMap(({ tags }) => tags)) {
    if (known.has(id)) continue;
    const found = await archive.tag(type, slug);
    if (found.kind === 'found') known.set(id, TagSummary.parse(JSON.parse(found.value)));
  }
  return known;
}
