import { z } from 'zod';
import type { Change } from '../archive/answers.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import { type Operation, operation } from '../http/operation.ts';
import { commaList, invalid } from '../http/request/parameters.ts';
import { Article } from '../model/article.ts';
import { Instant } from '../model/instant.ts';
import { listBody, withMember } from './response/json-text.ts';
import { ApiWarning, ignoredWarnings } from './response/warnings.ts';

const ChangeEntry = z
  .object({
    seq: z.int().meta({ description: 'The number of the change; they have no gaps.', example: 42 }),
    article: z.string().meta({ description: 'The id of the article.', example: 'a7q2k0c1d4e5f6g7' }),
    kind: z.enum(['new', 'changed', 'deleted']).meta({ description: 'What happened.', example: 'new' }),
    revision: z.int().meta({ description: 'The revision of the article that this made.', example: 1 }),
    at: Instant.meta({ description: 'When it happened.' }),
    now: Article.nullable().optional().meta({
      description: 'With `include=article`: the article as it is now; null when it is gone.',
    }),
  })
  .meta({ id: 'Change', description: 'A change of one article.' });

/** `GET /v1/changes` */
export const listChanges: Operation = operation({
  id: 'listChanges',
  group: 'Articles',
  summary: 'Read what changed',
  description:
    'The change log, oldest first: every article that is new, changed or was deleted, numbered without gaps, for ever. A copy that applies all in order equals the archive: keep `page.next` and hand it back as `since`, at once while `page.more` is true, and later to see what came meanwhile. `include=article` brings each article as it is now; where it changed again since, that comes later in the log.',
  parameters: z.object({
    since: z.int().min(0).default(0).meta({
      description: 'The number of the last change that you know; 0 begins at the beginning.',
      example: 41,
    }),
    limit: z.int().min(1).max(1000).default(100).meta({
      description: 'How many changes at most; with `include=article`, 100.',
      example: 100,
    }),
    include: commaList(z.enum(['article']))
      .optional()
      .meta({ description: 'What to add to each change.', example: ['article'], explode: false }),
  }),
  produces: ['application/json'],
  lifetime: 'list',
  response: z
    .object({
      data: z.array(ChangeEntry).meta({ description: 'The oldest change first.' }),
      page: z
        .object({
          next: z.int().meta({ description: 'What to hand back as `since`.', example: 42 }),
          more: z.boolean().meta({ description: 'Whether there are changes after these.', example: false }),
          last: z.int().meta({ description: 'The number of the last change there is.', example: 42 }),
        })
        .meta({ description: 'Where these changes stand in the log.' }),
      links: z
        .object({
          self: z.string().meta({ description: 'These changes.', example: '/v1/changes' }),
          next: z.string().meta({ description: 'Those that follow.', example: '/v1/changes?since=42' }),
        })
        .meta({ description: 'Where the log goes on, now or later.' }),
      meta: z
        .object({
          warnings: z
            .array(ApiWarning)
            .meta({ description: 'What may not be as the caller expects.', example: [] }),
        })
        .meta({ description: 'How the request was understood.' }),
    })
    .meta({ id: 'ChangeList', description: 'A stretch of the change log.' }),
  async respond({ archive, changes: log, parameters: { since, limit, include }, address, ignored }) {
    const last = await log.last();
    if (since > last) {
      throw invalid([
        {
          param: 'since',
          value: since,
          reason: `is after the last change (${last}): this is another archive or an older copy; start again at 0`,
        },
      ]);
    }
    const changes = await log.since(since, include ? Math.min(limit, 100) : limit);
    const entries = include
      ? await withArticles(archive, changes)
      : changes.map((change) => JSON.stringify(change));
    const next = changes.at(-1)?.seq ?? since;
    const links = { self: address(), next: address({ since: next }) };
    const rest = {
      page: { next, more: next < last, last },
      links,
      meta: { warnings: ignoredWarnings(ignored) },
    };
    return { body: listBody(entries, rest), links };
  },
});

async function withArticles(archive: ArchiveReads, changes: Change[]): Promise<string[]> {
  const now = new Map<string, string>();
  for (const { article } of changes) {
    if (now.has(article)) continue;
    const found = await archive.article(article);
    now.set(article, found.kind === 'found' ? found.value : 'null');
  }
  return changes.map((change) =>
    withMember(JSON.stringify(change), 'now', now.get(change.article) ?? 'null'),
  );
}
