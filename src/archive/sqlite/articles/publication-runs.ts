/** What decides the order of writing. */
interface Written {
  id: string;
  content: string;
  /** Seconds since 1970. */
  publishedAt: number;
}

/** An article and its place in the batch. */
export interface Placed<Article> {
  article: Article;
  index: number;
}

/**
 * The batch in runs, each sorted by publication: rows that reach FTS5 in key order are written twice as fast.
 * A run ends before an article whose id or content it already holds, so that a document and its
 * correction in one batch keep their order.
 */
export function publicationRuns<Article extends Written>(articles: Article[]): Placed<Article>[][] {
  const runs: Placed<Article>[][] = [];
  let run: Placed<Article>[] = [];
  const held = new Set<string>();
  for (const [index, article] of articles.entries()) {
    const marks = [`id ${article.id}`, `content ${article.content}`];
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
    each.sort((a, b) => a.article.publishedAt - b.article.publishedAt || a.index - b.index);
  }
  return runs;
}
