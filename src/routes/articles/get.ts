import { z } from 'zod';
import type { Rendered } from '../../archive/answers.ts';
import type { ArchiveReads } from '../../archive/reads.ts';
import { Problem } from '../../errors.ts';
import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { canonicalQuery } from '../../http/request/canonical-query.ts';
import { commaList } from '../../http/request/parse-parameters.ts';
import type { Alternate } from '../../http/response/alternates.ts';
import { Article } from '../../model/article.ts';
import { Mention } from '../../model/mention.ts';
import type { ArticleFilter } from '../../model/query.ts';
import { Quote } from '../../model/quote.ts';
import { RelatedArticle } from '../../model/related-article.ts';
import { articleFormats, listFormats } from '../../publishing/formats.ts';
import { inFormats } from '../response/in-formats.ts';
import { itemOf } from '../response/item.ts';
import { itemBody, listBody } from '../response/list.ts';
import { publishedArticle, publishedRelated } from '../response/published.ts';
import { readArticleFilter } from './filter.ts';
import { articleFilterParameters } from './parameters.ts';
import { shaped } from './shape.ts';

const path = {
  article: {
    description: 'The id or the slug of the article.',
    example: 'eu-borrell-vows-to-advance-security',
  },
};
const suffixes = articleFormats.map(({ suffix }) => `\`.${suffix}\``).join(', ');

const links = {
  quotes: 'the quotes of the article',
  mentions: 'the mentions in the article',
  related: 'related articles',
};
const neighbourLinks = {
  newer: 'the article of the list that was published next',
  older: 'the article of the list that was published before',
};

/** What of an article its links and parts need. */
const Reference = Article.pick({ id: true, slug: true, headline: true });
const ArticleFilterParameters = z.object(articleFilterParameters);
const common = {
  group: 'Articles',
  path,
  lifetime: 'item',
  problems: ['not-found'],
  produces: ['application/json'],
} satisfies Partial<Operation>;

/** `GET /v1/articles/:article` */
export const getArticle: Operation = operation({
  ...common,
  ...inFormats(articleFormats),
  id: 'getArticle',
  summary: 'Read an article',
  description:
    'The article with body, mentions and quotes, by id or slug. A slug that it had before answers 308 with the new address. `newer` and `older` lead through the list that the reader came from, when the request has the filter of that list; their addresses keep it.',
  path: {
    article: {
      ...path.article,
      description: `The id or the slug of the article. With ${suffixes} or \`.json\` at its end, the article in that format, whatever the Accept header says.`,
    },
  },
  parameters: z.object({
    ...articleFilterParameters,
    fields: commaList(z.enum(Object.keys(Article.shape)))
      .optional()
      .meta({
        description: 'Which fields to keep; `id` is always kept.',
        example: ['headline', 'body'],
        explode: false,
      }),
  }),
  answers: itemOf(
    Article.partial()
      .required({ id: true })
      .meta({ id: 'ArticleItem', description: 'An article, with fewer fields when `fields` asks for them.' }),
    links,
    neighbourLinks,
  ).meta({ id: 'ArticleAnswer', description: 'An article and where its parts are.' }),
  async respond({ archive, address, base, path: { article = '' }, parameters, publication }) {
    const { fields } = parameters;
    const { filter } = readArticleFilter(parameters);
    const found = await archive.wholeArticle(article);
    if (found.kind === 'moved') return { movedTo: addressOf(found.slug) };
    if (found.kind === 'absent') throw absent(article);
    const { id, slug, json } = found.value;
    const suffix = publication ? `.${publication.format.suffix}` : '';
    const self = `${base}${addressOf(slug)}`;
    const isNarrow = Object.keys(filter).length > 0;
    const { newer, older } = isNarrow ? await slugsBeside(archive, id, filter) : found.value;
    const within = canonicalQuery(ArticleFilterParameters, parameters);
    const at = (other: string | undefined) =>
      other === undefined ? null : `${base}${addressOf(other)}${suffix}${within}`;
    const rest = {
      self,
      quotes: `${self}/quotes`,
      mentions: `${self}/mentions`,
      related: `${self}/related`,
      newer: at(newer),
      older: at(older),
    };
    const beside = { self: address(), canonical: `${self}${suffix}`, prev: rest.newer, next: rest.older };
    if (publication) return publishedArticle(archive, publication, json.toString(), beside);
    const data = fields ? fieldsOf(json.toString(), fields) : json;
    return { body: itemBody(data, { links: rest }), links: beside, alternates: embeds(base, slug) };
  },
});

/** `GET /v1/articles/:article/quotes` */
export const listArticleQuotes = partOfArticle('quotes', Quote, {
  id: 'listArticleQuotes',
  summary: 'List the quotes of an article',
  description: 'All direct quotes of the article in reading order, with speaker, speech verb and span.',
});

/** `GET /v1/articles/:article/mentions` */
export const listArticleMentions = partOfArticle('mentions', Mention, {
  id: 'listArticleMentions',
  summary: 'List the mentions in an article',
  description:
    'Every place where the article names a person, topic, organization or place, in reading order.',
});

/** `GET /v1/articles/:article/related` */
export const listRelatedArticles: Operation = operation({
  ...common,
  id: 'listRelatedArticles',
  summary: 'List related articles',
  description:
    'Articles that share the most telling tags (rare people and topics before frequent ones) and rare words of the headline with this one, near in time before far, each with the reason. Other formats than JSON have the articles whole, without the reason.',
  ...inFormats(listFormats),
  parameters: z.object({
    limit: z
      .int()
      .min(1)
      .max(50)
      .default(10)
      .meta({ description: 'How many articles at most.', example: 10 }),
  }),
  answers: partsOf(RelatedArticle).meta({
    id: 'RelatedArticles',
    description: 'Articles related to another.',
  }),
  async respond({
    archive,
    state,
    address,
    base,
    path: { article = '' },
    parameters: { limit },
    publication,
  }) {
    const found = await archive.article(article);
    if (found.kind === 'moved') return { movedTo: `${addressOf(found.slug)}/related` };
    if (found.kind === 'absent') throw absent(article);
    const { id, slug, headline } = Reference.parse(JSON.parse(found.value));
    const links = { self: address(), article: `${base}${addressOf(slug)}` };
    const related = await archive.related(id, limit);
    if (!publication) return { body: listBody(related, { links }), links: { self: links.self } };
    const articles: Rendered[] = [];
    for (const card of related) {
      const whole = await archive.article(Reference.parse(JSON.parse(card)).id);
      if (whole.kind === 'found') articles.push(whole.value);
    }
    return publishedRelated({ archive, state }, publication, articles, { headline, slug, self: links.self });
  },
});

function partOfArticle(
  part: 'quotes' | 'mentions',
  schema: z.ZodType,
  documentation: { id: string; summary: string; description: string },
): Operation {
  const Parts = z.object({ slug: z.string(), [part]: z.array(z.unknown()) });
  return operation({
    ...common,
    ...documentation,
    parameters: noParameters,
    answers: partsOf(schema),
    async respond({ archive, address, base, path: { article = '' } }) {
      const found = await archive.article(article);
      if (found.kind === 'moved') return { movedTo: `${addressOf(found.slug)}/${part}` };
      if (found.kind === 'absent') throw absent(article);
      const parts = Parts.parse(JSON.parse(found.value));
      const links = { self: address(), article: `${base}${addressOf(String(parts.slug))}` };
      return { body: JSON.stringify({ data: parts[part], links }), links: { self: links.self } };
    },
  });
}

/** A list that is whole in one answer. */
function partsOf(item: z.ZodType) {
  const link = (description: string) =>
    z.string().meta({ description, example: '/v1/articles/eu-borrell-vows' });
  return z.object({
    data: z.array(item).meta({ description: 'All of them.' }),
    links: z
      .object({ self: link('This list.'), article: link('The article.') })
      .meta({ description: 'Where this is from.' }),
  });
}

/** The slugs of the articles next to one in the list of a filter, newest first. */
async function slugsBeside(archive: ArchiveReads, id: string, filter: ArticleFilter) {
  const { previous, next } = await archive.neighbours(id, filter, 'newest');
  const slugIn = (card: Rendered | undefined) => card && Reference.parse(JSON.parse(card)).slug;
  return { newer: slugIn(previous), older: slugIn(next) };
}

function fieldsOf(article: Rendered, fields: string[]): Rendered {
  const [data = article] = shaped([article], { form: 'full', keep: new Set(['id', ...fields]) });
  return data;
}

function addressOf(slug: string): string {
  return `/v1/articles/${encodeURIComponent(slug)}`;
}

function absent(reference: string): Problem {
  return new Problem('not-found', `There is no article ${JSON.stringify(reference.slice(0, 100))}.`);
}

/** Where the article is as oEmbed (oembed.com, section 4). */
function embeds(base: string, slug: string): Alternate[] {
  const page = encodeURIComponent(`${base}/articles/${encodeURIComponent(slug)}`);
  return [
    { address: `${base}/oembed?url=${page}&format=json`, mediaType: 'application/json+oembed' },
    { address: `${base}/oembed?url=${page}&format=xml`, mediaType: 'text/xml+oembed' },
  ];
}
