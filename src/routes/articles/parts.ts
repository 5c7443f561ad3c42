import { z } from 'zod';
import type { ArticlePart } from '../../archive/queries.ts';
import { type Operation, operation } from '../../http/operation.ts';
import { Mention } from '../../model/mention.ts';
import { Quote } from '../../model/quote.ts';
import { echoOf } from '../request/echo.ts';
import { paging } from '../request/paging.ts';
import { invalidCursor, listOf, listResult, windowOf } from '../response/list.ts';
import { articleAddress } from './get.ts';
import { missingArticle } from './missing-article.ts';
import { articlePath } from './parameters.ts';

const PartParameters = z.object({
  // More than in other lists: the items are small, and all of an ordinary article fit on the first page.
  limit: z
    .int()
    .min(1)
    .max(1000)
    .default(500)
    .meta({ description: 'Maximum number of items per page.', example: 500 }),
  cursor: paging.cursor,
});

/** `GET /v1/articles/:article/quotes` */
export const listArticleQuotes = listPart('quotes', Quote, 'Quotes', {
  id: 'listArticleQuotes',
  summary: 'List the quotes of an article',
  description: 'All direct quotes of the article in reading order, with speaker, speech verb and span.',
});

/** `GET /v1/articles/:article/mentions` */
export const listArticleMentions = listPart('mentions', Mention, 'Mentions', {
  id: 'listArticleMentions',
  summary: 'List the mentions in an article',
  description:
    'Every place where the article names a person, topic, organization or place, in reading order.',
});

function listPart(
  part: ArticlePart,
  item: z.ZodType,
  words: string,
  documentation: { id: string; summary: string; description: string },
): Operation {
  const List = listOf(item, echoOf(PartParameters));
  const article = z.string().meta({ description: 'The article.', example: '/v1/articles/eu-borrell-vows' });
  return operation({
    ...documentation,
    group: 'Articles',
    path: articlePath,
    lifetime: 'item',
    sends: ['Surrogate-Key'],
    problems: ['not-found', 'gone', 'invalid-cursor'],
    produces: ['application/json'],
    parameters: PartParameters,
    response: List.extend({
      links: List.shape.links
        .extend({ article })
        .meta({ description: 'The pages of the list, and the article.' }),
    }).meta({ id: `Article${words}`, description: `A page of the ${part} of an article.` }),
    async respond(call) {
      const { archive, base, path, parameters } = call;
      const reference = path.article ?? '';
      // The id or a slug may be in the address, so a cursor has the id of its article.
      const binding = `${part} of an article`;
      const window = await windowOf(call, binding);
      const found = await archive.articlePart(reference, part, window);
      if (found.kind === 'moved') return { movedTo: `${articleAddress(found.slug)}/${part}` };
      if (found.kind === 'absent') throw await missingArticle(archive, reference);
      const { id, slug, storedAt } = found.value;
      if (parameters.cursor && window.position?.id !== id) throw invalidCursor(parameters.cursor, 'foreign');
      const result = await listResult(call, found.value, {
        query: { limit: parameters.limit },
        words: `${words} of the article ${slug}, in reading order.`,
        binding,
        links: { article: `${base}${articleAddress(slug)}` },
      });
      return { ...result, article: id, modifiedAt: storedAt };
    },
  });
}
