import { z } from 'zod';
import { Problem } from '../errors.ts';
import { getArticle } from '../routes/articles/get.ts';
import { ArticleList, listArticles } from '../routes/articles/list.ts';
import { ArticleParameters } from '../routes/articles/parameters.ts';
import { QuoteList, quoteListParameters } from '../routes/quotes.ts';
import { TagList, tagListParameters } from '../routes/tags/list.ts';
import { tagResources } from '../routes/tags/tag-resources.ts';
import { articleText, cardText } from './article-text.ts';
import { type Around, askOperation } from './ask-operation.ts';
import { listText } from './list-text.ts';
import { personText } from './person-text.ts';
import { quoteText } from './quote-text.ts';
import { timeline } from './timeline.ts';
import { type Tool, tool } from './tool.ts';

const people = tagResources('person');
const Found = z.record(z.string(), z.unknown());

/** Shorter than in the API: what a tool answers is read whole. */
const limit = { limit: ArticleParameters.shape.limit.unwrap().default(10) };

const person = z
  .string()
  .max(200)
  .meta({ description: 'The slug of the person, as list_people gives it.', example: 'josep-borrell' });

/** Every tool that assistants may call; all of them only read. */
export const tools: Tool[] = [
  tool({
    name: 'search_articles',
    title: 'Search articles',
    description:
      'Find news articles by words, people, topics, organizations, places, source, language and time, newest first. Tags are slugs such as person josep-borrell; the answer names near ones where a tag is unknown.',
    input: ArticleParameters.omit({
      'tag.any': true,
      'tag.all': true,
      'tag.none': true,
      fields: true,
      include: true,
    }).extend(limit),
    output: ArticleList,
    find: (around, values) =>
      found(around, { operation: listArticles, path: '/v1/articles' }, {}, values, (list) =>
        listText(list, cardText),
      ),
  }),
  tool({
    name: 'get_article',
    title: 'Read an article',
    description: 'The whole article: text, people and places in it, and its quotes with who says them.',
    input: z.object({
      article: z.string().max(500).meta({
        description: 'The slug or id of the article, as search_articles and quotes_by give it.',
        example: 'eu-borrell-vows-to-advance-security',
      }),
    }),
    output: getArticle.answers ?? Found,
    find: (around, { article }) =>
      found(around, { operation: getArticle, path: '/v1/articles/:article' }, { article }, {}, ({ data }) =>
        articleText(data),
      ),
  }),
  tool({
    name: 'list_people',
    title: 'Find people',
    description:
      'The people whom the archive knows, with slug, description and how often they appear. q finds them by the beginning of any word of a name.',
    input: z.object({ ...tagListParameters, ...limit }),
    output: TagList,
    find: (around, values) =>
      found(around, { operation: people.list, path: '/v1/people' }, {}, values, (list) =>
        listText(list, personText),
      ),
  }),
  tool({
    name: 'get_person',
    title: 'Read about a person',
    description:
      'What the archive knows of a person: names, offices, how many articles and quotes, first and last seen.',
    input: z.object({ person }),
    output: people.one.answers ?? Found,
    find: (around, { person: slug }) =>
      withNearest(around, slug, () =>
        found(around, { operation: people.one, path: '/v1/people/:slug' }, { slug }, {}, ({ data }) =>
          personText(data),
        ),
      ),
  }),
  tool({
    name: 'quotes_by',
    title: 'Find what a person said',
    description:
      'What a person said, in their own words, newest first, each with the article that it is from. q searches in the words quoted.',
    input: z.object({ person, ...quoteListParameters, ...limit }),
    output: QuoteList,
    find: (around, { person: slug, ...values }) =>
      withNearest(around, slug, () =>
        found(
          around,
          { operation: people.quotes, path: '/v1/people/:slug/quotes' },
          { slug },
          values,
          (list) => listText(list, quoteText),
        ),
      ),
  }),
  timeline,
];

async function found(
  around: Around,
  asked: Parameters<typeof askOperation>[1],
  inPath: Record<string, string>,
  parameters: Record<string, unknown>,
  text: (data: Record<string, unknown>) => string,
) {
  const data = Found.parse(JSON.parse(await askOperation(around, asked, inPath, parameters)));
  return { data, text: text(data) };
}

/** Says with a person who is not there whom the archive knows by nearly that name. */
async function withNearest<T>({ archive }: Around, slug: string, find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.problem !== 'not-found') throw cause;
    const [unknown] = await archive.reads.unknownTags({
      tags: { kind: 'tag', tag: { type: 'person', slug } },
    });
    const nearest = unknown?.nearest ?? [];
    throw new Problem(
      'not-found',
      nearest.length > 0 ? `${cause.message} Nearest: ${nearest.join(', ')}.` : cause.message,
      { cause },
    );
  }
}
