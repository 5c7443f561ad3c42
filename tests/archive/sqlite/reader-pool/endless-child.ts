import Database from 'better-sqlite3';
import { openSqliteArchive } from '../../../../src/archive/sqlite/open.ts';
import { answerRequests } from '../../../../src/archive/sqlite/reader-pool/answer-requests.ts';

/**
 * A reading process whose facets never come to an end, inside SQLite, and whose suggestions name the process. All else
 * it reads as it should.
 */
const [path = ''] = process.argv.slice(2);
answerRequests(() => ({
  ...openSqliteArchive({ path, readOnly: true }).reads,
  facets() {
    const count = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    new Database(':memory:').prepare(count).get();
    return { facets: {} };
  },
  suggest: () => [{ word: 'process', suggestion: String(process.pid) }],
}));
