import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import { Problem } from '../../errors.ts';
import { type Answer, noParameters, type Operation, operation } from '../../http/operation.ts';
import { TagCorrection } from '../../model/correction.ts';
import { Instant } from '../../model/instant.ts';
import { itemOf } from '../response/item.ts';

const Kept = z
  .object({
    number: z.int().min(1).meta({ description: 'Names it, to take it back.', example: 3 }),
    editor: z.string().meta({ description: 'The name of the key that made it.', example: 'news desk' }),
    at: Instant.meta({ description: 'When it was made.' }),
    correction: TagCorrection,
  })
  .meta({ id: 'KeptTagCorrection', description: 'A rule over a tag, who made it and when.' });

const Rules = itemOf(z.array(Kept).meta({ description: 'In the order they were made.' }), {}).meta({
  id: 'TagCorrections',
  description: 'What editors set right of tags, in all articles.',
});

const common = {
  group: 'Tags',
  produces: ['application/json'],
  answers: Rules,
  lifetime: 'now',
} satisfies Partial<Operation>;

/** `GET /v1/corrections` */
export const listTagCorrections: Operation = operation({
  ...common,
  id: 'listTagCorrections',
  summary: 'List the rules over tags',
  description: 'Which tags editors merged, renamed or dropped, in all articles there are and will be.',
  parameters: noParameters,
  respond: ({ archive, base }) => answerOf(archive, base),
});

/** `POST /v1/corrections` */
export const correctTags: Operation = operation({
  ...common,
  id: 'correctTags',
  summary: 'Merge, rename or drop tags',
  description:
    'Adds rules over tags, in one transaction. They hold at once and for what is imported later. Needs a key.',
  parameters: z.object({
    corrections: z
      .array(TagCorrection)
      .min(1)
      .max(100)
      .meta({ description: 'What to set right, in this order.' }),
  }),
  takesBody: true,
  bodyExample: { corrections: [{ do: 'rename-tag', tag: 'person/josep-borrell', name: 'Josep Borrell' }] },
  keyScope: 'edit',
  problems: ['invalid-body', 'body-too-large', 'unsupported-media-type'],
  async respond({ archive, writes, base, parameters, editor = '' }) {
    await writes.correctTags(parameters.corrections, editor);
    return await answerOf(archive, base);
  },
});

/** `DELETE /v1/corrections/:number` */
export const withdrawTagCorrection: Operation = operation({
  ...common,
  id: 'withdrawTagCorrection',
  summary: 'Take a rule over a tag back',
  description: 'Tag and articles are as they were without it, under the rules that are left. Needs a key.',
  path: { number: { description: 'The number of the rule.', example: '3' } },
  parameters: noParameters,
  keyScope: 'edit',
  problems: ['not-found'],
  async respond({ archive, writes, base, path: { number = '' } }) {
    const isNumber = /^\d{1,15}$/.test(number);
    if (!isNumber || !(await writes.withdrawTagCorrection(Number(number)))) {
      throw new Problem('not-found', `There is no rule ${number.slice(0, 20)}.`);
    }
    return await answerOf(archive, base);
  },
});

async function answerOf(archive: ArchiveReads, base: string): Promise<Answer> {
  const links = { self: `${base}/v1/corrections` };
  return { body: JSON.stringify({ data: await archive.tagCorrections(), links }), links };
}
