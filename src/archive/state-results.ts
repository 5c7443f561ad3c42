import type { ArticleState } from '../model/article-state.ts';
import type { Instant } from '../model/instant.ts';

/** State of an article before and after a change by an editor. */
export interface StateChange {
  id: string;
  /** Slug of the article; empty if it was never published. */
  slug: string;
  before: ArticleState | 'absent';
  after: ArticleState | 'absent';
  /** False if nothing had to be done. */
  changed: boolean;
  /** True if the article was not the expected one, so that it was not changed. */
  mismatch?: true;
}

/** A withdrawn article. */
export interface Withdrawn {
  id: string;
  slug: string;
  /** Its last revision. */
  revision: number;
  at: Instant;
  note: string | null;
}

/** An article that was public and is not any more. A purged one has no details. */
export type Gone = ({ kind: 'withdrawn' } & Withdrawn) | { kind: 'purged' };

/** An article in any state. */
export interface ArticleInState {
  id: string;
  state: ArticleState;
  /** Slug of its source; null if it has none. */
  source: string | null;
  /** Slug of an article that is or was published, else its headline; empty if it is not known. */
  name: string;
  /** State of a later version beside the published one; null if there is none. */
  next: 'held' | 'draft' | null;
}

/** An article that an import stored or changed after some time. */
export interface ArrivedArticle extends ArticleInState {
  /** Revision that it had before; null if it did not exist. */
  revision: number | null;
  /** True if held copy or a draft arrived. */
  waiting: boolean;
}

/** Held copy or a draft, without its text. */
export interface UnpublishedArticle {
  id: string;
  state: 'held' | 'draft';
  /** Instant at which it is published; null for a draft. */
  dueAt: Instant | null;
  /** Time at which this version was stored. */
  storedAt: Instant;
  headline: string;
  source: { slug: string; name: string } | null;
  publishedAt: Instant | null;
  version: number | null;
  updatedAt: Instant | null;
  /** Revision of the published version that it will replace; null if there is none. */
  revision: number | null;
}
