import { z } from 'zod';
import { Problem } from '../errors.ts';
import { type ExportPosition, exportHead, exportLines } from '../exporting/export-lines.ts';
import { type Operation, operation } from '../http/operation.ts';
import { commaList } from '../http/request/parameters.ts';
import { readArticleFilter } from './articles/filter.ts';
import { articleFilterParameters } from './articles/parameters.ts';

const maxExports = 4;

/** `GET /v1/export.ndjson` */
export const exportArticles: Operation = createExportOperation();

function createExportOperation(): Operation {
  let running = 0;
  return operation({
    id: 'exportArticles',
    group: 'Archive',
    summary: 'Export articles',
    description:
      'All matching articles in full form, one JSON object per line, oldest publication first, undated articles before them, compressed if the client accepts gzip. `dateline import` can read it; with `include=archive,history` nothing is lost.\n\nAn article that does not change meanwhile appears exactly once. `Dateline-Seq` is the number of the last change before the export began. Apply the changes of `GET /v1/changes?since=` after it to get an exact copy. Resume an interrupted download with `after`, and keep the `Dateline-Seq` of its first part.',
    parameters: z.object({
      ...articleFilterParameters,
      after: z
        .string()
        .regex(
          /^(undated:)?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z,[0-9a-z]{1,40}$/,
          'must be like 2024-11-03T11:59:00Z,a7q2k0x9m4v1c8t3',
        )
        .optional()
        .meta({
          description:
            'Continue after this article: `publishedAt` and `id` of the last complete line, separated by a comma. For an undated article, write `undated:` and its `storedAt` instead of `publishedAt`.',
          example: '2024-11-03T11:59:00Z,a7q2k0x9m4v1c8t3',
        }),
      include: commaList(z.enum(['archive', 'history']))
        .optional()
        .meta({
          description:
            '`archive` adds lines before the articles: the id of the archive, its people, topics, organizations and places, corrections of tags, and deletions. `history` adds corrections, earlier revisions and former slugs to each article.',
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
      if (running >= maxExports) {
        throw new Problem('too-many-exports', `The maximum of ${maxExports} concurrent exports is reached.`, {
          headers: { 'retry-after': '30' },
        });
      }
      const source = { reads: archive, exports, changes, state };
      const { dateline } = await exportHead(source);
      const request = {
        filter,
        after: after === undefined ? undefined : positionIn(after),
        metadata: include.includes('archive'),
        history: include.includes('history'),
        throttled: true,
      };
      return {
        async *stream() {
          running += 1;
          try {
            yield* exportLines(source, request);
          } finally {
            running -= 1;
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

/** Parses the position to continue after. */
// "undated:2026-11-30T20:00:00Z,a7q2" → { publishedAt: null, storedAt: "2026-11-30T20:00:00Z", id: "a7q2" }
function positionIn(after: string): ExportPosition {
  const [time = '', id = ''] = after.split(',');
  const instant = time.replace('undated:', '');
  return { publishedAt: time === instant ? instant : null, storedAt: instant, id };
}
