import type { z } from 'zod';
import { Article, ArticleCard } from '../news/article.ts';
import type { TagName } from '../news/query.ts';
import { readArticleFilter } from './article-filter.ts';
import { ArticleParameters } from './article-parameters.ts';
import { shaped, shapeOf } from './article-shape.ts';
import { canonicalQuery } from './canonical-query.ts';
import { echoOf } from './echo.ts';
import { listAnswer, listOf, requireSearch, windowOf } from './list.ts';
import { type Answer, type Call, type Operation, operation } from './operation.ts';
import { tagWarnings } from './warnings.ts';

/** A card in a list; `fields` may leave fields out and `include` add some. */
const ArticleInList = ArticleCard.extend(Article.pick({ body: true, mentions: true, quotes: true }).shape)
  .partial()
  .required({ id: true })
  .meta({
    id: 'ArticleInList',
    description: 'An article of a list: a card, with fewer fields (`fields`) or more (`include`) when asked.',
  });

export const ArticleList = listOf(ArticleInList, echoOf(ArticleParameters)).meta({
  id: 'ArticleList',
  description: 'A page of a list of articles.',
});

const listed = {
  group: 'Articles',
  parameters: ArticleParameters,
  produces: ['application/json'],
  answers: ArticleList,
} satisfies Partial<Operation>;

/** `GET /v1/articles` */
export const listArticles: Operation = operation({
  ...listed,
  lifetime: 'list',
  problems: ['invalid-cursor'],
  id: 'listArticles',
  summary: 'List and search articles',
  description:
    'Articles by full text, tags, source, language and time, newest first unless asked otherwise. Without parameters: all of them.',
  respond: (call) => articlesAnswer(call),
});

/** `POST /v1/articles/search`: for filters that do not fit into a URL. */
export const searchArticles: Operation = operation({
  ...listed,
  problems: ['invalid-cursor', 'invalid-body', 'body-too-large', 'unsupported-media-type'],
  id: 'searchArticles',
  summary: 'Search articles with a JSON body',
  description:
    'The same parameters and the same answer as `GET /v1/articles`, for filters that do not fit into a URL.',
  takesBody: true,
  lifetime: 'now',
  respond: (call) =>
    articlesAnswer({
      ...call,
      // Links are followed with GET: they lead to the list that takes the same parameters.
      address: (changes) =>
        `${call.base}/v1/articles${canonicalQuery(ArticleParameters, { ...call.parameters, ...changes })}`,
    }),
});

/** A page of articles; `scope` is a tag that all of them carry. */
export async function articlesAnswer(
  call: Call<z.output<typeof ArticleParameters>>,
  scope?: TagName,
): Promise<Answer> {
  const { archive, parameters } = call;
  const { sort, q } = parameters;
  requireSearch(sort, q);
  const { filter, words, binding, echo } = readArticleFilter(parameters, scope);
  const list = `articles ${sort} ${binding}`;
  const shape = shapeOf(parameters);
  const page = await archive.articles({ filter, sort, form: shape.form, ...(await windowOf(call, list)) });
  return listAnswer(
    call,
    { ...page, items: shaped(page.items, shape) },
    {
      query: echo,
      words: `Articles${words}, ${sortWords[sort]}.`,
      warnings: filter.tags ? tagWarnings(await archive.unknownTags(filter)) : [],
      binding: list,
    },
  );
}

const sortWords = { newest: 'newest first', oldest: 'oldest first', relevance: 'best match first' };
