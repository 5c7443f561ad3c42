import type { ExportReads } from '../../exports.ts';
import { once } from '../once.ts';
import type { Session } from '../session.ts';
import { createArticleHistories } from './article-histories.ts';
import { createExportRecords } from './export-records.ts';

/** Creates the reads of exports in one connection. */
export function createExports({ connection, read }: Session): ExportReads {
  const records = once(() => createExportRecords(connection));
  const histories = once(() => createArticleHistories(connection));
  const versions = once(() =>
    connection.prepare<{ ids: string }, { id: string; version: number }>(
      `SELECT a.id, a.version
       FROM json_each(:ids) k CROSS JOIN articles a ON a.id = k.value
       WHERE a.version IS NOT NULL`,
    ),
  );
  return {
    tags: (after, limit) => read(() => records().tags(after, limit)),
    deletions: (after, limit) => read(() => records().deletions(after, limit)),
    versions: (ids) =>
      read(
        () =>
          new Map(
            versions()
              .all({ ids: JSON.stringify(ids) })
              .map(({ id, version }) => [id, version]),
          ),
      ),
    histories: (ids) =>
      read(() => {
        const found = ids.map((id) => [id, histories().of(id)] as const);
        return new Map(found.flatMap(([id, history]) => (history ? [[id, history] as const] : [])));
      }),
  };
}
