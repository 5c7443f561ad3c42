import Database from 'better-sqlite3';
import { openReads } from '../../../../src/archive/sqlite/open.ts';
import { handleRequests } from '../../../../src/archive/sqlite/reader-pool/handle-requests.ts';

/**
 * A reader process whose facets take many minutes inside SQLite, and whose suggestions name the process. It reads all
 * else as it should. It cannot see that its parent was killed before its facets end, so they must end some time.
 */
const [path = ''] = process.argv.slice(2);
handleRequests(() => {
  const { session, reads } = openReads({ path, readOnly: true });
  return {
    session,
    reads: {
      ...reads,
      facets() {
        const count =
          'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000000000) SELECT count(*) FROM n';
        new Database(':memory:').prepare(count).get();
        return { facets: {} };
      },
      suggest: () => [{ word: 'process', suggestion: String(process.pid) }],
    },
  };
});
