import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { CorrectedArticle } from '../../archive/results.ts';
import type { ArticleInState, StateChange } from '../../archive/state-results.ts';
import type { ArticleStates } from '../../archive/states.ts';
import { Problem } from '../../errors.ts';
import { requireSource } from '../../http/api-key.ts';
import { noParameters, type Operation, operation, type Result } from '../../http/operation.ts';
import type { ApiKey } from '../../model/api-key.ts';
import { appliesTo, articleStates, type StateAction } from '../../model/article-state.ts';
import { itemOf } from '../response/item.ts';
import { changed, expectation } from './corrections.ts';
import { articleAddress } from './get.ts';
import { goneArticle, missingArticle, noArticle } from './missing-article.ts';
import { articlePath } from './parameters.ts';

const State = z.enum(articleStates);

const Changed = itemOf(
  z
    .object({
      id: z.string().meta({ description: 'The id of the article.', example: 'a7q2k0x9m4v1c8t3' }),
      slug: z
        .string()
        .nullable()
        .meta({ description: 'Its slug; null if it was never published.', example: 'eu-borrell-vows' }),
      before: State.meta({ description: 'Its state before this request.', example: 'published' }),
      after: z.enum([...articleStates, 'absent']).meta({
        description:
          'Its state now; `absent` if only the withdrawal was stored and was lifted, or if its text is published as another article.',
        example: 'withdrawn',
      }),
    })
    .meta({ description: 'The article and its states.' }),
  { article: 'the article' },
).meta({ id: 'StateChange', description: 'The change of the state of an article.' });

const common = {
  group: 'Articles',
  path: {
    article: {
      ...articlePath.article,
      description: `${articlePath.article.description} Articles that were never published have only an id.`,
    },
  },
  produces: ['application/json'],
  response: Changed,
  lifetime: 'now',
} satisfies Partial<Operation>;

/** `DELETE /v1/articles/:article` */
export const withdrawArticle: Operation = operation({
  ...common,
  id: 'withdrawArticle',
  summary: 'Withdraw an article',
  description:
    'Removes the article from all lists, searches, counts and feeds at once. Its address answers 410 with the date and the note, and the change log has a deletion. Imports do not bring it back. Also withdraws held copy and drafts. Needs a key, and `If-Match` with the `ETag` of the article (or `*`).',
  parameters: z.object({
    note: z.string().trim().min(1).max(1000).optional().meta({
      description: 'Reason, which readers of the address get.',
      example: 'Withdrawn by the agency.',
    }),
  }),
  headers: ['IfMatch'],
  problems: ['not-found', 'gone', 'precondition-failed', 'precondition-required'],
  async respond({ archive, states, writes, base, path: { article = '' }, parameters, headers, key }) {
    const condition = headers['if-match'];
    if (condition === undefined) {
      throw new Problem('precondition-required', 'Send If-Match with the ETag of the article.');
    }
    const { id, state } = await articleIn({ archive, states, key }, article);
    if (state === 'withdrawn') throw await missingArticle(archive, id);
    const isExpected = expectation(condition, base);
    // Copy that was never public has no ETag.
    const expected = (present: CorrectedArticle | undefined) =>
      present === undefined ? condition.trim() === '*' : isExpected(present);
    const [change] = await writes.withdraw([id], { note: parameters.note ?? null, expected });
    if (change?.mismatch) throw changed();
    return resultOf(change, id, base);
  },
});

/** `POST /v1/articles/:article/restore` */
export const restoreArticle = changingState('restore', {
  id: 'restoreArticle',
  summary: 'Restore a withdrawn article',
  description:
    'Publishes a withdrawn article again at its address, with its corrections, as a new revision. Copy that was withdrawn before it was published is held or a draft again. Needs a key.',
});

/** `POST /v1/articles/:article/release` */
export const releaseArticle = changingState('release', {
  id: 'releaseArticle',
  summary: 'Publish held copy or a draft now',
  description:
    'Publishes the held copy or the draft with this id, before it is due. `GET /v1/held` lists them. Needs a key.',
});

/** `POST /v1/articles/:article/purge` */
export const purgeArticle = changingState('purge', {
  id: 'purgeArticle',
  summary: 'Erase an article for good',
  description:
    'Erases the article, its revisions and its corrections. Nobody can undo this, and no import brings it back. Its address answers 410 without details. `dateline compact` removes the remaining bytes from the database file. Needs a key.',
});

function changingState(
  action: Exclude<StateAction, 'withdraw'>,
  documentation: { id: string; summary: string; description: string },
): Operation {
  return operation({
    ...common,
    ...documentation,
    parameters: noParameters,
    problems: ['not-found', 'gone', 'wrong-state'],
    async respond({ archive, states, writes, base, path: { article = '' }, key }) {
      const { id, state, next } = await articleIn({ archive, states, key }, article);
      if (!appliesTo(action, state, next)) {
        throw new Problem('wrong-state', `The article is ${state}, so there is nothing to ${action}.`);
      }
      const [change] = await writes[action]([id]);
      return resultOf(change, id, base);
    },
  });
}

/**
 * Returns the article in any state but purged that an id or slug means. Throws a Problem if there is none, or if the key
 * may not change it.
 */
async function articleIn(
  { archive, states, key }: { archive: ArchiveReads; states: ArticleStates; key: ApiKey | undefined },
  reference: string,
): Promise<ArticleInState> {
  const [found, ...others] = await states.find(reference);
  if (found === undefined) throw await missingArticle(archive, reference);
  if (others.length > 0) {
    const ids = [found, ...others].map(({ id }) => id).join(', ');
    throw new Problem('not-found', `Several articles have this address: ${ids}. Use an id.`);
  }
  requireSource(key, found.source);
  return found;
}

function resultOf(change: StateChange | undefined, id: string, base: string): Result {
  // Another request removed it meanwhile.
  if (change === undefined || change.before === 'absent') throw noArticle(id);
  if (change.before === 'purged') throw goneArticle({ kind: 'purged' });
  const { slug, before, after } = change;
  const self = `${base}${articleAddress(slug || id)}`;
  const data = { id, slug: slug || null, before, after };
  return { body: JSON.stringify({ data, links: { self, article: self } }) };
}
