import { instantOf } from '../../model/instant.ts';
import type { Change } from '../answers.ts';
import type { Connection } from './connection.ts';

/** Gives the change log from a place on, oldest first. */
export function changeLog(connection: Connection): (since: number, limit: number) => Change[] {
  const select = connection.prepare<
    { since: number; limit: number },
    { seq: number; article: string; kind: Change['kind']; revision: number; at: number }
  >(
    `SELECT seq, article, kind, revision, at FROM changes
     WHERE seq > :since
     ORDER BY seq
     LIMIT :limit`,
  );
  return (since, limit) => select.all({ since, limit }).map((row) => ({ ...row, at: instantOf(row.at) }));
}

/** Gives the number of the last change. */
export function lastChange(connection: Connection): () => number {
  const select = connection.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM changes').pluck();
  return () => select.get() ?? 0;
}
