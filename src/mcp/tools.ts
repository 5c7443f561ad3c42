import { z } from 'zod';
import { Article } from '../model/article.ts';
import { TagType } from '../model/tag.ts';
import { getArticle } from '../routes/articles/get.ts';
import { ArticleList, listArticles } from '../routes/articles/list.ts';
import { ArticleParameters } from '../routes/articles/parameters.ts';
import { QuoteList, quoteListParameters } from '../routes/quotes.ts';
import { listTags, TagList, tagListParameters } from '../routes/tags/list.ts';
import { tagResources } from '../routes/tags/tag-resources.ts';
import { articlePart } from './article-part.ts';
import { articleText, cardText } from './article-text.ts';
import { callOperation, type OperationContext } from './call-operation.ts';
import { listText } from './list-text.ts';
import { personText } from './person-text.ts';
import { quoteText } from './quote-text.ts';
import { tagText } from './tag-text.ts';
import { timeline } from './timeline.ts';
import { type Tool, tool } from './tool.ts';

const people = tagResources('person');
const Found = z.record(z.string(), z.unknown());

/** Smaller default than in the API: assistants read the whole result. */
const limit = { limit: ArticleParameters.shape.limit.unwrap().default(10) };

/** A boolean, because assistants send one. */
const highlight = z
  .boolean()
  .default(false)
  .meta({ ...ArticleParameters.shape.highlight.meta(), example: true });

const person = z
  .string()
  .max(200)
  .meta({ description: 'The slug of the person, as returned by list_people.', example: 'josep-borrell' });

/** All tools for assistants. They only read. */
export const tools: Tool[] = [
  tool({
    name: 'search_articles',
    title: 'Search articles',
    description:
      'Find news articles by words, people, topics, organizations, places, keywords, sections, authors, source, language and time, newest first. Tags are slugs such as person josep-borrell, keywords, sections and authors also names as printed; if a tag is unknown, the response suggests similar ones.',
    input: ArticleParameters.omit({
      'tag.any': true,
      'tag.all': true,
      'tag.none': true,
      fields: true,
      include: true,
    }).extend({ ...limit, highlight }),
    output: ArticleList,
    async find(context, values) {
      const route = { operation: listArticles, path: '/v1/articles' };
      const { data: list } = await found(context, route, {}, values, () => '');
      const data = { ...list, data: z.array(Found).parse(list.data).map(withFewerTags) };
      return { data, text: listText(data, cardText) };
    },
  }),
  tool({
    name: 'get_article',
    title: 'Read an article',
    description:
      'The article: text, people, places, and quotes with their speakers. A long text comes in parts; the answer says how to get the next one.',
    input: z.object({
      article: z.string().max(500).meta({
        description: 'The slug or id of the article, as returned by search_articles and quotes_by.',
        example: 'eu-borrell-vows-to-advance-security',
      }),
      from: z.int().min(0).default(0).meta({
        description: 'Where the text begins, in UTF-16 code units, to continue a long one.',
        example: 0,
      }),
    }),
    output: getArticle.response ?? Found,
    async find(context, { article, from }) {
      const route = { operation: getArticle, path: '/v1/articles/:article' };
      const answer = Found.parse(JSON.parse(await callOperation(context, route, { article }, {})));
      const part = articlePart(Article.parse(answer.data), from);
      return { data: { ...answer, data: part.article }, text: articleText(part) };
    },
  }),
  tool({
    name: 'list_people',
    title: 'Find people',
    description:
      'People in the archive, with slug, description and counts. q matches the beginning of any word of a name.',
    input: z.object({ ...tagListParameters, ...limit }),
    output: TagList,
    find: (context, values) =>
      found(context, { operation: people.list, path: '/v1/people' }, {}, values, (list) =>
        listText(list, personText),
      ),
  }),
  tool({
    name: 'list_tags',
    title: 'Find topics, keywords, sections, authors and other tags',
    description:
      'Tags in the archive with slug and counts: of one type, or of all. q matches the beginning of any word of a name. Use the slugs in search_articles.',
    input: z.object({ type: TagType.optional(), ...tagListParameters, ...limit }),
    output: TagList,
    find: (context, values) =>
      found(context, { operation: listTags, path: '/v1/tags' }, {}, values, (list) =>
        listText(list, tagText),
      ),
  }),
  tool({
    name: 'get_person',
    title: 'Read about a person',
    description:
      'A person with names, offices, counts of articles and quotes, and the dates of first and last appearance.',
    input: z.object({ person }),
    output: people.one.response ?? Found,
    find: (context, { person: slug }) =>
      found(context, { operation: people.one, path: '/v1/people/:slug' }, { slug }, {}, ({ data }) =>
        personText(data),
      ),
  }),
  tool({
    name: 'quotes_by',
    title: 'Find what a person said',
    description:
      'Direct quotes of a person, newest first, each with its article. q searches in the quoted words.',
    input: z.object({ person, ...quoteListParameters, ...limit }),
    output: QuoteList,
    find: (context, { person: slug, ...values }) =>
      found(
        context,
        { operation: people.quotes, path: '/v1/people/:slug/quotes' },
        { slug },
        values,
        (list) => listText(list, quoteText),
      ),
  }),
  timeline,
];

/** Maximum number of tags of an article in a list. */
const maxTags = 50;

/** Returns an article of a list without the tags beyond the limit. */
function withFewerTags(card: Record<string, unknown>): Record<string, unknown> {
  return Array.isArray(card.tags) && card.tags.length > maxTags
    ? { ...card, tags: card.tags.slice(0, maxTags) }
    : card;
}

async function found(
  context: OperationContext,
  route: Parameters<typeof callOperation>[1],
  inPath: Record<string, string>,
  parameters: Record<string, unknown>,
  text: (data: Record<string, unknown>) => string,
) {
  const data = Found.parse(JSON.parse(await callOperation(context, route, inPath, parameters)));
  return { data, text: text(data) };
}
