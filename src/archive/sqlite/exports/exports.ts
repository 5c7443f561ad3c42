import type { ExportReads } from '../../exports.ts';
import { once } from '../once.ts';
import type { Session } from '../session.ts';
import { articleHistories } from './article-histories.ts';
import { keptBeside } from './kept-beside.ts';

/** Creates the reads of exports in one connection. */
export function createExports({ connection, read }: Session): ExportReads {
  const kept = once(() => keptBeside(connection));
  const histories = once(() => articleHistories(connection));
  return {
    tags: (after, limit) => read(() => kept().tags(after, limit)),
    deletions: (after, limit) => read(() => kept().deletions(after, limit)),
    histories: (ids) =>
      read(() => {
        const found = ids.map((id) => [id, histories().of(id)] as const);
        return new Map(found.flatMap(([id, history]) => (history ? [[id, history] as const] : [])));
      }),
  };
}
