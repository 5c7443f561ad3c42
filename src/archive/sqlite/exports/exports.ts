import type { ExportReads } from '../../exports.ts';
import { once } from '../once.ts';
import type { Session } from '../session.ts';
import { createArticleHistories } from './article-histories.ts';
import { createExportRecords } from './export-records.ts';

/** Creates the reads of exports in one connection. */
export function createExports({ connection, read }: Session): ExportReads {
  const records = once(() => createExportRecords(connection));
  const histories = once(() => createArticleHistories(connection));
  return {
    tags: (after, limit) => read(() => records().tags(after, limit)),
    deletions: (after, limit) => read(() => records().deletions(after, limit)),
    histories: (ids) =>
      read(() => {
        const found = ids.map((id) => [id, histories().of(id)] as const);
        return new Map(found.flatMap(([id, history]) => (history ? [[id, history] as const] : [])));
      }),
  };
}
