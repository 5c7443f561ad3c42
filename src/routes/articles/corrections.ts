import { z } from 'zod';
import type { CorrectedArticle, Found } from '../../archive/answers.ts';
import { Problem } from '../../errors.ts';
import { fingerprint } from '../../http/conditional.ts';
import { type Answer, noParameters, type Operation, operation } from '../../http/operation.ts';
import { Article } from '../../model/article.ts';
import { ArticleCorrection } from '../../model/correction.ts';
import { Instant } from '../../model/instant.ts';
import { itemOf } from '../response/item.ts';

const article = {
  description: 'The id or the slug of the article.',
  example: 'eu-borrell-vows-to-advance-security',
};

const Kept = z
  .object({
    number: z.int().min(1).meta({ description: 'Names it, to take it back.', example: 7 }),
    editor: z.string().meta({ description: 'The name of the key that made it.', example: 'news desk' }),
    at: Instant.meta({ description: 'When it was made.' }),
    correction: ArticleCorrection,
  })
  .meta({ id: 'KeptCorrection', description: 'A correction, who made it and when.' });

const Corrections = itemOf(
  z.array(Kept).meta({ description: 'In the order they were made; the later one is right.' }),
  { article: 'the article' },
).meta({ id: 'Corrections', description: 'What editors set right in an article.' });

const common = {
  group: 'Articles',
  path: { article },
  produces: ['application/json'],
  answers: Corrections,
  lifetime: 'now',
} satisfies Partial<Operation>;

/** `GET /v1/articles/:article/corrections` */
export const listCorrections: Operation = operation({
  ...common,
  id: 'listCorrections',
  summary: 'List the corrections of an article',
  description:
    'What editors set right in the article. The `ETag` of the answer is what `If-Match` takes when it is corrected.',
  parameters: noParameters,
  problems: ['not-found'],
  async respond({ archive, base, path: { article = '' } }) {
    return answerOf(await archive.corrected(article), base, article);
  },
});

/** `POST /v1/articles/:article/corrections` */
export const correctArticle: Operation = operation({
  ...common,
  id: 'correctArticle',
  summary: 'Correct an article',
  description:
    'Adds corrections to the article. They hold at once, outrank what extraction finds, and survive that the article is imported or looked through again. Needs a key, and `If-Match` with the `ETag` of the list of corrections (or `*`).',
  parameters: z.object({
    corrections: z
      .array(ArticleCorrection)
      .min(1)
      .max(100)
      .meta({ description: 'What to set right, in this order.' }),
  }),
  takesBody: true,
  bodyExample: {
    corrections: [{ do: 'set-speaker', exact: 'Over the past years', speaker: 'person/josep-borrell' }],
  },
  keyScope: 'edit',
  headers: ['IfMatch'],
  problems: [
    ...(['not-found', 'invalid-body', 'body-too-large', 'unsupported-media-type'] as const),
    ...(['precondition-failed', 'precondition-required'] as const),
  ],
  async respond({ archive, writes, base, path: { article = '' }, parameters, headers, editor = '' }) {
    const isExpected = expectation(headers['if-match']);
    const id = idOf(await archive.corrected(article), article);
    const done = await writes.correct(id, parameters.corrections, editor, isExpected);
    if (!done) throw changed();
    return answerOf(await archive.corrected(id), base, id);
  },
});

/** `DELETE /v1/articles/:article/corrections/:number` */
export const withdrawCorrection: Operation = operation({
  ...common,
  id: 'withdrawCorrection',
  summary: 'Take a correction back',
  description:
    'Takes one correction back; the article is as it was read, under those that are left. Needs a key.',
  path: { article, number: { description: 'The number of the correction.', example: '7' } },
  parameters: noParameters,
  keyScope: 'edit',
  problems: ['not-found'],
  async respond({ archive, writes, base, path: { article = '', number = '' } }) {
    const id = idOf(await archive.corrected(article), article);
    const isNumber = /^\d{1,15}$/.test(number);
    if (!isNumber || !(await writes.withdraw(id, Number(number)))) {
      throw new Problem('not-found', `The article has no correction ${number.slice(0, 20)}.`);
    }
    return answerOf(await archive.corrected(id), base, id);
  },
});

const Reference = Article.pick({ id: true, slug: true });

function present(found: Found<CorrectedArticle>, reference: string): CorrectedArticle {
  if (found.kind === 'found') return found.value;
  const where = found.kind === 'moved' ? ` Its slug is ${found.slug} now.` : '';
  throw new Problem('not-found', `There is no article ${JSON.stringify(reference.slice(0, 100))}.${where}`);
}

function idOf(found: Found<CorrectedArticle>, reference: string): string {
  return Reference.parse(JSON.parse(present(found, reference).article)).id;
}

function answerOf(found: Found<CorrectedArticle>, base: string, reference: string): Answer {
  const corrected = present(found, reference);
  const { slug } = Reference.parse(JSON.parse(corrected.article));
  const address = `${base}/v1/articles/${encodeURIComponent(slug)}`;
  const links = { self: `${address}/corrections`, article: address };
  return {
    body: JSON.stringify({ data: corrected.corrections, links }),
    links: { self: links.self },
    headers: { etag: tagOf(corrected) },
  };
}

/** Changes with every word of the article and every correction, and with nothing else. */
function tagOf({ article, corrections }: CorrectedArticle): string {
  return `"${fingerprint(article, JSON.stringify(corrections))}"`;
}

/**
 * What If-Match demands (RFC 9110, 13.1.1). Throws a Problem when it is absent (RFC 6585): who does not say what
 * they have seen would overwrite what they have not.
 */
function expectation(header: string | undefined): (corrected: CorrectedArticle | undefined) => boolean {
  if (header === undefined) {
    throw new Problem('precondition-required', 'Send If-Match with the ETag of the list of corrections.');
  }
  const tags = header.split(',').map((tag) => tag.trim());
  return (corrected) => corrected !== undefined && (tags.includes('*') || tags.includes(tagOf(corrected)));
}

function changed(): Problem {
  return new Problem('precondition-failed', 'The article or its corrections have changed since that ETag.');
}
