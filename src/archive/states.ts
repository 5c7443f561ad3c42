import type { Instant } from '../model/instant.ts';
import type { Awaitable } from './awaitable.ts';
import type { ArrivedArticle, ArticleInState, UnpublishedArticle } from './state-results.ts';

/** A query on unpublished articles. */
export interface UnpublishedQuery {
  state?: UnpublishedArticle['state'] | undefined;
  /** Slug of a source; undefined for all. */
  source?: string | undefined;
  limit: number;
  /** Id of the article to continue after. It need not exist any more. */
  after?: string | undefined;
}

/** Articles by their state, also those that are not public. Only for editors. */
export interface ArticleStates {
  /** Returns held copy and drafts in the order of their ids. */
  unpublished(query: UnpublishedQuery): Awaitable<UnpublishedArticle[]>;
  /** Returns the earliest instant at which held copy is due; undefined if there is none. */
  nextDue(): Awaitable<Instant | undefined>;
  /**
   * Returns the articles that a reference means in any state but purged: an id, a slug, a former slug, or an address at
   * the source, which several articles can have.
   */
  find(reference: string): Awaitable<ArticleInState[]>;
  /** Returns the articles of a source (a slug or name) in the order of their ids. */
  ofSource(source: string): Awaitable<ArticleInState[]>;
  /** Returns the articles that were stored or changed since an instant, in the order of their ids. */
  arrivedSince(since: Instant): Awaitable<ArrivedArticle[]>;
}
