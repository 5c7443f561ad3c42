import type { AuthorityEntry } from '../model/authority.ts';
import type { ArticleCorrection, StoredCorrection, TagCorrection } from '../model/correction.ts';
import type { ReadArticle } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type {
  Checkpoint,
  CorrectedArticle,
  RewriteResult,
  UncorrectedArticle,
  WriteResult,
} from './answers.ts';
import type { PreparedArticle } from './core/article-json/prepared-article.ts';

/** Changes to an archive. Each is one transaction unless it says otherwise. */
export interface ArchiveWrites {
  /** Stores authority entries, and renders the articles that mention a renamed one. */
  writeTags(entries: AuthorityEntry[]): Promise<void>;
  /**
   * Stores articles in the given order, with the checkpoint of their import. Equal content changes nothing. An article
   * that is `stored` gets its identity in the archive that exported it, unless this archive has a later revision.
   * Articles may be prepared on other threads.
   */
  writeArticles(articles: (ReadArticle | PreparedArticle)[], checkpoint?: Checkpoint): Promise<WriteResult[]>;
  /** Prepares for a large import. Until `endBulk`, articles are indexed faster and searched more slowly. */
  beginBulk(): Promise<void>;
  /**
   * Merges the search index after a bulk load, in short transactions that let others read and write. An interrupted
   * bulk load leaves a slower index; the next `endBulk` merges it.
   */
  endBulk(): Promise<void>;
  /** Deletes an article for good: importing its document again does not bring it back. False if there is none. */
  delete(id: string): Promise<boolean>;
  /**
   * Corrects an article, now and after each later import. The article need not exist yet. With `expected`, only if that
   * returns true for the article in the same transaction. Returns false if it does not.
   */
  correct(
    id: string,
    corrections: ArticleCorrection[],
    editor: string,
    expected?: (present: CorrectedArticle | undefined) => boolean,
  ): Promise<boolean>;
  /** Withdraws a correction of an article. False if there is none of that number, or `expected` returns false. */
  withdraw(
    id: string,
    number: number,
    expected?: (present: CorrectedArticle | undefined) => boolean,
  ): Promise<boolean>;
  /** Corrects tags in all articles. False if `expected` returns false for the corrections of tags there are. */
  correctTags(
    corrections: TagCorrection[],
    editor: string,
    expected?: (present: StoredCorrection<TagCorrection>[]) => boolean,
  ): Promise<boolean>;
  /**
   * Withdraws a correction of tags: tag and articles are as they were without it. False if there is none,
   * or `expected` returns false.
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
