import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { requireAllSources } from '../../http/api-key.ts';
import { entityTag, fingerprint, matchingTag } from '../../http/conditional.ts';
import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { type StoredCorrection, TagCorrection } from '../../model/correction.ts';
import { Instant } from '../../model/instant.ts';
import { itemOf } from '../response/item.ts';

const Entry = z
  .object({
    number: z.int().min(1).meta({ description: 'Number of the correction, for withdrawing it.', example: 3 }),
    editor: z.string().meta({ description: 'Name of the API key that made it.', example: 'news desk' }),
    at: Instant.meta({ description: 'Instant when it was made.' }),
    correction: TagCorrection,
  })
  .meta({ id: 'KeptTagCorrection', description: 'A correction of a tag with its editor and time.' });

const RuleList = itemOf(z.array(Entry).meta({ description: 'In the order they were made.' }), {}).meta({
  id: 'TagCorrections',
  description: 'Corrections of tags in all articles.',
});

const common = {
  group: 'Tags',
  produces: ['application/json'],
  response: RuleList,
  lifetime: 'now',
} satisfies Partial<Operation>;

/** `GET /v1/corrections` */
export const listTagCorrections: Operation = operation({
  ...common,
  id: 'listTagCorrections',
  summary: 'List the corrections of tags',
  description:
    'Tags that editors merged, renamed or dropped, and keywords that lead to topics. They apply to all articles, also to later imports.',
  parameters: noParameters,
  async respond({ archive, base }) {
    return resultOf(await archive.tagCorrections(), base);
  },
});

/** `POST /v1/corrections` */
export const correctTags: Operation = operation({
  ...common,
  id: 'correctTags',
  summary: 'Merge, rename or drop tags, or lead keywords to topics',
  description:
    'Adds corrections of tags, in one transaction. They apply at once and to later imports. Needs a key. `If-Match` is optional: with the `ETag` of `GET /v1/corrections`, they are added only if no other correction of tags was.',
  parameters: z.object({
    corrections: z.array(TagCorrection).min(1).max(100).meta({ description: 'Corrections, in this order.' }),
  }),
  takesBody: true,
  bodyExample: { corrections: [{ do: 'rename-tag', tag: 'person/josep-borrell', name: 'Josep Borrell' }] },
  headers: ['IfMatch'],
  problems: [
    ...(['invalid-body', 'body-too-large', 'unsupported-media-type'] as const),
    ...(['precondition-failed', 'contradicting-correction'] as const),
  ],
  async respond({ archive, writes, base, parameters, headers, key }) {
    requireAllSources(key);
    const isExpected = expectation(headers['if-match'], base);
    if (!(await writes.correctTags(parameters.corrections, key?.name ?? '', isExpected))) throw changed();
    return resultOf(await archive.tagCorrections(), base);
  },
});

/** `DELETE /v1/corrections/:number` */
export const withdrawTagCorrection: Operation = operation({
  ...common,
  id: 'withdrawTagCorrection',
  summary: 'Withdraw a correction of tags',
  description:
    'Withdraws one correction; the others still apply. Needs a key. `If-Match` is optional, as for adding.',
  path: { number: { description: 'The number of the correction.', example: '3' } },
  parameters: noParameters,
  headers: ['IfMatch'],
  problems: ['not-found', 'precondition-failed', 'contradicting-correction'],
  async respond({ archive, writes, base, path: { number = '' }, headers, key }) {
    requireAllSources(key);
    const rules = await archive.tagCorrections();
    if (!rules.some((rule) => String(rule.number) === number)) {
      throw new Problem('not-found', `There is no correction of a tag with number ${number.slice(0, 20)}.`);
    }
    const isExpected = expectation(headers['if-match'], base);
    if (!(await writes.withdrawTagCorrection(Number(number), isExpected))) throw changed();
    return resultOf(await archive.tagCorrections(), base);
  },
});

type Rules = StoredCorrection<TagCorrection>[];

function resultOf(rules: Rules, base: string) {
  const links = { self: `${base}/v1/corrections` };
  const body = JSON.stringify({ data: rules, links });
  return { body, links, headers: { etag: entityTag(fingerprint(body), 'identity') } };
}

/** Returns a function that returns true if If-Match (RFC 9110, 13.1.1) is absent or has the current ETag. */
function expectation(header: string | undefined, base: string) {
  return (rules: Rules): boolean =>
    header === undefined ||
    matchingTag(header, fingerprint(resultOf(rules, base).body), 'identity') !== undefined;
}

function changed(): Problem {
  return new Problem(
    'precondition-failed',
    'The corrections of tags have changed since the ETag in If-Match. Read them again.',
  );
}
