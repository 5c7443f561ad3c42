import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Rendered } from '../../archive/results.ts';
import type { Alternate } from '../../http/links.ts';
import { type Operation, operation } from '../../http/operation.ts';
import { canonicalQuery, commaList } from '../../http/request/parameters.ts';
import { Article } from '../../model/article.ts';
import type { ArticleFilter } from '../../model/query.ts';
import { RelatedArticle } from '../../model/related-article.ts';
import { articleFormats, listFormats } from '../../publishing/formats.ts';
import { inFormats } from '../response/in-formats.ts';
import { itemBody, listBody } from '../response/json-text.ts';
import { publishedArticle, publishedRelated } from '../response/published.ts';
import { readArticleFilter } from './filter.ts';
import { missingArticle } from './missing-article.ts';
import { articleFilterParameters, articlePath } from './parameters.ts';
import { withFields } from './shape.ts';
import { timeMapOf } from './time-map.ts';

const suffixes = articleFormats.map(({ suffix }) => `\`.${suffix}\``).join(', ');

/** Fields of an article that links need. */
const Reference = Article.pick({ id: true, slug: true, headline: true });
const ArticleFilterParameters = z.object(articleFilterParameters);
const common = {
  group: 'Articles',
  path: articlePath,
  lifetime: 'item',
  sends: ['Surrogate-Key'],
  problems: ['not-found', 'gone'],
  produces: ['application/json'],
} satisfies Partial<Operation>;

const link = (description: string) =>
  z.string().meta({ description, example: '/v1/articles/eu-borrell-vows' });
const neighbour = (description: string) => link(description).nullable().optional().meta({ description });

const ArticleResponse = z
  .object({
    data: Article.partial()
      .required({ id: true })
      .meta({ id: 'ArticleItem', description: 'An article, with only the fields that `fields` selects.' }),
    links: z
      .object({
        self: link('This article.'),
        quotes: link('The quotes of the article.'),
        mentions: link('The mentions in the article.'),
        related: link('Related articles.'),
        revisions: link('The revisions of the article.'),
        newer: neighbour(
          'The next newer article of the list, with a filter or `include=neighbours`; null if none.',
        ),
        older: neighbour(
          'The next older article of the list, with a filter or `include=neighbours`; null if none.',
        ),
      })
      .meta({ description: 'Related addresses.' }),
  })
  .meta({ id: 'ArticleAnswer', description: 'An article and links to its parts.' });

/** `GET /v1/articles/:article` */
export const getArticle: Operation = operation({
  ...common,
  ...inFormats(articleFormats),
  id: 'getArticle',
  summary: 'Read an article',
  description:
    'The article with body, mentions and quotes, by id or slug. A former slug redirects (308). With a filter or `include=neighbours`, the links `newer` and `older` lead to the next articles in the list of that filter (of all articles without one); their addresses keep the filter.',
  path: {
    article: {
      ...articlePath.article,
      description: `The id or the slug of the article. With ${suffixes} or \`.json\` at its end, the article in that format, regardless of the Accept header.`,
    },
  },
  parameters: z.object({
    ...articleFilterParameters,
    fields: commaList(z.enum(Object.keys(Article.shape)))
      .optional()
      .meta({
        description: 'Fields to keep; `id` is always kept.',
        example: ['headline', 'body'],
        explode: false,
      }),
    include: commaList(z.enum(['body', 'quotes', 'mentions', 'neighbours']))
      .optional()
      .meta({
        description:
          '`neighbours` adds the links `newer` and `older`; the others add fields to those that `fields` keeps.',
        example: ['neighbours'],
        explode: false,
      }),
  }),
  response: ArticleResponse,
  async respond({ archive, address, base, path: { article = '' }, parameters, publication }) {
    const { fields, include = [] } = parameters;
    const { filter } = readArticleFilter(parameters);
    const found = await archive.wholeArticle(article);
    if (found.kind === 'moved') return { movedTo: articleAddress(found.slug) };
    if (found.kind === 'absent') throw await missingArticle(archive, article);
    const { id, slug, json, storedAt } = found.value;
    const suffix = publication ? `.${publication.format.suffix}` : '';
    const isInList = include.includes('neighbours') || Object.keys(filter).length > 0;
    const { newer, older } = isInList ? await slugsBeside(archive, id, filter) : {};
    const query = canonicalQuery(ArticleFilterParameters, parameters);
    const at = (other: string | undefined) =>
      other === undefined ? null : `${base}${articleAddress(other)}${suffix}${query}`;
    const neighbours = isInList && { newer: at(newer), older: at(older) };
    const links = {
      self: address(),
      canonical: `${base}${articleAddress(slug)}${suffix}`,
      ...(neighbours && { prev: neighbours.newer, next: neighbours.older }),
    };
    if (publication) {
      return { ...(await publishedArticle(archive, publication, json.toString(), links)), article: id };
    }
    const data = fields ? fieldsOf(json.toString(), [...fields, ...include]) : json;
    return {
      body: itemBody(data, { links: { ...articleLinks(base, slug), ...neighbours } }),
      links,
      article: id,
      alternates: [...embeds(base, slug), timeMapOf(`${base}${articleAddress(slug)}`)],
      // Neighbours can change while the article does not.
      ...(!isInList && { modifiedAt: storedAt }),
    };
  },
});

/** Returns the body of `GET /v1/articles/:article` without parameters: its hash is the ETag that If-Match names. */
export function articleBody(json: Rendered, base: string, slug: string): string | Buffer {
  return itemBody(json, { links: articleLinks(base, slug) });
}

function articleLinks(base: string, slug: string) {
  const self = `${base}${articleAddress(slug)}`;
  return {
    self,
    quotes: `${self}/quotes`,
    mentions: `${self}/mentions`,
    related: `${self}/related`,
    revisions: `${self}/revisions`,
  };
}

/** `GET /v1/articles/:article/related` */
export const listRelatedArticles: Operation = operation({
  ...common,
  id: 'listRelatedArticles',
  summary: 'List related articles',
  description:
    'Articles that share distinctive tags (rare people, topics and keywords first) and rare words of the headline with this one, close in time first, each with the reason. Tags and words of a quarter of the archive are ignored. The list is empty if nothing is related enough. Formats other than JSON contain whole articles without the reason.',
  ...inFormats(listFormats),
  parameters: z.object({
    limit: z
      .int()
      .min(1)
      .max(50)
      .default(10)
      .meta({ description: 'Maximum number of articles.', example: 10 }),
  }),
  response: z
    .object({
      data: z.array(RelatedArticle).meta({ description: 'All items.' }),
      links: z
        .object({ self: link('This list.'), article: link('The article.') })
        .meta({ description: 'Related addresses.' }),
    })
    .meta({ id: 'RelatedArticles', description: 'Articles related to another.' }),
  async respond({ archive, address, base, path: { article = '' }, parameters: { limit }, publication }) {
    const found = await archive.wholeArticle(article);
    if (found.kind === 'moved') return { movedTo: `${articleAddress(found.slug)}/related` };
    if (found.kind === 'absent') throw await missingArticle(archive, article);
    const { id, slug, json } = found.value;
    const links = { self: address(), article: `${base}${articleAddress(slug)}` };
    const related = await archive.related(id, limit);
    if (!publication) return { body: listBody(related, { links }), links: { self: links.self }, article: id };
    const ids = related.map((card) => Reference.parse(JSON.parse(card)).id);
    const { headline } = Reference.parse(JSON.parse(json.toString()));
    const about = { headline, slug, self: links.self };
    return { ...(await publishedRelated(archive, publication, ids, about)), article: id };
  },
});

/** Returns the path of an article. */
export function articleAddress(slug: string): string {
  return `/v1/articles/${encodeURIComponent(slug)}`;
}

/** Returns the slugs of the neighbours of an article in the list of a filter, newest first. */
async function slugsBeside(archive: ArchiveReads, id: string, filter: ArticleFilter) {
  const { previous, next } = await archive.neighbours(id, filter, 'newest');
  const slugIn = (card: Rendered | undefined) => card && Reference.parse(JSON.parse(card)).slug;
  return { newer: slugIn(previous), older: slugIn(next) };
}

function fieldsOf(article: Rendered, fields: string[]): Rendered {
  return withFields(article, new Set(['id', ...fields]));
}

/** Returns the oEmbed addresses of an article (oembed.com, section 4). */
function embeds(base: string, slug: string): Alternate[] {
  const page = encodeURIComponent(`${base}/articles/${encodeURIComponent(slug)}`);
  return [
    { address: `${base}/oembed?url=${page}&format=json`, mediaType: 'application/json+oembed' },
    { address: `${base}/oembed?url=${page}&format=xml`, mediaType: 'text/xml+oembed' },
  ];
}
