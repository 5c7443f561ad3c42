import type { ApiKey, KeyScope } from '../news/api-key.ts';
import type { AuthorityEntry } from '../news/authority.ts';
import type { ArticleCorrection, KeptCorrection, TagCorrection } from '../news/correction.ts';
import type { KeptReading, ReadArticle } from '../news/draft.ts';
import type { ArticleHistory, ExportedDeletion, ExportedTag, KeptLine } from '../news/exported.ts';
import type { Instant } from '../news/instant.ts';
import type {
  ArticleFilter,
  ArticleSort,
  CountMode,
  Position,
  SearchExpression,
  TagName,
  Total,
} from '../news/query.ts';
import type { TagId, TagType } from '../news/tag.ts';
import type { PreparedArticle } from './rendering/prepared-article.ts';
import type { Fragment } from './words/highlight.ts';

/** SQLite answers at once, PostgreSQL with a promise; callers await either. */
export type Awaitable<T> = T | Promise<T>;

/** A JSON text, rendered when it was written; lists are made by concatenating these. */
export type Rendered = string;

/** One page of a list. `next` and `previous` are absent where no item follows or precedes. */
export interface Page {
  items: Rendered[];
  next?: Position;
  previous?: Position;
  /**
   * True where something was broken off because others wait: the page may be short (or empty), a link that goes on
   * from where the looking stopped may lead to nothing, a total may be of less than there is. Absent otherwise.
   */
  partial?: boolean;
  /** Absent when the count was not asked for. */
  total?: Total;
  /** With a sort by relevance: how many of the newest matches were ranked; `gte` when there are older ones. */
  ranked?: Total;
}

/** A page as it is sent: its items joined by commas, in UTF-8. Most pages are sent and never read here. */
export interface JoinedPage extends Omit<Page, 'items'> {
  json: Buffer;
  /** How many items that are. */
  count: number;
}

/** An article as it is sent: its full form in UTF-8, and what its links are made of. */
export interface WholeArticle {
  id: string;
  slug: string;
  json: Buffer;
  /** The slugs of the articles that were published next and before. */
  newer: string | undefined;
  older: string | undefined;
}

/** Which stretch of a list to answer. Without a position, its beginning. */
export interface Window {
  limit: number;
  position?: Position;
  count: CountMode;
}

/** A query on articles. `form` says which rendering: the card without body, or the full article. */
export interface ArticleQuery extends Window {
  filter: ArticleFilter;
  sort: ArticleSort;
  form: 'card' | 'full';
}

export type TagSort = 'articles' | 'name' | 'newest';

/** A query on tags. `prefix` matches the beginning of any word of the name or an alias. */
export interface TagQuery extends Window {
  type?: TagType;
  prefix?: string;
  sort: TagSort;
}

/** A query on quotes, newest article first, then reading order. */
export interface QuoteQuery extends Window {
  speaker?: TagId;
  /** In articles that carry this tag, whoever speaks: the quotes on a topic or a place. */
  about?: TagId;
  search?: SearchExpression;
  /** Of one article only. */
  article?: string;
  from?: Instant;
  before?: Instant;
}

/** What facets count: tags by type, and years of publication (UTC). */
export type FacetName = TagType | 'source' | 'language' | 'year';

/** One value of a facet: the slug (or the year), its name, and in how many articles it occurs. */
export interface FacetValue {
  value: string;
  name: string;
  count: number;
}

/** A facet: its most frequent values (years: the most recent), counted over so many of the newest matches. */
interface Facet {
  values: FacetValue[];
  /** `eq`: over all that match, the counts are exact. `gte`: over so many of the newest, there are more. */
  articles: Total;
}

/** The facets asked for. */
export interface Facets {
  facets: { [name in FacetName]?: Facet };
}

/** A period and how many of the matching articles were published in it; null where that was not counted. */
export interface TimelineBucket {
  from: Instant;
  before: Instant;
  count: number | null;
}

/** Counts over time, the oldest period first, periods without articles included. */
export interface Timeline {
  buckets: TimelineBucket[];
  /** False where counting was broken off after a bounded effort: the oldest periods have no count. */
  complete: boolean;
}

/** The cards of the articles before and after one in a list; absent at its ends. */
export interface Neighbours {
  previous?: Rendered;
  next?: Rendered;
  /** True where looking for one that is absent was broken off because others wait. */
  partial?: boolean;
}

/** Who and what appears with a tag. */
export interface Together {
  /** The companions, each with its `sharedCount`. */
  items: Rendered[];
  /** Which two of them appear together in how many of the articles, most often first, the more frequent one first. */
  pairs: { tags: [TagId, TagId]; sharedCount: number }[];
  /** Over how many articles that is counted; `gte`: the tag has more, and these are the newest. */
  articles: Total;
}

/** What a search found in one article; offsets are UTF-16 code units, `text.slice(start, end)` of the field. */
export interface Highlight {
  id: string;
  fragments: Fragment[];
}

/** A word of a search that occurs nowhere, and one that does and may have been meant. */
export interface Suggestion {
  word: string;
  suggestion: string;
}

/** Where a tag is, and when it was last in the news. `number` never changes and grows with each new tag. */
export interface TagAddress {
  number: number;
  type: TagType;
  slug: string;
  lastSeenAt: Instant;
}

/** What a reference led to: the thing, its new slug where the old one was used, or nothing. */
export type Found<T> = { kind: 'found'; value: T } | { kind: 'moved'; slug: string } | { kind: 'absent' };

/** A tag name that the archive does not know (or that is ambiguous), with the nearest that it does. */
export interface UnknownTag {
  name: TagName;
  reason: 'unknown' | 'ambiguous';
  nearest: string[];
}

/** What an article write did. */
export interface WriteResult {
  id: string;
  slug: string;
  outcome: 'new' | 'changed' | 'same';
  revision: number;
}

/** What writing an article again did. */
export interface RewriteResult {
  id: string;
  outcome: 'changed' | 'same' | 'absent';
}

/** An article as it was read, before any correction. */
export interface UncorrectedArticle {
  id: string;
  reading: KeptReading;
}

/** Articles that tell one story in nearly the same words: later takes, and copies by other clients of a wire. */
export interface Story {
  /** Opaque and stable. */
  id: string;
  /** In their full form, in the order of publication; of a long story the articles closest to the one asked for. */
  articles: Rendered[];
}

/** What an editor sees of an article before correcting it. */
export interface CorrectedArticle {
  /** In its full form. */
  article: Rendered;
  corrections: KeptCorrection<ArticleCorrection>[];
}

/** A change of one article. A copy that applies all in order equals the archive. */
export interface Change {
  /** Grows without gaps. */
  seq: number;
  article: string;
  kind: 'new' | 'changed' | 'deleted';
  revision: number;
  at: Instant;
}

/** How far an import has got: all articles of its first `position` documents are stored. */
export interface Checkpoint {
  /** Names the import: the same input with the same options has the same name. */
  job: string;
  position: number;
}

/** What a server said of a page the last time, to ask whether it changed (RFC 9110, section 13.1). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** The size and state of the archive. */
export interface Summary {
  articles: number;
  people: number;
  topics: number;
  organizations: number;
  places: number;
  quotes: number;
  sources: number;
  newest: Instant | null;
  oldest: Instant | null;
}

/** Who owns this archive: `secret` signs cursors, equal in all processes and across restarts. */
export interface Identity {
  id: string;
  secret: string;
}

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
