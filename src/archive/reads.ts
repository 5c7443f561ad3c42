import type { AuthorityEntry } from '../model/authority.ts';
import type { StoredCorrection, TagCorrection } from '../model/correction.ts';
import type { Instant } from '../model/instant.ts';
import type { ArticleFilter, SearchExpression } from '../model/query.ts';
import type { TagId, TagType } from '../model/tag.ts';
import type {
  CorrectedArticle,
  Facets,
  Found,
  Highlight,
  JoinedPage,
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
} from './answers.ts';
import type { Awaitable } from './awaitable.ts';
import type { ArticleQuery, FacetName, QuoteQuery, TagQuery } from './queries.ts';

/**
 * Reads of an archive. Articles and tags are returned as JSON that was rendered when they were written.
 * A missing article or tag is `absent` or an empty page, never an error. Reads that take too long throw
 * QueryCutOff.
 */
export interface ArchiveReads {
  /** Returns how many articles, tags and quotes the archive has, and its oldest and newest publication. */
  summary(): Awaitable<Summary>;
  /** Returns the months (UTC, `2024-11`) in which articles were published, oldest first, with their number. */
  months(): Awaitable<{ month: string; articles: number }[]>;

  /** Returns a page of articles. */
  articles(query: ArticleQuery): Awaitable<Page>;
  /** Returns a page of cards as bytes, ready to be sent. */
  joinedCards(query: Omit<ArticleQuery, 'form'>): Awaitable<JoinedPage>;
  /** Returns an article in its full form, by id or slug. */
  article(reference: string): Awaitable<Found<Rendered>>;
  /** Returns the same in UTF-8, ready to be sent. */
  wholeArticle(reference: string): Awaitable<Found<WholeArticle>>;
  /** Returns articles that share distinctive tags and words with an article, as cards with a `reason`. */
  related(id: string, limit: number): Awaitable<Rendered[]>;
  /**
   * Returns the cards before and after an article in the list of a filter, whether it matches itself or not. Both
   * are absent if no article has the id.
   */
  neighbours(id: string, filter: ArticleFilter, sort: 'newest' | 'oldest'): Awaitable<Neighbours>;
  /**
   * Counts tags, sources, languages and years in the articles of a filter, at most `limit` values each. Exact without
   * a filter, and for the years of one tag; else over the newest matches, as `articles` says.
   */
  facets(filter: ArticleFilter, names: FacetName[], limit: number): Awaitable<Facets>;
  /**
   * Counts the articles of a filter by period of publication. `edges` are ascending instants: each two of them
   * delimit a period. The caller makes them of days, weeks, months or years in a time zone, some hundreds at most.
   */
  timeline(filter: ArticleFilter, edges: Instant[]): Awaitable<Timeline>;
  /** Returns where a search matches in these articles (a page of them), as fragments of their texts. */
  highlight(search: SearchExpression, ids: string[]): Awaitable<Highlight[]>;
  /** Returns corrections for the words of a search that occur nowhere: words that occur, one slip away. */
  suggest(search: SearchExpression): Awaitable<Suggestion[]>;
  /** Returns the names in a filter that no tag has. */
  unknownTags(filter: ArticleFilter): Awaitable<UnknownTag[]>;

  /** Returns a page of tags. */
  tags(query: TagQuery): Awaitable<Page>;
  /** Returns people, topics, organizations and places that have articles, by number, after a number. */
  tagAddresses(after: number, limit: number): Awaitable<TagAddress[]>;
  /** Returns the largest number that a tag has; 0 if there are none. */
  lastTagNumber(): Awaitable<number>;
  /** Returns a tag. */
  tag(type: TagType, slug: string): Awaitable<Found<Rendered>>;
  /** Returns tags mentioned in the same articles as a tag, most often first, over the newest articles of the tag. */
  together(tag: TagId, type: TagType | null, limit: number): Awaitable<Together>;
  /** Returns all sources. */
  sources(): Awaitable<Rendered[]>;
  /** Returns a page of quotes. */
  quotes(query: QuoteQuery): Awaitable<Page>;
  /** Returns all authority entries, for the extractor. */
  authority(): Awaitable<AuthorityEntry[]>;

  /** Returns all revisions of an article in their full form, oldest first, the present one last; empty for none. */
  revisions(id: string): Awaitable<Rendered[]>;
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
