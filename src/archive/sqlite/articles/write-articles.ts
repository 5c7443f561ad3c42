import type { ReadArticle, StoredReading, WithdrawalNotice } from '../../../model/draft.ts';
import type { PreparedArticle } from '../../core/article-json/prepared-article.ts';
import { publicationRuns } from '../../core/publication-runs.ts';
import type { RewriteResult, WriteResult } from '../../results.ts';
import type { StateChange } from '../../state-results.ts';
import type { Connection } from '../connection.ts';
import { createArrivals } from './arrivals.ts';
import { createArticleParts } from './article-parts.ts';
import { createStateWriter, type StateWriter } from './change-states.ts';
import { incomingDocument } from './incoming-article.ts';
import { createArticlePublisher } from './publish-article.ts';
import { createArticleRewriter } from './rewrite-article.ts';

/** Writes and deletes articles inside the caller's transaction. */
export interface ArticleWriter {
  /** Writes a batch and returns the results in its order. */
  write(documents: (ReadArticle | PreparedArticle | WithdrawalNotice)[]): WriteResult[];
  /** Changes the states of articles. `now` is in seconds since 1970. */
  change(work: (states: StateWriter, now: number) => StateChange[]): StateChange[];
  /** Publishes unpublished copy. Skips ids that have none. */
  publish(ids: string[]): WriteResult[];
  /**
   * Renders articles again from a new reading of the same content, or from the stored one, with the present
   * corrections. The revision grows only if the text or metadata changed.
   */
  rewrite(articles: { id: string; reading?: StoredReading }[]): RewriteResult[];
  /** Updates the tags of the keywords, sections and authors of articles, without rendering them again. */
  retag(articles: { key: number }[]): void;
}

/** Creates the writer of a connection. */
export function createArticleWriter(connection: Connection): ArticleWriter {
  const parts = createArticleParts(connection);
  const publisher = createArticlePublisher(parts);
  const write = createArrivals(connection, parts, publisher);
  const states = createStateWriter(connection, parts, publisher);
  const rewrite = createArticleRewriter(parts);

  /** Runs a write with the present time, in seconds since 1970. */
  const run = <T>(work: (now: number) => T): T => {
    parts.begin();
    const result = work(Math.floor(Date.now() / 1000));
    parts.store.finish();
    states.finish();
    return result;
  };

  return {
    write: (documents) =>
      run((now) => {
        const results: WriteResult[] = [];
        for (const sorted of publicationRuns(documents.map(incomingDocument))) {
          for (const { article, index } of sorted) results[index] = write(article, now);
        }
        return results;
      }),
    change: (work) => run((now) => work(states, now)),
    publish: (ids) => run((now) => ids.flatMap((id) => states.publish(id, now) ?? [])),
    rewrite: (articles) => run((now) => articles.map(({ id, reading }) => rewrite(id, reading, now))),
    retag: (articles) =>
      run(() => {
        for (const { key } of articles) parts.store.retag(key);
      }),
  };
}
