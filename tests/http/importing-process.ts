import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { instantOf } from '../../src/model/instant.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

/** Imports 5,000 articles of 1990 about other people in small batches, and says so after the first and the last. */
const archive = openSqliteArchive({ path: process.argv[2] ?? '' });
for (let first = 0; first < 5000; first += 250) {
  const batch = Array.from({ length: 250 }, (_, index) =>
    sampleArticle({
      headline: `Unrelated ${first + index}`,
      publishedAt: instantOf(Date.UTC(1990, 0, 1) / 1000 + (first + index) * 60),
      tags: [`person/other-${(first + index) % 40}`, 'topic/elsewhere'],
    }),
  );
  await archive.writes.writeArticles(batch);
  if (first === 0) process.send?.('begun');
}
await archive.close();
process.send?.('done');
