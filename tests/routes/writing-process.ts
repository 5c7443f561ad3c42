import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

/** Writes an article for each message it gets, and answers its id when that is committed. */
const archive = openSqliteArchive({ path: process.argv[2] ?? '' });
process.on('message', async (headline) => {
  const [written] = await archive.writes.writeArticles([sampleArticle({ headline: String(headline) })]);
  process.send?.(written?.id);
});
process.on('disconnect', () => archive.close());
process.send?.('ready');
