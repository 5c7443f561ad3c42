import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { CorrectedArticle, Found } from '../../archive/results.ts';
import { Problem } from '../../errors.ts';
import { requireSource } from '../../http/api-key.ts';
import { entityTag, fingerprint, matchingTag } from '../../http/conditional.ts';
import { noParameters, type Operation, operation, type Result } from '../../http/operation.ts';
import { Article } from '../../model/article.ts';
import { ArticleCorrection } from '../../model/correction.ts';
import { Instant } from '../../model/instant.ts';
import { itemOf } from '../response/item.ts';
import { articleBody } from './get.ts';
import { missingArticle } from './missing-article.ts';
import { articlePath } from './parameters.ts';

const Entry = z
  .object({
    number: z.int().min(1).meta({ description: 'Number of the correction, for withdrawing it.', example: 7 }),
    editor: z.string().meta({ description: 'Name of the API key that made it.', example: 'news desk' }),
    at: Instant.meta({ description: 'Instant when it was made.' }),
    correction: ArticleCorrection,
  })
  .meta({ id: 'KeptCorrection', description: 'A correction with its editor and time.' });

const Corrections = itemOf(
  z.array(Entry).meta({ description: 'In the order they were made; a later one wins.' }),
  { article: 'the article' },
).meta({ id: 'Corrections', description: 'Corrections of an article by editors.' });

const common = {
  group: 'Articles',
  path: articlePath,
  produces: ['application/json'],
  response: Corrections,
  lifetime: 'now',
} satisfies Partial<Operation>;

/** `GET /v1/articles/:article/corrections` */
export const listCorrections: Operation = operation({
  ...common,
  id: 'listCorrections',
  summary: 'List the corrections of an article',
  description:
    'Corrections by editors. Send the `ETag` of the response as `If-Match` to correct the article.',
  parameters: noParameters,
  problems: ['not-found', 'gone'],
  async respond({ archive, base, path: { article = '' } }) {
    return resultOf(await correctedOf(archive, article), base, article);
  },
});

/** `POST /v1/articles/:article/corrections` */
export const correctArticle: Operation = operation({
  ...common,
  id: 'correctArticle',
  summary: 'Correct an article',
  description:
    'Adds corrections to the article. They apply at once, take precedence over extraction, and survive re-import and re-extraction. Needs a key, and `If-Match` with the `ETag` of the article or of its list of corrections (or `*`).',
  parameters: z.object({
    corrections: z
      .array(ArticleCorrection)
      .min(1)
      .max(100)
      .meta({ description: 'Corrections, in this order.' }),
  }),
  takesBody: true,
  bodyExample: {
    corrections: [{ do: 'set-speaker', exact: 'Over the past years', speaker: 'person/josep-borrell' }],
  },
  headers: ['IfMatch'],
  problems: [
    ...(['not-found', 'gone', 'invalid-body', 'body-too-large', 'unsupported-media-type'] as const),
    ...(['precondition-failed', 'precondition-required'] as const),
  ],
  async respond({ archive, writes, base, path: { article = '' }, parameters, headers, key }) {
    if (headers['if-match'] === undefined) {
      throw new Problem('precondition-required', 'Send If-Match with the ETag of the article.');
    }
    const isExpected = expectation(headers['if-match'], base);
    const { id, source } = referenceIn(present(await correctedOf(archive, article), article));
    requireSource(key, source);
    const done = await writes.correct(id, parameters.corrections, key?.name ?? '', isExpected);
    if (!done) throw changed();
    return resultOf(await correctedOf(archive, id), base, id);
  },
});

/** `DELETE /v1/articles/:article/corrections/:number` */
export const withdrawCorrection: Operation = operation({
  ...common,
  id: 'withdrawCorrection',
  summary: 'Withdraw a correction',
  description:
    'Withdraws one correction; the others still apply. Needs a key. `If-Match` is optional: with the `ETag` of the article or of its list of corrections, the correction is withdrawn only if they have not changed.',
  path: { ...articlePath, number: { description: 'The number of the correction.', example: '7' } },
  parameters: noParameters,
  headers: ['IfMatch'],
  problems: ['not-found', 'gone', 'precondition-failed'],
  async respond({ archive, writes, base, path: { article = '', number = '' }, headers, key }) {
    const { corrections, ...found } = present(await correctedOf(archive, article), article);
    const { id, source } = referenceIn(found);
    requireSource(key, source);
    if (!corrections.some((each) => String(each.number) === number)) {
      throw new Problem('not-found', `The article has no correction ${number.slice(0, 20)}.`);
    }
    const done = await writes.withdrawCorrection(id, Number(number), expectation(headers['if-match'], base));
    if (!done) throw changed();
    return resultOf(await correctedOf(archive, id), base, id);
  },
});

const Reference = Article.pick({ id: true, slug: true, source: true });

/** Returns the id of an article, its slug and that of its source. */
function referenceIn({ article }: Pick<CorrectedArticle, 'article'>) {
  const { id, slug, source } = Reference.parse(JSON.parse(article));
  return { id, slug, source: source?.slug ?? null };
}

/** Returns an article with its corrections. Throws a Problem if there is none. */
async function correctedOf(archive: ArchiveReads, reference: string): Promise<Found<CorrectedArticle>> {
  const found = await archive.corrected(reference);
  if (found.kind === 'absent') throw await missingArticle(archive, reference);
  return found;
}

function present(found: Found<CorrectedArticle>, reference: string): CorrectedArticle {
  if (found.kind === 'found') return found.value;
  const where = found.kind === 'moved' ? ` Its slug is ${found.slug} now.` : '';
  throw new Problem('not-found', `There is no article ${JSON.stringify(reference.slice(0, 100))}.${where}`);
}

function resultOf(found: Found<CorrectedArticle>, base: string, reference: string): Result {
  const corrected = present(found, reference);
  const { slug } = referenceIn(corrected);
  const address = `${base}/v1/articles/${encodeURIComponent(slug)}`;
  const links = { self: `${address}/corrections`, article: address };
  return {
    body: JSON.stringify({ data: corrected.corrections, links }),
    links: { self: links.self },
    headers: { etag: entityTag(printOf(corrected), 'identity') },
  };
}

/** Returns the opaque part of the ETag of a list of corrections: it changes with the article, too. */
function printOf({ article, corrections }: CorrectedArticle): string {
  return fingerprint(`${article}\n${JSON.stringify(corrections)}`);
}

/**
 * Returns a function that returns true if If-Match (RFC 9110, 13.1.1) has the ETag of the article or of its
 * corrections, or if there is no such header.
 */
export function expectation(header: string | undefined, base: string) {
  return (corrected: CorrectedArticle | undefined): boolean => {
    if (header === undefined) return true;
    if (corrected === undefined) return false;
    const { slug } = referenceIn(corrected);
    const prints = [printOf(corrected), fingerprint(articleBody(corrected.article, base, slug))];
    return prints.some((print) => matchingTag(header, print, 'identity') !== undefined);
  };
}

/** Returns the Problem of an article that is not the one in If-Match. */
export function changed(): Problem {
  return new Problem(
    'precondition-failed',
    'The article or its corrections have changed since the ETag in If-Match. Read them again.',
  );
}
