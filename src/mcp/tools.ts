import { z } from 'zod';
import { Article } from '../model/article.ts';
import { TagType, tagTypes } from '../model/tag.ts';
import { getArticle } from '../routes/articles/get.ts';
import { listArticles } from '../routes/articles/list.ts';
import { ArticleParameters } from '../routes/articles/parameters.ts';
import { quoteListParameters } from '../routes/quotes.ts';
import { listTags, tagListParameters } from '../routes/tags/list.ts';
import { tagResources } from '../routes/tags/tag-resources.ts';
import { articleItem } from './article-item.ts';
import { articleResult } from './article-result.ts';
import { callOperation, type OperationContext } from './call-operation.ts';
import { listResult } from './list-result.ts';
import { described, operators, paging, period, tagFilters } from './parameters.ts';
import { quoteItem } from './quote-item.ts';
import { personItem, tagItem } from './tag-item.ts';
import { timeline } from './timeline.ts';
import { type Tool, type ToolResult, tool } from './tool.ts';

const people = tagResources('person');

/** Smaller default than in the API: assistants read the whole result. */
const limit = { limit: ArticleParameters.shape.limit.unwrap().default(10) };

const person = z.string().max(200);
const personSlug = { type: 'string', description: 'Slug from list_people' };
const { topic, organization, place, source } = tagFilters;
const tagParameters = {
  q: { type: 'string', description: 'Beginning of any word of a name' },
  ...{ topic, organization, place, source },
  ...period,
  sort: { enum: ['articles', 'name', 'newest'], default: 'articles' },
  ...paging,
};

/** All tools for assistants. They only read. */
export const tools: Tool[] = [
  tool({
    name: 'search_articles',
    title: 'Search articles',
    description: `Find news articles by words, people, topics, places, outlet and time: the best matches of q first, else the newest. ${operators} An unknown slug is answered with similar ones. Further parameters of GET /v1/articles (has, url, updated-since, tz …) work, too.`,
    input: ArticleParameters.omit({ fields: true, include: true }).extend(limit),
    parameters: {
      q: { ...described.q, description: `${described.q.description}; or a question` },
      ...tagFilters,
      ...period,
      sort: { enum: ['relevance', 'newest', 'oldest'] },
      highlight: { type: 'boolean', description: 'Quote the passages that match q' },
      facets: {
        type: 'array',
        items: { enum: [...tagTypes, 'source', 'year'] },
        description: 'Count matches by these',
      },
      ...paging,
    },
    find(context, values) {
      const sort = values.sort ?? (values.q === undefined ? 'newest' : 'relevance');
      const route = { operation: listArticles, path: '/v1/articles' };
      return found(context, route, {}, { ...values, sort }, articleItem);
    },
  }),
  tool({
    name: 'get_article',
    title: 'Read an article',
    description:
      'The text of an article, its people and places, and its quotes with their speakers. A long text comes in parts; the answer says how to get the next one.',
    input: z.object({ article: z.string().max(500), from: z.int().min(0).default(0) }),
    parameters: {
      article: { type: 'string', description: 'Slug or id from search_articles or quotes_by' },
      from: { type: 'integer', description: 'Character to continue a long text at' },
    },
    required: ['article'],
    async find(context, { article, from }) {
      const route = { operation: getArticle, path: '/v1/articles/:article' };
      const { data } = One.parse(JSON.parse(await callOperation(context, route, { article }, {})));
      return articleResult(Article.parse(data), from);
    },
  }),
  tool({
    name: 'list_people',
    title: 'Find people',
    description: `People in the archive, with slug, description and counts; with filters, those in the matching articles. ${operators}`,
    input: z.object({ ...tagListParameters, ...limit }),
    parameters: tagParameters,
    find: (context, values) =>
      found(context, { operation: people.list, path: '/v1/people' }, {}, values, personItem),
  }),
  tool({
    name: 'list_tags',
    title: 'Find topics, keywords, sections, authors and other tags',
    description: `Tags in the archive, with slug and counts; with filters, those of the matching articles. Use the slugs in search_articles. ${operators}`,
    input: z.object({ type: TagType.optional(), ...tagListParameters, ...limit }),
    parameters: { type: { enum: [...tagTypes] }, person: described.person, ...tagParameters },
    find: (context, values) => found(context, { operation: listTags, path: '/v1/tags' }, {}, values, tagItem),
  }),
  tool({
    name: 'get_person',
    title: 'Read about a person',
    description: 'Names, offices, counts of articles and quotes, first and last appearance.',
    input: z.object({ person }),
    parameters: { person: personSlug },
    required: ['person'],
    async find(context, { person: slug }) {
      const route = { operation: people.one, path: '/v1/people/:slug' };
      const answer = One.parse(JSON.parse(await callOperation(context, route, { slug }, {})));
      const { data, text } = personItem(answer.data);
      return { data: { data }, text };
    },
  }),
  tool({
    name: 'quotes_by',
    title: 'Find what a person said',
    description: `Direct quotes of a person, newest first, each with its article. ${operators}`,
    input: z.object({ person, ...quoteListParameters, ...limit }),
    parameters: {
      person: personSlug,
      q: { type: 'string', description: 'Words in the quote' },
      ...{ topic, place, source },
      ...period,
      ...paging,
    },
    required: ['person'],
    find: (context, { person: slug, ...values }) =>
      found(
        context,
        { operation: people.quotes, path: '/v1/people/:slug/quotes' },
        { slug },
        values,
        quoteItem,
      ),
  }),
  timeline,
];

const One = z.object({ data: z.unknown() });

/** Returns a page of a list of the API, as much as fits into a result. */
function found<Values extends { limit: number }>(
  context: OperationContext,
  route: Parameters<typeof callOperation>[1],
  inPath: Record<string, string>,
  values: Values,
  itemOf: (item: unknown) => ToolResult,
): Promise<ToolResult> {
  return listResult(
    async (most) => JSON.parse(await callOperation(context, route, inPath, { ...values, limit: most })),
    values.limit,
    itemOf,
  );
}
