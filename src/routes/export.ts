import { z } from 'zod';
import { Problem } from '../errors.ts';
import { exportHead, exportLines } from '../exporting/export-lines.ts';
import { type Operation, operation } from '../http/operation.ts';
import { commaList } from '../http/request/parameters.ts';
import { readArticleFilter } from './articles/filter.ts';
import { articleFilterParameters } from './articles/parameters.ts';

/** Maximum number of concurrent exports in a process. */
const most = 4;

/** `GET /v1/export.ndjson` */
export const exportArticles: Operation = exporting();

function exporting(): Operation {
  let underWay = 0;
  return operation({
    id: 'exportArticles',
    group: 'Archive',
    summary: 'Take everything along',
    description:
      'All articles that match, in their full form, one JSON object a line, oldest publication first, as fast as the client takes them; gzip where the client accepts it. `dateline import` reads it again, and loses nothing with `include=archive,history`.\n\nAn article that nobody changes meanwhile is in it exactly once. `Dateline-Seq` is the number of the last change before the export began: fetch what `GET /v1/changes?since=` names after it, and the copy is exact. A download that broke off goes on with `after`; keep the `Dateline-Seq` of its first part.',
    parameters: z.object({
      ...articleFilterParameters,
      after: z
        .string()
        .regex(
          /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z,[0-9a-z]{1,40}$/,
          'must be like 2024-11-03T11:59:00Z,a7q2k0x9m4v1c8t3',
        )
        .optional()
        .meta({
          description:
            'Go on after this article: `publishedAt` and `id` of the last whole line, with a comma between.',
          example: '2024-11-03T11:59:00Z,a7q2k0x9m4v1c8t3',
        }),
      include: commaList(z.enum(['archive', 'history']))
        .optional()
        .meta({
          description:
            '`archive`: before the articles, lines that say which archive this is, its people, topics, organizations and places with all that finds them in texts, and what editors set right for all articles. `history`: with each article its corrections, earlier revisions and former slugs.',
          example: ['archive', 'history'],
          explode: false,
        }),
    }),
    produces: ['application/x-ndjson'],
    response: null,
    lifetime: 'now',
    problems: ['too-many-exports'],
    async respond({ archive, state, exports, changes, parameters }) {
      const { after, include = [], ...narrowing } = parameters;
      const { filter } = readArticleFilter(narrowing);
      if (underWay >= most) {
        throw new Problem('too-many-exports', `The maximum of ${most} concurrent exports is reached.`, {
          headers: { 'retry-after': '30' },
        });
      }
      const [publishedAt = '', id = ''] = after?.split(',') ?? [];
      const source = { reads: archive, exports, changes, state };
      const { dateline } = await exportHead(source);
      const request = {
        filter,
        after: after === undefined ? undefined : { publishedAt, id },
        metadata: include.includes('archive'),
        history: include.includes('history'),
        throttled: true,
      };
      return {
        async *stream() {
          underWay += 1;
          try {
            yield* exportLines(source, request);
          } finally {
            underWay -= 1;
          }
        },
        ends: true,
        headers: {
          'dateline-seq': String(dateline.seq),
          'dateline-archive': dateline.archive,
          'content-disposition': 'attachment; filename="export.ndjson"',
        },
      };
    },
  });
}
