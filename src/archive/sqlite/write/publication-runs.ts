import type { ReadArticle } from '../../../news/draft.ts';

/** An article and its place in the batch. */
export interface Placed {
  article: ReadArticle;
  index: number;
}

/**
 * The batch in runs, each sorted by publication: rows that reach FTS5 in key order are written twice as fast.
 * A run ends before an article whose source key or content it already holds, so that a document and its
 * correction in one batch keep their order.
 */
export function publicationRuns(articles: ReadArticle[]): Placed[][] {
  const runs: Placed[][] = [];
  let run: Placed[] = [];
  const held = new Set<string>();
  for (const [index, article] of articles.entries()) {
    const marks = [`key ${article.sourceKey}`, `content ${article.contentHash}`];
    if (marks.some((mark) => held.has(mark))) {
      runs.push(run);
      run = [];
      held.clear();
    }
    for (const mark of marks) held.add(mark);
    run.push({ article, index });
  }
  runs.push(run);
  for (const each of runs) {
    each.sort((a, b) => {
      if (a.article.publishedAt === b.article.publishedAt) return a.index - b.index;
      return a.article.publishedAt < b.article.publishedAt ? -1 : 1;
    });
  }
  return runs;
}
