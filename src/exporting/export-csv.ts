import { setImmediate } from 'node:timers/promises';
import type { ArchiveReads } from '../archive/reads.ts';
import { Article } from '../model/article.ts';
import type { ArticleFilter } from '../model/query.ts';
import { csvHeader, csvRows } from '../publishing/csv.ts';
import type { Site } from '../publishing/published.ts';
import { exportedArticles } from './export-lines.ts';

/** Yields the articles of a filter with their text as parts of one CSV table (RFC 4180), oldest first. */
export async function* exportCsv(
  reads: ArchiveReads,
  filter: ArticleFilter,
  site: Site,
): AsyncGenerator<string> {
  const wanted = { withBody: true };
  yield csvHeader(wanted);
  for await (const items of exportedArticles(reads, filter)) {
    if (items.length > 0) {
      yield csvRows(
        items.map((item) => Article.parse(JSON.parse(item))),
        wanted,
        site,
      );
    }
    await setImmediate();
  }
}
