import { z } from 'zod';
import { type Operation, operation } from '../../http/operation.ts';
import { Instant } from '../../model/instant.ts';
import { listBody } from '../response/json-text.ts';

const Held = z
  .object({
    id: z.string().meta({ description: 'The id of the article.', example: 'a7q2k0x9m4v1c8t3' }),
    state: z.enum(['held', 'draft']).meta({
      description: '`held` copy is published when it is due, a `draft` only by an editor.',
      example: 'held',
    }),
    dueAt: Instant.nullable().meta({ description: 'Instant when it is published; null for a draft.' }),
    headline: z.string().meta({ description: 'The headline.', example: 'Budget raises the pension age' }),
    source: z
      .object({
        slug: z.string().meta({ description: 'Slug of the source.', example: 'yonhap' }),
        name: z.string().meta({ description: 'Name of the source.', example: 'Yonhap' }),
      })
      .nullable()
      .meta({ description: 'The source; null if it is not known.' }),
    publishedAt: Instant.nullable().meta({ description: 'Date of publication that the document states.' }),
    updatedAt: Instant.nullable().meta({ description: 'Date of its last change that the document states.' }),
    version: z
      .number()
      .nullable()
      .meta({ description: 'Version number that the document states.', example: 2 }),
    storedAt: Instant.meta({ description: 'Instant when the archive stored this version.' }),
    revision: z.int().nullable().meta({
      description: 'Revision of the public article that it will replace; null if none.',
      example: 1,
    }),
  })
  .meta({ id: 'HeldArticle', description: 'Held copy or a draft, without its text.' });

const link = (description: string) => z.string().meta({ description, example: '/v1/held' });

/** `GET /v1/held` */
export const listHeld: Operation = operation({
  id: 'listHeld',
  group: 'Articles',
  summary: 'List held copy and drafts',
  description:
    'What is not public yet: copy that is held until it is due, and drafts, in the order of their ids. Needs a key; one for a source lists only its articles.',
  parameters: z.object({
    state: z
      .enum(['held', 'draft'])
      .optional()
      .meta({ description: 'Only held copy, or only drafts.', example: 'held' }),
    limit: z.int().min(1).max(200).default(50).meta({ description: 'Maximum number of items.', example: 50 }),
    after: z.string().max(100).optional().meta({
      description: 'Continues after this id; `links.next` has it.',
      example: 'a7q2k0x9m4v1c8t3',
    }),
  }),
  produces: ['application/json'],
  lifetime: 'now',
  response: z
    .object({
      data: z.array(Held).meta({ description: 'In the order of their ids.' }),
      links: z
        .object({
          self: link('This page.'),
          next: link('The next page; null at the end.').nullable().meta({
            description: 'The next page; null at the end.',
            example: '/v1/held?after=a7q2k0x9m4v1c8t3',
          }),
        })
        .meta({ description: 'Pages of the list.' }),
    })
    .meta({ id: 'HeldList', description: 'A page of held copy and drafts.' }),
  async respond({ states, parameters: { state, limit, after }, address, key }) {
    const found = await states.unpublished({
      ...{ state, limit: limit + 1, after },
      source: key?.source ?? undefined,
    });
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const links = { self: address(), next: last ? address({ after: last.id }) : null };
    const items = page.map((article) => JSON.stringify(Held.parse(article)));
    return { body: listBody(items, { links }), links };
  },
});
