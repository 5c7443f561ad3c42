import type { AuthorityEntry } from '../model/authority.ts';
import type { ArticleCorrection, KeptCorrection, TagCorrection } from '../model/correction.ts';
import type { ReadArticle } from '../model/draft.ts';
import type { KeptLine } from '../model/exported.ts';
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
   * Stores articles in the order given, and how far their import has got. The same content again changes nothing.
   * An article that is `stored` becomes what it was in the archive that exported it, unless there is a later revision
   * of it here. Articles may be prepared before, on other threads.
   */
  writeArticles(articles: (ReadArticle | PreparedArticle)[], checkpoint?: Checkpoint): Promise<WriteResult[]>;
  /**
   * Prepares for writing very many articles while nobody waits for searches. The search index takes them faster and
   * searches them more slowly until `endBulk`.
   */
  beginBulk(): Promise<void>;
  /**
   * Merges the search index after a bulk load, in short transactions that let others read and write. An interrupted
   * bulk load leaves a slower index; the next `endBulk` merges it.
   */
  endBulk(): Promise<void>;
  /** Deletes an article for good: importing its document again does not bring it back. False if there is none. */
  delete(id: string): Promise<boolean>;
  /**
   * Corrects an article, now and whenever it is read again; an article that is not here yet, when it comes. With
   * `expected`, only if that returns true for the article within the same transaction; false if it does not.
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
    expected?: (present: KeptCorrection<TagCorrection>[]) => boolean,
  ): Promise<boolean>;
  /**
   * Withdraws a correction of tags: tag and articles are as they were without it. False if there is none,
   * or `expected` returns false.
   */
  withdrawTagCorrection(
    number: number,
    expected?: (present: KeptCorrection<TagCorrection>[]) => boolean,
  ): Promise<boolean>;
  /** Stores what was found when articles were read again. Their corrections still apply. */
  rewrite(articles: UncorrectedArticle[]): Promise<RewriteResult[]>;
  /** Stores what another archive exported beside its articles. */
  restore(lines: KeptLine[]): Promise<void>;
}
