import { z } from 'zod';
import { fullPageBytes } from '../archive/queries.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import type { Change } from '../archive/results.ts';
import { handleOthers } from '../http/handle-others.ts';
import { type Operation, operation } from '../http/operation.ts';
import { invalid } from '../http/request/parameter-faults.ts';
import { commaList } from '../http/request/parameters.ts';
import { Article } from '../model/article.ts';
import { Instant } from '../model/instant.ts';
import { listBody, withMember } from './response/json-text.ts';
import { ApiWarning, ignoredWarnings } from './response/warnings.ts';

const ChangeEntry = z
  .object({
    seq: z.int().meta({ description: 'Number of the change, without gaps.', example: 42 }),
    article: z.string().meta({ description: 'The id of the article.', example: 'a7q2k0c1d4e5f6g7' }),
    kind: z.enum(['new', 'changed', 'deleted']).meta({ description: 'Kind of change.', example: 'new' }),
    revision: z.int().meta({ description: 'Revision of the article that this change created.', example: 1 }),
    at: Instant.meta({ description: 'Instant of the change.' }),
    now: Article.nullable().optional().meta({
      description: 'With `include=article`: the current article; null if it was deleted.',
    }),
  })
  .meta({ id: 'Change', description: 'A change of one article.' });

/** `GET /v1/changes` */
export const listChanges: Operation = operation({
  id: 'listChanges',
  group: 'Articles',
  summary: 'Read the change log',
  description:
    'The change log, oldest first: every new, changed or deleted article, numbered without gaps. A copy that applies all changes in order equals the archive. Send `page.next` as `since`: at once while `page.more` is true, later to get new changes. `include=article` adds the current article to each change; if it changed again, another change follows.',
  parameters: z.object({
    since: z.int().min(0).default(0).meta({
      description: 'Number of the last change that the client knows; 0 to start at the beginning.',
      example: 41,
    }),
    limit: z.int().min(1).max(1000).default(100).meta({
      description: 'Maximum number of changes; at most 100 with `include=article`.',
      example: 100,
    }),
    include: commaList(z.enum(['article']))
      .optional()
      .meta({ description: 'Data to add to each change.', example: ['article'], explode: false }),
  }),
  produces: ['application/json'],
  lifetime: 'list',
  isLong: ({ include }) => include !== undefined,
  response: z
    .object({
      data: z.array(ChangeEntry).meta({ description: 'Oldest change first.' }),
      page: z
        .object({
          next: z.int().meta({ description: 'Value of `since` for the next request.', example: 42 }),
          more: z.boolean().meta({ description: 'True if further changes follow.', example: false }),
          last: z.int().meta({ description: 'Number of the last change in the log.', example: 42 }),
        })
        .meta({ description: 'Position of these changes in the log.' }),
      links: z
        .object({
          self: z.string().meta({ description: 'These changes.', example: '/v1/changes' }),
          next: z.string().meta({ description: 'The following changes.', example: '/v1/changes?since=42' }),
        })
        .meta({ description: 'Related addresses.' }),
      meta: z
        .object({
          warnings: z.array(ApiWarning).meta({ description: 'Warnings about the request.', example: [] }),
        })
        .meta({ description: 'The parsed request.' }),
    })
    .meta({ id: 'ChangeList', description: 'A part of the change log.' }),
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
    const next = changes[entries.length - 1]?.seq ?? since;
    const links = { self: address(), next: address({ since: next }) };
    const rest = {
      page: { next, more: next < last, last },
      links,
      meta: { warnings: ignoredWarnings(ignored) },
    };
    return { body: listBody(entries, rest), links };
  },
});

/** Number of articles that are read before other requests are handled. */
const articlesPerTurn = 20;

/** Returns the first changes with their articles: at least one, and no more than a page may have bytes. */
async function withArticles(archive: ArchiveReads, changes: Change[]): Promise<string[]> {
  const entries: string[] = [];
  let bytes = 0;
  for (const change of changes) {
    if (entries.length % articlesPerTurn === 0) await handleOthers();
    const found = await archive.article(change.article);
    const now = found.kind === 'found' ? found.value : 'null';
    bytes += Buffer.byteLength(now);
    if (bytes > fullPageBytes && entries.length > 0) break;
    entries.push(withMember(JSON.stringify(change), 'now', now));
  }
  return entries;
}
