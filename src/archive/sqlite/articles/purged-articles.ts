import { hmacSha256 } from '../../../model/hmac.ts';
import type { Connection } from '../connection.ts';
import { once } from '../once.ts';

/** What is remembered of purged articles: keyed hashes of their ids, slugs and contents. */
export interface PurgedArticles {
  /** True if no article was ever purged. Cached until `begin()`. */
  isEmpty(): boolean;
  /** True if this is the id, slug or former slug of a purged article. */
  has(reference: string): boolean;
  /** True if a purged article that was public had this id, slug or former slug. */
  wasPublic(reference: string): boolean;
  /** True if a purged article had this content. */
  hasContent(content: Buffer): boolean;
  put(article: { references: Iterable<string>; contents: Iterable<Buffer>; wasPublic: boolean }): void;
  /** Clears the cache. Must be called when a transaction begins. */
  begin(): void;
}

/** Creates the rows of a connection. The key of the hashes is the secret of the archive. */
export function createPurgedArticles(connection: Connection): PurgedArticles {
  const secret = once(() => connection.prepare<[], string>('SELECT secret FROM archive').pluck().get() ?? '');
  const select = connection
    .prepare<[string], number>('SELECT was_public FROM purged_articles WHERE hash = ?')
    .pluck();
  const insert = connection.prepare<[string, number]>(
    `INSERT INTO purged_articles (hash, was_public) VALUES (?, ?)
     ON CONFLICT (hash) DO UPDATE SET was_public = max(was_public, excluded.was_public)`,
  );
  const selectAny = connection.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM purged_articles)').pluck();
  let empty: boolean | undefined;
  const ofReference = (reference: string) => hmacSha256(secret(), `purged article ${reference}`);
  const ofContent = (content: Buffer) => hmacSha256(secret(), `purged content ${content.toString('hex')}`);
  const isEmpty = () => {
    empty ??= selectAny.get() === 0;
    return empty;
  };
  const find = (hash: () => string) => (isEmpty() ? undefined : select.get(hash()));

  return {
    isEmpty,
    has: (reference) => find(() => ofReference(reference)) !== undefined,
    wasPublic: (reference) => find(() => ofReference(reference)) === 1,
    hasContent: (content) => find(() => ofContent(content)) !== undefined,
    put({ references, contents, wasPublic }) {
      for (const reference of references) insert.run(ofReference(reference), wasPublic ? 1 : 0);
      for (const content of contents) insert.run(ofContent(content), 0);
      empty = undefined;
    },
    begin() {
      empty = undefined;
    },
  };
}
