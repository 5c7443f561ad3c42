import type { ApiKey, KeyScope } from '../model/api-key.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { ArticleCorrection, KeptCorrection, TagCorrection } from '../model/correction.ts';
import type { ReadArticle } from '../model/draft.ts';
import type { ArticleHistory, ExportedDeletion, ExportedTag, KeptLine } from '../model/exported.ts';
import type { Instant } from '../model/instant.ts';
import type { ArticleFilter, SearchExpression } from '../model/query.ts';
import type { TagId, TagType } from '../model/tag.ts';
import type {
  Change,
  Checkpoint,
  CorrectedArticle,
  Facets,
  Found,
  Highlight,
  Identity,
  JoinedPage,
  Neighbours,
  Page,
  Rendered,
  RewriteResult,
  Story,
  Suggestion,
  Summary,
  TagAddress,
  Timeline,
  Together,
  UncorrectedArticle,
  UnknownTag,
  Validators,
  WholeArticle,
  WriteResult,
} from './answers.ts';
import type { PreparedArticle } from './core/article-json/prepared-article.ts';
import type { ArticleQuery, FacetName, QuoteQuery, TagQuery } from './queries.ts';

/** SQLite answers at once, PostgreSQL with a promise; callers await either. */
export type Awaitable<T> = T | Promise<T>;

/**
 * An archive of articles, in the field's words. Every engine passes the same contract tests. Reads answer
 * rendered JSON; absence is `absent` or an empty page, never an error. Throws ArchiveUnavailable when the
 * database is locked, read-only or gone.
 */
export interface Archive {
  identity(): Awaitable<Identity>;
  /** Grows with every committed change, in whichever process; equal means that no answer can differ. */
  revision(): Awaitable<number>;
  /** When the revision that was told last began: the Last-Modified of every answer. */
  revisedAt(): Awaitable<Instant>;
  /** How many articles were published in each month (UTC) that has any, oldest first: `2024-11`. Costs no counting. */
  months(): Awaitable<{ month: string; articles: number }[]>;
  /** Throws when the database does not answer or its migrations are not current. */
  check(): Awaitable<void>;
  summary(): Awaitable<Summary>;

  articles(query: ArticleQuery): Awaitable<Page>;
  /** The same as cards on their way out. */
  joinedCards(query: Omit<ArticleQuery, 'form'>): Awaitable<JoinedPage>;
  /** By id or slug, in its full form. */
  article(reference: string): Awaitable<Found<Rendered>>;
  /** The same on its way out, with what stands beside it in the list of all articles. */
  wholeArticle(reference: string): Awaitable<Found<WholeArticle>>;
  /** Articles that share the most telling tags and words with this one, as cards with a `reason`. */
  related(id: string, limit: number): Awaitable<Rendered[]>;
  /**
   * What stands before and after an article in the list of a filter (whether it matches itself or not). Both
   * are absent for an id that is not known.
   */
  neighbours(id: string, filter: ArticleFilter, sort: 'newest' | 'oldest'): Awaitable<Neighbours>;
  /**
   * How often tags, sources, languages and years occur in the articles of a filter, at most `limit` values
   * each. Exact without a filter, and for years of one tag; else over the newest matches, as the answer says.
   */
  facets(filter: ArticleFilter, names: FacetName[], limit: number): Awaitable<Facets>;
  /**
   * How many articles of a filter were published in each period between two of the `edges`, which ascend; the
   * caller makes them of days, weeks, months or years in a time zone, some hundreds at most. Exact.
   */
  timeline(filter: ArticleFilter, edges: Instant[]): Awaitable<Timeline>;
  /** Where a search found what, in these articles (a page of them), as fragments of their texts. */
  highlight(search: SearchExpression, ids: string[]): Awaitable<Highlight[]>;
  /** For a search without results: its words that occur nowhere, with words that do, one slip away. */
  suggest(search: SearchExpression): Awaitable<Suggestion[]>;
  /** The names in a filter that no tag answers to. */
  unknownTags(filter: ArticleFilter): Awaitable<UnknownTag[]>;

  tags(query: TagQuery): Awaitable<Page>;
  /** People, topics, organizations and places with articles, in an order that never changes, after a number. */
  tagAddresses(after: number, limit: number): Awaitable<TagAddress[]>;
  /** The largest number that a tag has; 0 without any. */
  lastTagNumber(): Awaitable<number>;
  tag(type: TagType, slug: string): Awaitable<Found<Rendered>>;
  /** Who and what is mentioned in the same articles, most often first, over the newest articles of the tag. */
  together(tag: TagId, type: TagType | null, limit: number): Awaitable<Together>;
  sources(): Awaitable<Rendered[]>;
  quotes(query: QuoteQuery): Awaitable<Page>;

  /** Stores authority entries; articles that mention a renamed one are rendered again in the same transaction. */
  writeTags(entries: AuthorityEntry[]): Awaitable<void>;
  /** All authority entries, for the extractor. */
  authority(): Awaitable<AuthorityEntry[]>;
  /**
   * Stores a batch in one transaction, in the order given, and with it how far the import has got. The same
   * content again changes nothing. An article that is `stored` becomes what it was in the archive that exported it,
   * unless there is a later revision of it here. Articles may have been rendered before, on other threads.
   */
  writeArticles(
    articles: (ReadArticle | PreparedArticle)[],
    checkpoint?: Checkpoint,
  ): Awaitable<WriteResult[]>;
  /**
   * To be called before very many articles are written, when nobody waits for searches: their entries in the
   * search index are put beside each other and not merged, which is faster to write and slower to search.
   */
  beginBulk(): Awaitable<void>;
  /**
   * Merges what a bulk load left unmerged, in short transactions that let readers and other writers between.
   * An archive whose bulk load was cut off works, only slower; the next `endBulk` makes up for it.
   */
  endBulk(): Promise<void>;
  /** Takes an article out for good: importing its document again does not bring it back. False where there is none. */
  delete(id: string): Awaitable<boolean>;
  /** All revisions of an article in their full form, oldest first, the present one last; empty for none. */
  revisions(id: string): Awaitable<Rendered[]>;
  /** The story that an article tells together with others; undefined when none is like it. */
  story(id: string): Awaitable<Story | undefined>;

  /** By id or slug, with its corrections in the order they were made. */
  corrected(reference: string): Awaitable<Found<CorrectedArticle>>;
  /**
   * Corrects an article, now and whenever it is read again; one that is not here is corrected when it comes.
   * With `expected`, only if that holds of the article within the same transaction; false when it does not.
   */
  correct(
    id: string,
    corrections: ArticleCorrection[],
    editor: string,
    expected?: (present: CorrectedArticle | undefined) => boolean,
  ): Awaitable<boolean>;
  /** Takes a correction back; false where there is none of that number. */
  withdraw(id: string, number: number): Awaitable<boolean>;
  /** What editors set right for all articles, in the order they did. */
  tagCorrections(): Awaitable<KeptCorrection<TagCorrection>[]>;
  /** Corrects tags in all articles, in one transaction. */
  correctTags(corrections: TagCorrection[], editor: string): Awaitable<void>;
  /** Takes such a rule back: tag and articles are as they were without it. False where there is none. */
  withdrawTagCorrection(number: number): Awaitable<boolean>;
  /** Articles as they were read; those that are not here are left out. */
  uncorrected(ids: string[]): Awaitable<UncorrectedArticle[]>;
  /** Stores what was found when articles were read again, in one transaction; corrections hold. */
  rewrite(articles: UncorrectedArticle[]): Awaitable<RewriteResult[]>;

  /** All keys, oldest first. */
  apiKeys(): Awaitable<ApiKey[]>;
  /** Keeps a key by its hash; see api-key.ts. */
  addApiKey(key: { name: string; scope: KeyScope; hash: string }): Awaitable<ApiKey>;
  /** False where there is no such key. */
  revokeApiKey(id: string): Awaitable<boolean>;
  /** The key with this hash, revoked or not. */
  apiKey(hash: string): Awaitable<ApiKey | undefined>;

  /** The changes after `since` (0 for all), oldest first. */
  changes(since: number, limit: number): Awaitable<Change[]>;
  /** The number of the last change; 0 before any. */
  lastChange(): Awaitable<number>;
  /** Of these articles the cards of those that are here and match, by id. */
  matchingCards(ids: string[], filter: ArticleFilter): Awaitable<Map<string, Rendered>>;

  /** Who and what the archive knows, in the order of their ids, after one of them (`''`: from the first). */
  exportedTags(after: string, limit: number): Awaitable<ExportedTag[]>;
  /** Articles that were taken out, in the order of their ids, after one of them. */
  exportedDeletions(after: string, limit: number): Awaitable<ExportedDeletion[]>;
  /** What is kept of these articles beside what they are now, by id; those that have nothing are left out. */
  histories(ids: string[]): Awaitable<Map<string, ArticleHistory>>;
  /** Puts back what another archive kept beside its articles, in one transaction. */
  restore(lines: KeptLine[]): Awaitable<void>;

  /** The last checkpoint of an import that was cut off; 0 for one that is not known or was finished. */
  importPosition(job: string): Awaitable<number>;
  /** Forgets the checkpoint of an import that has come to its end. */
  finishImport(job: string): Awaitable<void>;
  /** What the server said of a page when it was last imported; undefined for one that never was. */
  validators(url: string): Awaitable<Validators | undefined>;
  writeValidators(url: string, validators: Validators): Awaitable<void>;
  close(): Awaitable<void>;
}
