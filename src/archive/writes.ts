import type { AuthorityEntry } from '../model/authority.ts';
import type { ArticleCorrection, StoredCorrection, TagCorrection } from '../model/correction.ts';
import type { ReadArticle } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type { PreparedArticle } from './core/article-json/prepared-article.ts';
import type {
  Checkpoint,
  CorrectedArticle,
  RewriteResult,
  UncorrectedArticle,
  WriteResult,
} from './results.ts';

/** Changes to an archive. Each is one transaction unless it says otherwise. */
export interface ArchiveWrites {
  /** Stores authority entries, and renders the articles that mention a renamed one. */
  writeTags(entries: AuthorityEntry[]): Promise<void>;
  /**
   * Stores articles with the checkpoint of their import, and returns the results in their order. Equal content changes
   * nothing. Versions of one article are stored in the given order. An article that is `stored` gets its identity in
   * the archive that exported it, unless this archive has a later revision. Worker threads may prepare articles.
   */
  writeArticles(articles: (ReadArticle | PreparedArticle)[], checkpoint?: Checkpoint): Promise<WriteResult[]>;
  /** Prepares for a large import. Until `endBulk`, articles are indexed faster and searched more slowly. */
  beginBulk(): Promise<void>;
  /**
   * Merges the search index after a bulk load, in short transactions that let others read and write. An interrupted
   * bulk load leaves a slower index; the next `endBulk` merges it.
   */
  endBulk(): Promise<void>;
  /**
   * Lists discovered tags from this number of articles, unless a source or an editor stated them. Takes seconds in a
   * large archive, and nothing if it is the present number.
   */
  listTagsFrom(articles: number): Promise<void>;
  /** Deletes an article for good: a later import does not restore it. Returns false if there is none. */
  delete(id: string): Promise<boolean>;
  /**
   * Corrects an article, now and after each later import. The article need not exist yet. Returns false and does
   * nothing if `expected` returns false for the article in the same transaction.
   */
  correct(
    id: string,
    corrections: ArticleCorrection[],
    editor: string,
    expected?: (present: CorrectedArticle | undefined) => boolean,
  ): Promise<boolean>;
  /** Withdraws a correction of an article. Returns false if there is none, or if `expected` returns false. */
  withdraw(
    id: string,
    number: number,
    expected?: (present: CorrectedArticle | undefined) => boolean,
  ): Promise<boolean>;
  /**
   * Corrects tags in all articles. A correction that is in force already changes nothing. Returns false if `expected`
   * returns false for the present corrections of tags. Throws CorrectionRefused, and does nothing, if one contradicts
   * another.
   */
  correctTags(
    corrections: TagCorrection[],
    editor: string,
    expected?: (present: StoredCorrection<TagCorrection>[]) => boolean,
  ): Promise<boolean>;
  /**
   * Withdraws a correction of a tag, and restores the tag and its articles. Returns false if there is none, or if
   * `expected` returns false. Throws CorrectionRefused if the others would contradict each other without it.
   */
  withdrawTagCorrection(
    number: number,
    expected?: (present: StoredCorrection<TagCorrection>[]) => boolean,
  ): Promise<boolean>;
  /** Stores the results of a re-extraction. Corrections still apply. */
  rewrite(articles: UncorrectedArticle[]): Promise<RewriteResult[]>;
  /** Stores tags, corrections and deletions that another archive exported. */
  restore(lines: ExportedRecord[]): Promise<void>;
}
