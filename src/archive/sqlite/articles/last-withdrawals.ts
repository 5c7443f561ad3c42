import { instantOf } from '../../../model/instant.ts';
import type { WithdrawalQuery } from '../../queries.ts';
import type { Withdrawn } from '../../state-results.ts';
import type { Connection } from '../connection.ts';

/** Creates the read of the articles that were withdrawn last, latest first. */
export function createLastWithdrawals(connection: Connection): (query: WithdrawalQuery) => Withdrawn[] {
  const select = (condition: string) =>
    connection.prepare<{ source: string; limit: number }, Omit<Withdrawn, 'at'> & { at: number }>(
      `SELECT id, slug, revision, withdrawn_at AS at, note
       FROM withdrawn_articles
       WHERE revision > 0 AND withdrawn_at > 0 ${condition}
       ORDER BY withdrawn_at DESC, id DESC
       LIMIT :limit`,
    );
  const all = select('');
  const ofSource = select('AND source = :source');
  return ({ source, limit }) => {
    const rows = source === undefined ? all.all({ source: '', limit }) : ofSource.all({ source, limit });
    return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
  };
}
