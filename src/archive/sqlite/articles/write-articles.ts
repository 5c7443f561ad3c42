import type { ReadArticle, StoredReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import type { PreparedArticle } from '../../core/article-json/prepared-article.ts';
import { retaggedReading } from '../../core/article-json/retagged-reading.ts';
import { publicationRuns } from '../../core/publication-runs.ts';
import { decideWrite } from '../../core/write-decision.ts';
import type { RewriteResult, WriteResult } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createArticleParts, unchanged } from './article-parts.ts';
import { type IncomingArticle, incomingArticle } from './incoming-article.ts';
import type { ArticleRow } from './known-articles.ts';
import { createArticleRestorer } from './restore-article.ts';
import { createArticleRewriter } from './rewrite-article.ts';

/** Writes and deletes articles inside the caller's transaction. */
export interface ArticleWriter {
  /** Writes a batch and returns the results in its order. */
  write(articles: (ReadArticle | PreparedArticle)[]): WriteResult[];
  /** Deletes an article. Returns true if there was one. */
  delete(id: string): boolean;
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
  const { known, corrections, identities, renderer, store } = parts;
  const restore = createArticleRestorer(connection, parts);
  const rewrite = createArticleRewriter(parts);

  const put = (article: IncomingArticle, before: ArticleRow | undefined, now: number): WriteResult => {
    const { id, rendered } = article;
    const content = Buffer.from(article.content, 'hex');
    const revision = (before?.revision ?? 0) + 1;
    const placement = { id, content, before, revision, storedAt: instantOf(now) };
    const renamed = identities.resolve(article.identities);
    const asRead =
      rendered && renamed.size === 0 && !corrections.concern(id, rendered) ? rendered : undefined;
    if (asRead) corrections.dropReading(id);
    const present = () => corrections.apply(id, retaggedReading(article.reading(), renamed));
    const result = store.put(asRead ?? renderer.render(present()), placement, now);
    identities.learn(article.identities, renamed);
    return result;
  };

  const write = (article: IncomingArticle, now: number): WriteResult => {
    if (article.stored) return restore(article, article.stored, now);
    const { id } = article;
    const content = Buffer.from(article.content, 'hex');
    const decision = decideWrite(known, id, content);
    switch (decision.kind) {
      case 'same':
      case 'deleted':
        return unchanged(decision.article);
      case 'alias':
        known.putAlias(id, decision.article.id, content);
        return unchanged(decision.article);
      case 'changed':
        return put(article, decision.before, now);
      case 'new':
        if (decision.staleAlias) known.dropAlias(id);
        return put(article, undefined, now);
    }
  };

  /** Runs a write with the present time, in seconds since 1970. */
  const run = <T>(work: (now: number) => T): T => {
    parts.begin();
    const result = work(Math.floor(Date.now() / 1000));
    store.finish();
    return result;
  };

  return {
    write: (articles) =>
      run((now) => {
        const results: WriteResult[] = [];
        for (const sorted of publicationRuns(articles.map(incomingArticle))) {
          for (const { article, index } of sorted) results[index] = write(article, now);
        }
        return results;
      }),
    rewrite: (articles) => run((now) => articles.map(({ id, reading }) => rewrite(id, reading, now))),
    retag: (articles) =>
      run(() => {
        for (const { key } of articles) store.retag(key);
      }),
    delete: (id) =>
      run((now) => {
        const row = known.byId(id);
        if (row === undefined) return false;
        store.remove(row, now);
        known.putDeleted(id, row.slug, row.revision);
        return true;
      }),
  };
}
