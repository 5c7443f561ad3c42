import type { ArticleHistory, ExportedDeletion, ExportedTag } from '../model/exported.ts';
import type { Awaitable } from './awaitable.ts';

/** Parts of an export other than articles. */
export interface ExportReads {
  /** Returns tags in the order of their ids, after an id (`''`: from the first). */
  tags(after: string, limit: number): Awaitable<ExportedTag[]>;
  /** Returns withdrawn articles that were public in the order of their ids, after an id. */
  deletions(after: string, limit: number): Awaitable<ExportedDeletion[]>;
  /** Returns the version numbers of articles by their ids. Articles without one are left out. */
  versions(ids: string[]): Awaitable<Map<string, number>>;
  /** Returns corrections, earlier revisions and former slugs of articles, by id. Articles without any are left out. */
  histories(ids: string[]): Awaitable<Map<string, ArticleHistory>>;
}
