import type { AuthorityEntry } from '../model/authority.ts';
import type { ArticleCorrection, StoredCorrection, TagCorrection } from '../model/correction.ts';
import type { ReadArticle, WithdrawalNotice } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type { Instant } from '../model/instant.ts';
import type { PreparedArticle } from './core/article-json/prepared-article.ts';
import type {
  Checkpoint,
  CorrectedArticle,
  RewriteResult,
  UncorrectedArticle,
  WriteResult,
} from './results.ts';
import type { ArrivedArticle, StateChange } from './state-results.ts';

/** Changes to an archive. Each is one transaction unless it says otherwise. */
export interface ArchiveWrites {
  /** Stores authority entries, and renders the articles that mention a renamed one. */
  writeTags(entries: AuthorityEntry[]): Promise<void>;
  /**
   * Stores articles with the checkpoint of their import, and returns the results in their order. Equal content changes
   * nothing. Versions of one article are stored in the given order. An article that is `stored` gets its identity in
   * the archive that exported it, unless this archive has a later revision. Worker threads may prepare articles. What a
   * document does to its article depends on its version and its `arrival`, see `decideArrival`.
   */
  writeArticles(
    documents: (ReadArticle | PreparedArticle | WithdrawalNotice)[],
    checkpoint?: Checkpoint,
  ): Promise<WriteResult[]>;
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
  /**
   * Withdraws articles by their ids: they leave all reads, and only `restore` brings them back. Does nothing to an
   * article for which `expected` returns false in the same transaction.
   */
  withdraw(ids: string[], options?: WithdrawOptions): Promise<StateChange[]>;
  /**
   * Restores withdrawn articles with their corrections and earlier revisions, each as a new revision. A withdrawn article
   * without a text becomes absent: the next import stores it.
   */
  restore(ids: string[]): Promise<StateChange[]>;
  /** Publishes held copy and drafts now. */
  release(ids: string[]): Promise<StateChange[]>;
  /**
   * Erases articles in any state for good. Only keyed hashes of their ids, slugs and contents remain, so that no import
   * brings them back. Free pages of the database may have parts of their text until `Engine.compact`.
   */
  purge(ids: string[]): Promise<StateChange[]>;
  /**
   * Takes back what arrived after articles had these revisions, which `ArticleStates.arrivedSince` returns. The revision
   * is stored again as a new one. An article without a revision is withdrawn.
   */
  revert(articles: ArrivedArticle[], options?: Pick<WithdrawOptions, 'note'>): Promise<StateChange[]>;
  /** Publishes all held copy that is due at `now`, in transactions of some articles each. */
  publishDue(now: Instant): Promise<WriteResult[]>;
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
  withdrawCorrection(
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
  /** Stores tags, corrections and withdrawals that another archive exported. */
  restoreRecords(lines: ExportedRecord[]): Promise<void>;
}

export interface WithdrawOptions {
  /** Reason, which readers of the address get. */
  note?: string | null;
  expected?: (present: CorrectedArticle | undefined) => boolean;
}
