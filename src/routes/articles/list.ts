import { z } from 'zod';
import type { ArticleQuery, Window } from '../../archive/queries.ts';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { JoinedPage, Page, Rendered } from '../../archive/results.ts';
import { type Call, type Operation, operation, type Result } from '../../http/operation.ts';
import type { Format } from '../../http/request/format.ts';
import { canonicalQuery } from '../../http/request/parameters.ts';
import { Article, ArticleCard } from '../../model/article.ts';
import type { TagName } from '../../model/query.ts';
import { FEW } from '../../model/relaxed-search.ts';
import { listFormats } from '../../publishing/formats.ts';
import { echoOf } from '../request/echo.ts';
import { countOf } from '../response/count.ts';
import { inFormats } from '../response/in-formats.ts';
import { listOf, listResult, needsSearch, windowOf } from '../response/list.ts';
import { publishedList } from '../response/published.ts';
import { SearchSuggestion, suggestionFor } from '../response/suggestion.ts';
import { articleWarnings, tagWarnings } from '../response/warnings.ts';
import { wholePage } from '../response/whole-page.ts';
import { Facets, newestOnly } from './facets.ts';
import { Highlight, withHighlights } from './highlights.ts';
import { ArticleParameters } from './parameters.ts';
import {
  mayRelax,
  Relaxed,
  type RequestedList,
  readList,
  relaxedList,
  withoutDefaultSort,
} from './relaxed.ts';
import { shaped, shapeOf } from './shape.ts';

/** A card in a list. `fields` removes fields, `include` adds some. */
const ArticleInList = ArticleCard.extend(Article.pick({ body: true, mentions: true, quotes: true }).shape)
  .extend({
    highlights: z
      .array(Highlight)
      .meta({ description: 'With `highlight`: fragments with the matches of `q`.' }),
  })
  .partial()
  .required({ id: true })
  .meta({
    id: 'ArticleInList',
    description:
      'An article of a list: a card, with the fields that `fields` selects and those that `include` and `highlight` add.',
  });

const Ranked = countOf('Number of articles that were ranked.', newestOnly, 10000).meta({
  id: 'Ranked',
  description: 'With `sort=relevance`: number of articles that were ranked.',
});

const List = listOf(ArticleInList, echoOf(ArticleParameters));
export const ArticleList = List.extend({
  facets: Facets.optional(),
  meta: List.shape.meta
    .extend({
      relaxed: Relaxed.optional(),
      suggestion: SearchSuggestion.optional(),
      ranked: Ranked.optional(),
    })
    .meta({ description: 'The parsed request.' }),
}).meta({
  id: 'ArticleList',
  description: 'A page of a list of articles.',
});

export const listedArticles = {
  parameters: ArticleParameters,
  ...inFormats(listFormats),
  response: ArticleList,
  isLong: isLongList,
  canonical: withoutDefaultSort,
} satisfies Partial<Operation> & { canonical: typeof withoutDefaultSort };

const listed = { ...listedArticles, group: 'Articles' } as const;

/** `GET /v1/articles` */
export const listArticles: Operation = operation({
  ...listed,
  lifetime: 'list',
  problems: ['invalid-cursor'],
  id: 'listArticles',
  summary: 'List and search articles',
  description:
    'Articles by full text, tags, source, language and time, newest first by default. Without parameters: all articles.',
  respond: (call) => articlesResult(call),
});

/** `POST /v1/articles/search`: for filters that do not fit in a URL. */
export const searchArticles: Operation = operation({
  ...listed,
  problems: ['invalid-cursor', 'invalid-body', 'body-too-large', 'unsupported-media-type'],
  id: 'searchArticles',
  summary: 'Search articles with a JSON body',
  description:
    'The same parameters and response as `GET /v1/articles`, for filters that do not fit into a URL.',
  takesBody: true,
  lifetime: 'now',
  respond: (call) =>
    articlesResult({
      ...call,
      // Clients follow links with GET, so links lead to the list with the same parameters.
      address: (changes) =>
        `${call.base}/v1/articles${call.publication ? `.${call.publication.format.suffix}` : ''}${canonicalQuery(ArticleParameters, { ...call.parameters, ...changes })}`,
    }),
});

/** True if a list needs whole articles: its format does, or its fields. */
function isLongList(parameters: Pick<ArticleParameters, 'fields' | 'include'>, format?: Format): boolean {
  return format !== undefined || shapeOf(parameters).form === 'full';
}

/** A tag that all articles of a list have, and the name of the list. */
interface Scope {
  tag: TagName;
  name: string;
}

/** Returns a page of articles; all have the tag of `scope`. */
export async function articlesResult(call: Call<ArticleParameters>, scope?: Scope): Promise<Result> {
  const { archive, parameters, publication } = call;
  checkNeedsSearch(parameters);
  const { q, facets, cursor } = parameters;
  const strict = readList(parameters, scope?.tag);
  const isRelaxable = mayRelax(parameters, publication === undefined);
  const listFor = (carried: string | undefined): RequestedList | undefined => {
    if (carried === undefined) return strict;
    return isRelaxable ? relaxedList(strict, parameters, scope?.tag, carried) : undefined;
  };
  const { carried, ...window } = await windowOf(call, (text) => listFor(text)?.list);
  let list = listFor(carried) ?? strict;
  if (publication) {
    const query = { filter: list.filter, sort: list.sort, ...window };
    return publishedList(call, publication, query, { title: titleOf(list), binding: list.list, scope });
  }
  let page = await pageOf(archive, list, window, parameters);
  const isFew = cursor === undefined && q !== undefined && articlesOn(page) < FEW;
  if (isFew && isRelaxable) {
    const relaxation = await archive.relaxed(list.filter);
    const relaxed = relaxation && listFor(JSON.stringify(relaxation));
    if (relaxed) page = await pageOf(archive, relaxed, window, parameters);
    list = relaxed ?? list;
  }
  const { filter, relaxed } = list;
  const suggestion =
    filter.search && q !== undefined && isFew && !relaxed
      ? suggestionFor(q, await archive.suggest(filter.search))
      : undefined;
  return listResult(call, page, {
    query: { ...list.echo, sort: list.sort },
    words: `${titleOf(list)}.${relaxed ? ` Fewer than ${FEW} articles match “${relaxed.from}”.` : ''}`,
    warnings: [
      ...(filter.tags ? tagWarnings(await archive.unknownTags(filter)) : []),
      ...(filter.ids ? articleWarnings(await unknownArticles(archive, filter.ids)) : []),
    ],
    binding: list.list,
    carried: list.carried,
    meta: {
      ...(relaxed && { relaxed }),
      ...(suggestion && { suggestion }),
      ...(page.ranked && { ranked: page.ranked }),
    },
    ...(facets && {
      beside: await archive.facets(
        filter,
        [...new Set(facets)],
        parameters['facet-limit'] ?? 10,
        parameters.tz,
      ),
    }),
  });
}

/** Throws an `invalid-parameter` Problem for parameters that mean nothing without a search. */
function checkNeedsSearch({ q, sort, highlight }: ArticleParameters): void {
  if (q !== undefined) return;
  if (sort === 'relevance') {
    throw needsSearch('sort', sort, 'without a search there is nothing to rank', [
      'newest',
      'oldest',
      'updated',
    ]);
  }
  if (highlight === 'true') {
    throw needsSearch('highlight', highlight, 'without a search there is nothing to highlight', ['false']);
  }
}

function titleOf({ words, sort }: RequestedList): string {
  return `Articles${words}, ${sortWords[sort]}`;
}

/** Returns a page of a list. */
async function pageOf(
  archive: ArchiveReads,
  { filter, sort }: RequestedList,
  window: Window,
  parameters: ArticleParameters,
): Promise<Page | JoinedPage> {
  const query = { filter, sort, ...window };
  const shape = shapeOf(parameters);
  const isCard = shape.form === 'card' && !shape.keep && parameters.highlight !== 'true';
  return isCard ? archive.joinedCards(query) : articlesInShape(archive, query, parameters);
}

/** Returns the number of articles that a first page shows that its list has, which may have more. */
function articlesOn(page: Page | JoinedPage): number {
  const shown = 'json' in page ? page.count : page.items.length;
  return page.total?.value ?? shown + (page.next ? 1 : 0);
}

/** Returns those of these ids and slugs that no article has or had, each once. */
async function unknownArticles(archive: ArchiveReads, references: string[]): Promise<string[]> {
  const known = await archive.knownArticles(references);
  return [...new Set(references.filter((_, index) => !known[index]))];
}

/** Returns a page of articles with fields other than those of cards. Slow, because it parses each article. */
async function articlesInShape(
  archive: ArchiveReads,
  query: Omit<ArticleQuery, 'form'>,
  parameters: ArticleParameters,
): Promise<Page> {
  const shape = shapeOf(parameters);
  const { search } = query.filter;
  const write = async (articles: Rendered[]) => {
    const items = await shaped(articles, shape);
    return search && parameters.highlight === 'true' ? withHighlights(archive, search, items) : items;
  };
  // An article that is sent as it is stored has the size that the archive counts.
  if (shape.form === 'full' && shape.keep) {
    const page = await wholePage(archive, { ...query, form: 'full' }, async (articles) =>
      (await write(articles)).map((text) => ({ text })),
    );
    return { ...page, items: page.items.map(({ text }) => text) };
  }
  const page = await archive.articles({ ...query, form: shape.form });
  return { ...page, items: await write(page.items) };
}

const sortWords = {
  newest: 'newest first',
  oldest: 'oldest first',
  relevance: 'best match first',
  updated: 'latest change first',
};
