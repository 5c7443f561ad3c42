import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { Problem } from '../errors.ts';
import { Article, ArticleCard } from '../news/article.ts';
import { secondsOf } from '../news/instant.ts';
import { Mention } from '../news/mention.ts';
import { Quote } from '../news/quote.ts';
import { RelatedArticle } from '../news/related-article.ts';
import { shaped } from './article-shape.ts';
import { itemOf } from './item.ts';
import { itemBody, listBody } from './list.ts';
import { noParameters, type Operation, operation } from './operation.ts';
import { commaList } from './parameters.ts';

const path = {
  article: {
    description: 'The id or the slug of the article.',
    example: 'eu-borrell-vows-to-advance-security',
  },
};

const links = {
  quotes: 'the quotes of the article',
  mentions: 'the mentions in the article',
  related: 'related articles',
  newer: 'the article published next',
  older: 'the article published before',
};

/** What of an article its links and parts need. */
const Reference = Article.pick({ id: true, slug: true, publishedAt: true });
const Neighbour = ArticleCard.pick({ slug: true });
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
  id: 'getArticle',
  summary: 'Read an article',
  description:
    'The article with body, mentions and quotes, by id or slug. A slug that it had before answers 308 with the new address.',
  parameters: z.object({
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
  ).meta({ id: 'ArticleAnswer', description: 'An article and where its parts are.' }),
  async respond({ archive, address, base, path: { article = '' }, parameters: { fields } }) {
    const found = await archive.article(article);
    if (found.kind === 'moved') return { movedTo: addressOf(found.slug) };
    if (found.kind === 'absent') throw absent(article);
    const { id, slug, publishedAt } = Reference.parse(JSON.parse(found.value));
    const self = `${base}${addressOf(slug)}`;
    const neighbours = await neighboursOf(archive, { id, publishedAt });
    const at = (neighbour: string | null) => neighbour && `${base}${addressOf(neighbour)}`;
    const rest = {
      self,
      quotes: `${self}/quotes`,
      mentions: `${self}/mentions`,
      related: `${self}/related`,
      newer: at(neighbours.newer),
      older: at(neighbours.older),
    };
    const [data = found.value] = shaped([found.value], {
      form: 'full',
      ...(fields && { keep: new Set(['id', ...fields]) }),
    });
    return {
      body: itemBody(data, { links: rest }),
      links: { self: address(), canonical: self, prev: rest.newer, next: rest.older },
    };
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
  description: 'Articles that share the most telling tags with this one, each with the reason.',
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
  async respond({ archive, address, base, path: { article = '' }, parameters: { limit } }) {
    const found = await archive.article(article);
    if (found.kind === 'moved') return { movedTo: `${addressOf(found.slug)}/related` };
    if (found.kind === 'absent') throw absent(article);
    const { id, slug } = Reference.parse(JSON.parse(found.value));
    const links = { self: address(), article: `${base}${addressOf(slug)}` };
    return { body: listBody(await archive.related(id, limit), { links }), links: { self: links.self } };
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

/** The slugs of the articles published next and before; null at the ends. */
async function neighboursOf(archive: Archive, { id, publishedAt }: { id: string; publishedAt: string }) {
  const rank = secondsOf(publishedAt);
  const one = async (direction: 'before' | 'after') => {
    const { items } = await archive.articles({
      filter: {},
      sort: 'newest',
      form: 'card',
      limit: 1,
      count: 'none',
      position: { direction, rank, id },
    });
    return items[0] ? Neighbour.parse(JSON.parse(items[0])).slug : null;
  };
  return { newer: await one('before'), older: await one('after') };
}

function addressOf(slug: string): string {
  return `/v1/articles/${encodeURIComponent(slug)}`;
}

function absent(reference: string): Problem {
  return new Problem('not-found', `There is no article ${JSON.stringify(reference.slice(0, 100))}.`);
}
