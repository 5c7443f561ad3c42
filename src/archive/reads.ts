import type { AuthorityEntry } from '../model/authority.ts';
import type { StoredCorrection, TagCorrection } from '../model/correction.ts';
import type { Instant } from '../model/instant.ts';
import type { ArticleFilter, SearchExpression } from '../model/query.ts';
import type { Relaxation } from '../model/relaxed-search.ts';
import type { TagId, TagType } from '../model/tag.ts';
import type { Awaitable } from './awaitable.ts';
import type {
  ArticlePart,
  ArticleQuery,
  FacetName,
  QuoteQuery,
  TagQuery,
  Window,
  WithdrawalQuery,
} from './queries.ts';
import type {
  ArticlePartPage,
  ArticleRevision,
  CorrectedArticle,
  Facets,
  Found,
  Highlight,
  JoinedPage,
  MergeProposals,
  Neighbours,
  Page,
  Rendered,
  Story,
  Suggestion,
  Summary,
  TagAddress,
  Timeline,
  Together,
  UncorrectedArticle,
  UnknownTag,
  WholeArticle,
} from './results.ts';
import type { Gone, Withdrawn } from './state-results.ts';

/**
 * Reads of an archive. Articles and tags are returned as JSON that was rendered when they were written. A missing
 * article or tag is `absent` or an empty page, never an error. Reads that take too long throw QueryCutOff.
 */
export interface ArchiveReads {
  /** Returns the numbers of articles, tags and quotes, and the oldest and newest publication. */
  summary(): Awaitable<Summary>;
  /** Returns the number of articles by month (UTC, `2024-11`), oldest first, without empty months. */
  months(): Awaitable<{ month: string; articles: number }[]>;

  articles(query: ArticleQuery): Awaitable<Page>;
  /** Returns a page of cards in UTF-8, ready to be sent. */
  joinedCards(query: Omit<ArticleQuery, 'form'>): Awaitable<JoinedPage>;
  /** Returns an article in its full form, by id or slug. */
  article(reference: string): Awaitable<Found<Rendered>>;
  /** Returns the same in UTF-8, ready to be sent. */
  wholeArticle(reference: string): Awaitable<Found<WholeArticle>>;
  /**
   * Returns a page of the mentions or quotes of an article, by id or slug. It ends at `fullPageBytes`. The position has
   * the id of the article, and as its rank the index of the item after the boundary.
   */
  articlePart(
    reference: string,
    part: ArticlePart,
    window: Omit<Window, 'count'>,
  ): Awaitable<Found<ArticlePartPage>>;
  /** Returns the end of an article that was public, by id, slug or former slug; undefined if there was none. */
  gone(reference: string): Awaitable<Gone | undefined>;
  /** Returns the articles that were withdrawn last, of all sources or of one, latest first. */
  withdrawals(query: WithdrawalQuery): Awaitable<Withdrawn[]>;
  /** Returns articles that share distinctive tags and words with an article, as cards with a `reason`. */
  related(id: string, limit: number): Awaitable<Rendered[]>;
  /**
   * Returns the cards before and after an article in the list of a filter, whether it matches itself or not. Both
   * are absent if no article has the id.
   */
  neighbours(id: string, filter: ArticleFilter, sort: 'newest' | 'oldest'): Awaitable<Neighbours>;
  /**
   * Counts tags, sources, languages and years in the articles of a filter, at most `limit` values each. Years are those
   * of a time zone (default: UTC). The count of a language includes its subtags, as its filter does. Counts are exact
   * without a filter, and for years if the filter is at most one tag and a period. Others are counts of the newest
   * matches, whose number is `articles`.
   */
  facets(filter: ArticleFilter, names: FacetName[], limit: number, tz?: string): Awaitable<Facets>;
  /**
   * Counts the articles of a filter by period of publication. `edges` are ascending instants, at most some hundreds.
   * Each two neighbours delimit a period.
   */
  timeline(filter: ArticleFilter, edges: Instant[]): Awaitable<Timeline>;
  /** Returns the matches of a search in these articles (a page of them), as fragments of their texts. */
  highlight(search: SearchExpression, ids: string[]): Awaitable<Highlight[]>;
  /** Returns the likely spelling of words of a search that occur in no article, or in far fewer. */
  suggest(search: SearchExpression): Awaitable<Suggestion[]>;
  /**
   * Returns how to relax the search of a filter that finds fewer than three articles: without stop words, with other
   * spellings, with other names of tags, or by any of its words. Undefined if it has operators, finds enough, or would not
   * find more.
   */
  relaxed(filter: ArticleFilter): Awaitable<Relaxation | undefined>;
  /** Returns, for each of these ids and slugs, true if an article has or had it. */
  knownArticles(references: string[]): Awaitable<boolean[]>;
  /** Returns the tag names in a filter that are unknown or ambiguous. */
  unknownTags(filter: ArticleFilter): Awaitable<UnknownTag[]>;

  tags(query: TagQuery): Awaitable<Page>;
  /** Returns tags that have articles, without sources and languages, in the order of their numbers, after a number. */
  tagAddresses(after: number, limit: number): Awaitable<TagAddress[]>;
  /** Returns the largest number that a tag has; 0 if there are none. */
  lastTagNumber(): Awaitable<number>;
  tag(type: TagType | 'source', slug: string): Awaitable<Found<Rendered>>;
  /**
   * Returns the tags in the newest articles of a tag, most frequent first: of one type, or people, topics, organizations
   * and places.
   */
  together(tag: TagId, type: TagType | null, limit: number): Awaitable<Together>;
  /** Returns authors and keywords that may be one. Compares all of them, which takes seconds for 100,000. */
  mergeProposals(limit: number): Awaitable<MergeProposals>;
  quotes(query: QuoteQuery): Awaitable<Page>;
  /** Returns all authority entries, for the extractor. */
  authority(): Awaitable<AuthorityEntry[]>;

  /** Returns all revisions of an article in full form, oldest first; empty if there is no such article. */
  revisions(id: string): Awaitable<Rendered[]>;
  /** Returns a revision of an article, by the id of the article; undefined if it has no such revision. */
  revision(id: string, number: number): Awaitable<ArticleRevision | undefined>;
  /** Returns the story of an article; undefined if no other article has nearly the same text. */
  story(id: string): Awaitable<Story | undefined>;
  /** Returns an article, by id or slug, with its corrections in the order they were made. */
  corrected(reference: string): Awaitable<Found<CorrectedArticle>>;
  /** Returns the corrections that apply to all articles, in the order they were made. */
  tagCorrections(): Awaitable<StoredCorrection<TagCorrection>[]>;
  /** Returns articles as they were before any correction. Unknown ids are left out. */
  uncorrected(ids: string[]): Awaitable<UncorrectedArticle[]>;
  /** Returns the cards of these articles that match a filter, by id. Unknown ids are left out. */
  matchingCards(ids: string[], filter: ArticleFilter): Awaitable<Map<string, Rendered>>;
}
