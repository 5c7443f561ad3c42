import type { KeptReading, ReadArticle } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import type { RewriteResult, WriteResult } from '../../answers.ts';
import type { PreparedArticle } from '../../core/article-json/prepared-article.ts';
import type { Connection } from '../connection.ts';
import { correctedReading } from '../corrections/corrected-reading.ts';
import { articleParts, unchanged } from './article-parts.ts';
import { type IncomingArticle, incomingArticle } from './incoming-article.ts';
import type { ArticleRow } from './known-articles.ts';
import { publicationRuns } from './publication-runs.ts';
import { articleRestorer } from './restore-article.ts';
import { articleRewriter } from './rewrite-article.ts';

/** Writing and deleting articles, inside the caller's transaction. */
export interface ArticleWriting {
  write(articles: (ReadArticle | PreparedArticle)[]): WriteResult[];
  /** Whether there was such an article. */
  delete(id: string): boolean;
  /**
   * Writes articles again from a new reading of the same content, or from the one that they have, with the
   * corrections as they are now. The revision grows only where what the article says of itself changed.
   */
  rewrite(articles: { id: string; reading?: KeptReading }[]): RewriteResult[];
}

/** Gives the writing of articles in one connection. */
export function articleWriting(connection: Connection): ArticleWriting {
  const parts = articleParts(connection);
  const { known, corrections, rendering, putting } = parts;
  const restore = articleRestorer(connection, parts);
  const rewrite = articleRewriter(parts);

  const store = (
    { id, content: digest, rendered, reading }: IncomingArticle,
    before: ArticleRow | undefined,
    now: number,
  ): WriteResult => {
    const revision = (before?.revision ?? 0) + 1;
    const content = Buffer.from(digest, 'hex');
    const placement = { id, content, before, revision, storedAt: instantOf(now) };
    if (rendered && !corrections.concern(id)) return putting.put(rendered, placement, now);
    return putting.put(rendering.render(correctedReading(corrections, id, reading())), placement, now);
  };

  const write = (article: IncomingArticle, now: number): WriteResult => {
    if (article.stored) return restore(article, article.stored, now);
    const { id } = article;
    const content = Buffer.from(article.content, 'hex');
    const own = known.byId(id);
    if (own) return own.content.equals(content) ? unchanged(own) : store(article, own, now);
    // What was deleted stays deleted, however often a feed brings it again.
    const deleted = known.deleted(id);
    if (deleted) return unchanged({ id, ...deleted });
    const alias = known.alias(id);
    const original = alias?.content.equals(content) ? known.byId(alias.article) : undefined;
    if (original) return unchanged(original);
    const equal = known.byContent(content);
    if (equal) {
      known.putAlias(id, equal.id, content);
      return unchanged(equal);
    }
    if (alias) known.dropAlias(id);
    return store(article, undefined, now);
  };

  /** Does work as one piece of a transaction; `now` in seconds since 1970. */
  const settled = <T>(work: (now: number) => T): T => {
    parts.begin();
    const result = work(Math.floor(Date.now() / 1000));
    putting.settle();
    return result;
  };

  return {
    write: (articles) =>
      settled((now) => {
        const results: WriteResult[] = [];
        for (const run of publicationRuns(articles.map(incomingArticle))) {
          for (const { article, index } of run) results[index] = write(article, now);
        }
        return results;
      }),
    rewrite: (articles) => settled((now) => articles.map(({ id, reading }) => rewrite(id, reading, now))),
    delete: (id) =>
      settled((now) => {
        const row = known.byId(id);
        if (row === undefined) return false;
        putting.takeAway(row, now);
        known.putDeleted(id, row.slug, row.revision);
        return true;
      }),
  };
}
