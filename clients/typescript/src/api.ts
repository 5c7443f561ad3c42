/** Generated from /openapi.json of Dateline 0.1.0 by `npm run client`; not written by hand. */

/** Query parameters whose values stand in one, between commas; lists of others are repeated. */
export const commaLists: ReadonlySet<string> = new Set(["facets","fields","has","ids","include","tag.all","tag.any","tag.none"]);

/** The archive and links to its resources. */
export interface ArchiveAnswer {
  /** The archive. */
  data: {
    /** The name of the program. */
    name: string;
    /** Its version. */
    version: string;
    /** Size of the archive. */
    counts: {
      /** Number of articles. */
      articles: number;
      /** Number of people. */
      people: number;
      /** Number of topics. */
      topics: number;
      /** Number of organizations. */
      organizations: number;
      /** Number of places. */
      places: number;
      /** Number of keywords. */
      keywords: number;
      /** Number of sections. */
      sections: number;
      /** Number of authors. */
      authors: number;
      /** Number of quotes. */
      quotes: number;
      /** Number of sources. */
      sources: number;
    };
    /** Publication of the newest article. */
    newest: string | null;
    /** Publication of the oldest article. */
    oldest: string | null;
  };
  /** Entry points. */
  links: {
    /** This response. */
    self: string;
    /** The list of articles. */
    articles: string;
    /** The list of people. */
    people: string;
    /** The list of topics. */
    topics: string;
    /** The list of organizations. */
    organizations: string;
    /** The list of places. */
    places: string;
    /** The list of keywords. */
    keywords: string;
    /** The list of sections. */
    sections: string;
    /** The list of authors. */
    authors: string;
    /** The list of tags. */
    tags: string;
    /** The list of quotes. */
    quotes: string;
    /** The list of sources. */
    sources: string;
    /** The description of the API for programs. */
    openapi: string;
    /** The documentation. */
    docs: string;
    /** The catalogue of problems. */
    problems: string;
  };
}

/** A page of a list of articles. */
export interface ArticleList {
  /** The items of this page. */
  data: ArticleInList[];
  page: Page;
  links: ListLinks;
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published at or after. */
      from?: string | undefined;
      /** Published before. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    /** The query in words. */
    words: string;
    /** Warnings about the request. */
    warnings: QueryWarning[];
    relaxed?: RelaxedSearch | undefined;
    suggestion?: SearchSuggestion | undefined;
    ranked?: Ranked | undefined;
  };
  facets?: Facets | undefined;
}

/** An article of a list: a card, with the fields that `fields` selects and those that `include` and `highlight` add. */
export interface ArticleInList {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug?: string | undefined;
  /** The canonical address at the source. */
  url?: string | null | undefined;
  /** The headline. */
  headline?: string | undefined;
  /** The summary under the headline. */
  standfirst?: string | null | undefined;
  /** As printed, without "By". */
  byline?: string | null | undefined;
  /** Persons and agencies named in the byline. */
  authors?: Author[] | undefined;
  /** Dateline of wire copy. */
  dateline?: Dateline | null | undefined;
  /** The credit of the wire, as printed at the end. */
  credit?: string | null | undefined;
  /** Source of the article. */
  source?: SourceReference | null | undefined;
  /** BCP 47 tag; `und` when unknown. */
  language?: string | undefined;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt?: string | null | undefined;
  /** Origin of `publishedAt`; null if that is null. */
  publication?: Publication | null | undefined;
  /** Instant of the last change, according to the source. */
  updatedAt?: string | null | undefined;
  /** Day or instant when the source document was fetched. */
  crawledAt?: string | null | undefined;
  /** Pictures with caption and credit. */
  images?: Image[] | undefined;
  /** The source's own keywords and sections, as printed. */
  keywords?: string[] | undefined;
  /** The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`. */
  sections?: string[] | undefined;
  /** Rights; absent if the source states none. */
  rights?: Rights | undefined;
  /** Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none. */
  urgency?: number | undefined;
  /** Short name of the story for editors; absent if the source states none. */
  slugline?: string | undefined;
  /** Note of the source to editors; absent if it states none. */
  editorsNote?: string | undefined;
  /** Place that the source states for the article apart from the dateline; absent if none. */
  location?: string | undefined;
  /** Number of words in the body. */
  wordCount?: number | undefined;
  /** True if the source provides only a summary. */
  summaryOnly?: boolean | undefined;
  /** People, topics, organizations and places, most mentioned first. */
  tags?: ArticleTag[] | undefined;
  /** Number of direct quotes in the body. */
  quoteCount?: number | undefined;
  /** Assumptions made while reading the document. */
  warnings?: Warning[] | undefined;
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash?: string | undefined;
  /** Starts at 1 and increases with each change of the content. */
  revision?: number | undefined;
  /** Instant when this revision was stored. */
  storedAt?: string | undefined;
  body?: Body | undefined;
  /** In reading order. */
  mentions?: Mention[] | undefined;
  /** In reading order. */
  quotes?: Quote[] | undefined;
  /** With `highlight`: fragments with the matches of `q`. */
  highlights?: Highlight[] | undefined;
}

/** One name of the byline. */
export interface Author {
  /** As printed, without "By". */
  name: string;
  /** A person, or an agency or desk. */
  kind: "person" | "agency";
  /** As printed. */
  role: string | null;
  /** As printed. */
  email: string | null;
}

/** Place and date at the opening of wire copy. */
export interface Dateline {
  /** As printed, without the dash. */
  text: string;
  /** As printed. */
  place: string | null;
  /** As printed. */
  date: string | null;
  /** As printed. */
  agency: string | null;
}

/** The outlet or collection that an article was imported under. */
export interface SourceReference {
  /** For the `source` filter. */
  slug: string;
  /** Name given in the import settings. */
  name: string;
}

/** Origin of `publishedAt`. */
export interface Publication {
  /** The date as printed. */
  text: string | null;
  /** IANA time zone or offset used to read the printed date. */
  timeZone: string | null;
  /** Precision of `publishedAt`. Unknown parts are set to their lowest value. */
  precision: "second" | "minute" | "day" | "month" | "year";
  /** Origin of `publishedAt`: a printed date, the dateline, the address of the page, the path of the file (`--date-from file`), or an editor. Earlier versions of Dateline also took the time of the crawl or of the import. */
  basis: "printed" | "dateline" | "address" | "path" | "crawled" | "imported" | "editor";
}

/** A picture that belongs to an article. */
export interface Image {
  /** Address of the picture, if the source gives one. */
  url: string | null;
  /** Caption as printed. */
  caption: string | null;
  /** Credit as printed. */
  credit: string | null;
  /** Text alternative, if the source states one. */
  alt?: string | undefined;
  /** Width in pixels, if the source states it. */
  width?: number | undefined;
  /** Height in pixels, if the source states it. */
  height?: number | undefined;
  /** Media type, if the source states it. */
  type?: string | undefined;
}

/** Rights in an article, as the source states them. */
export interface Rights {
  /** Holder of the copyright, as stated. */
  holder: string | null;
  /** Copyright notice, as stated. */
  notice: string | null;
  /** Terms of use, as stated. */
  usageTerms: string | null;
}

/** A person, topic, organization or place in an article. */
export interface ArticleTag {
  /** The tag as `type/slug`. */
  id: string;
  /** Type of the tag. */
  type: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author";
  /** The slug within the type. */
  slug: string;
  /** The canonical name. */
  name: string;
  /** The role as first worded in this article. */
  role: string | null;
  /** Number of mentions in the article; 0 for an inferred topic. */
  count: number;
  /** Index in `mentions` of the first one, from 0; null if there is none. */
  firstMention: number | null;
}

/** An assumption made while reading the document. */
export interface Warning {
  /** Stable kebab-case name. */
  code: string;
  /** The assumption as a sentence. */
  message: string;
}

/** The text of an article and its structure. */
export interface Body {
  /** Plain text; blocks are joined by a blank line. */
  text: string;
  /** The blocks in reading order, covering the text. */
  blocks: Block[];
}

/** A paragraph, heading, list item or block quote of the body. */
export interface Block {
  /** Kind of block. */
  kind: "paragraph" | "heading" | "list-item" | "block-quote";
  /** Depth of a heading (2 to 6) or list; else null. */
  level: number | null;
  /** First UTF-16 code unit in `body.text`. */
  start: number;
  /** One past the last UTF-16 code unit. */
  end: number;
}

/** A place in an article where a person, topic, organization or place is named. */
export interface Mention {
  /** The tag as `type/slug`. */
  tag: string;
  /** The canonical name of the tag. */
  name: string;
  /** The text that the offsets refer to. */
  field: "headline" | "standfirst" | "body" | "caption" | "byline" | "credit";
  /** Index of the image, from 0, if the field is its caption or credit. */
  image: number | null;
  /** First UTF-16 code unit. */
  start: number;
  /** One past the last UTF-16 code unit. */
  end: number;
  /** The text of the span: `text.slice(start, end)`. */
  exact: string;
  /** Role as worded at this place. */
  role: string | null;
  /** The rule, model or editor that found it. */
  method: string;
  /** Confidence from 0 to 1. */
  confidence: number;
}

/** A direct quote and its speaker. */
export interface Quote {
  /** First UTF-16 code unit. */
  start: number;
  /** One past the last UTF-16 code unit. */
  end: number;
  /** The text of the span: `text.slice(start, end)`. */
  exact: string;
  /** Parts of a quote that is interrupted by the speech verb or a paragraph break; otherwise one. */
  segments: {
    /** First UTF-16 code unit. */
    start: number;
    /** One past the last UTF-16 code unit. */
    end: number;
    /** The text of the span: `text.slice(start, end)`. */
    exact: string;
  }[];
  /** Null if the article does not say. */
  speaker: Speaker | null;
  /** The speech verb or cue as written. */
  verb: string | null;
  /** True for one or more whole sentences, false for a fragment within a sentence of the writer. */
  complete: boolean;
  /** Index in `body.blocks` of the block where it begins. */
  paragraph: number;
  /** The rule, model or editor that found it. */
  method: string;
  /** Confidence from 0 to 1. */
  confidence: number;
}

/** The speaker of a quote. */
export interface Speaker {
  /** The person or organization, if known. */
  tag: string | null;
  /** The canonical name if known, else as written. */
  name: string;
  /** First UTF-16 code unit of the speaker's name in the body. */
  start: number | null;
  /** One past its last UTF-16 code unit. */
  end: number | null;
  /** The speaker as written: `Borrell`, `he`. */
  exact: string | null;
}

/** A fragment of a text with the matches of a search. */
export interface Highlight {
  /** Field of the article. */
  field: "headline" | "standfirst" | "body" | "caption";
  /** Index of the image, from 0, if the field is its caption. */
  image: number | null;
  /** Offset of the start in the text of the field, in UTF-16 code units. */
  start: number;
  /** Offset of the end, exclusive. */
  end: number;
  /** `text.slice(start, end)` of the field. */
  text: string;
  /** Matches in ascending order; they do not overlap. */
  matches: HighlightMatch[];
}

/** Range of a match. */
export interface HighlightMatch {
  /** Offset of the start in the text of the field, in UTF-16 code units. */
  start: number;
  /** Offset of the end, exclusive. */
  end: number;
}

/** Position of this page in its list. */
export interface Page {
  /** Maximum number of items per page. */
  limit: number;
  /** Cursor of the next page; null if there is none. */
  next: string | null;
  /** Cursor of the previous page; null if there is none. */
  prev: string | null;
  /** Number of items in the whole list; null with `count=none`. */
  total: Total | null;
}

/** Number of items in the whole list. */
export interface Total {
  /** Number of items that were counted. */
  value: number;
  /** `eq`: exact; `gte`: a lower bound. */
  relation: "eq" | "gte";
}

/** The pages of the list. */
export interface ListLinks {
  /** This page. */
  self: string;
  /** The first page. */
  first: string;
  /** The next page; null if there is none. */
  next: string | null;
  /** The previous page; null if there is none. */
  prev: string | null;
}

/** A warning about the request. */
export interface QueryWarning {
  /** Kind of warning. */
  code: "unknown-tag" | "ambiguous-tag" | "unknown-article" | "ignored-parameter";
  /** The warning as a sentence. */
  message: string;
  /** The value that the warning is about. */
  value: string;
  /** Similar values, nearest first. */
  nearest: string[];
}

/** Only if `q` found fewer than 3 articles and was relaxed. It finds these articles, too. */
export interface RelaxedSearch {
  /** `q` as typed. */
  from: string;
  /** What was searched for, in the syntax of `q`. Highlights, facets and totals are those of this search. With `q` and `sort`, other lists find the same articles. */
  q: string;
  /** How it was relaxed, in this order. */
  steps: RelaxedStep[];
}

/** One way in which a search was relaxed. */
export interface RelaxedStep {
  /** `stop-words`: words such as "the" and "how" were left out; `spelling`: words were corrected; `synonyms`: other names of people, organizations, places and topics were added; `any-word`: one of the words is enough. */
  step: "stop-words" | "spelling" | "synonyms" | "any-word";
  /** The words that the step concerns. */
  words: RelaxedWord[];
}

/** A word of a search, and what was searched for. */
export interface RelaxedWord {
  /** The word or words as typed. */
  word: string;
  /** Alternatives that were searched for; empty if the word was left out. */
  searched: string[];
}

/** Suggestion for a search that finds fewer than three articles. */
export interface SearchSuggestion {
  /** The search with the words replaced. */
  q: string;
  /** Words that are likely misspelt, and similar ones. */
  words: SuggestedWord[];
}

/** A word and a similar one. */
export interface SuggestedWord {
  /** A word that occurs in no article, or in few. */
  word: string;
  /** A similar word that occurs in more. */
  suggestion: string;
}

/** With `sort=relevance`: number of articles that were ranked. */
export interface Ranked {
  /** Number of articles that were ranked. */
  value: number;
  /** `eq`: all matches; `gte`: only the newest of them. */
  relation: "eq" | "gte";
}

/** The requested facets, by name. */
export interface Facets {
  person?: Facet | undefined;
  topic?: Facet | undefined;
  organization?: Facet | undefined;
  place?: Facet | undefined;
  keyword?: Facet | undefined;
  section?: Facet | undefined;
  author?: Facet | undefined;
  source?: Facet | undefined;
  language?: Facet | undefined;
  year?: Facet | undefined;
}

/** Counts of values in the articles of a list. */
export interface Facet {
  /** Most frequent first; years, most recent first. */
  values: FacetValue[];
  articles: FacetArticles;
}

/** A value of a facet and its count. */
export interface FacetValue {
  /** The slug, the language or the year. */
  value: string;
  /** Name for people. */
  name: string;
  /** Number of counted articles with this value. */
  count: number;
}

/** Number of articles that the facet was counted over. */
export interface FacetArticles {
  /** Number of articles that were counted. */
  value: number;
  /** `eq`: all matches; `gte`: only the newest of them. */
  relation: "eq" | "gte";
}

/** An article and links to its parts. */
export interface ArticleAnswer {
  data: ArticleItem;
  /** Related addresses. */
  links: {
    /** This article. */
    self: string;
    /** The quotes of the article. */
    quotes: string;
    /** The mentions in the article. */
    mentions: string;
    /** Related articles. */
    related: string;
    /** The revisions of the article. */
    revisions: string;
    /** The next newer article of the list, with a filter or `include=neighbours`; null if none. */
    newer?: string | null | undefined;
    /** The next older article of the list, with a filter or `include=neighbours`; null if none. */
    older?: string | null | undefined;
  };
}

/** An article, with only the fields that `fields` selects. */
export interface ArticleItem {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug?: string | undefined;
  /** The canonical address at the source. */
  url?: string | null | undefined;
  /** The headline. */
  headline?: string | undefined;
  /** The summary under the headline. */
  standfirst?: string | null | undefined;
  /** As printed, without "By". */
  byline?: string | null | undefined;
  /** Persons and agencies named in the byline. */
  authors?: Author[] | undefined;
  /** Dateline of wire copy. */
  dateline?: Dateline | null | undefined;
  /** The credit of the wire, as printed at the end. */
  credit?: string | null | undefined;
  /** Source of the article. */
  source?: SourceReference | null | undefined;
  /** BCP 47 tag; `und` when unknown. */
  language?: string | undefined;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt?: string | null | undefined;
  /** Origin of `publishedAt`; null if that is null. */
  publication?: Publication | null | undefined;
  /** Instant of the last change, according to the source. */
  updatedAt?: string | null | undefined;
  /** Day or instant when the source document was fetched. */
  crawledAt?: string | null | undefined;
  /** Pictures with caption and credit. */
  images?: Image[] | undefined;
  /** The source's own keywords and sections, as printed. */
  keywords?: string[] | undefined;
  /** The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`. */
  sections?: string[] | undefined;
  /** Rights; absent if the source states none. */
  rights?: Rights | undefined;
  /** Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none. */
  urgency?: number | undefined;
  /** Short name of the story for editors; absent if the source states none. */
  slugline?: string | undefined;
  /** Note of the source to editors; absent if it states none. */
  editorsNote?: string | undefined;
  /** Place that the source states for the article apart from the dateline; absent if none. */
  location?: string | undefined;
  /** Number of words in the body. */
  wordCount?: number | undefined;
  /** True if the source provides only a summary. */
  summaryOnly?: boolean | undefined;
  /** People, topics, organizations and places, most mentioned first. */
  tags?: ArticleTag[] | undefined;
  /** Number of direct quotes in the body. */
  quoteCount?: number | undefined;
  /** Assumptions made while reading the document. */
  warnings?: Warning[] | undefined;
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash?: string | undefined;
  /** Starts at 1 and increases with each change of the content. */
  revision?: number | undefined;
  /** Instant when this revision was stored. */
  storedAt?: string | undefined;
  body?: Body | undefined;
  /** In reading order. */
  mentions?: Mention[] | undefined;
  /** In reading order. */
  quotes?: Quote[] | undefined;
}

/** The change of the state of an article. */
export interface StateChange {
  /** The article and its states. */
  data: {
    /** The id of the article. */
    id: string;
    /** Its slug; null if it was never published. */
    slug: string | null;
    /** Its state before this request. */
    before: "published" | "held" | "draft" | "withdrawn" | "purged";
    /** Its state now; `absent` if only the withdrawal was stored and was lifted, or if its text is published as another article. */
    after: "published" | "held" | "draft" | "withdrawn" | "purged" | "absent";
  };
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: the article. */
    article: string;
  };
}

/** A page of held copy and drafts. */
export interface HeldList {
  /** In the order of their ids. */
  data: HeldArticle[];
  /** Pages of the list. */
  links: {
    /** This page. */
    self: string;
    /** The next page; null at the end. */
    next: string | null;
  };
}

/** Held copy or a draft, without its text. */
export interface HeldArticle {
  /** The id of the article. */
  id: string;
  /** `held` copy is published when it is due, a `draft` only by an editor. */
  state: "held" | "draft";
  /** Instant when it is published; null for a draft. */
  dueAt: string | null;
  /** The headline. */
  headline: string;
  /** The source; null if it is not known. */
  source: {
    /** Slug of the source. */
    slug: string;
    /** Name of the source. */
    name: string;
  } | null;
  /** Date of publication that the document states. */
  publishedAt: string | null;
  /** Date of its last change that the document states. */
  updatedAt: string | null;
  /** Version number that the document states. */
  version: number | null;
  /** Instant when the archive stored this version. */
  storedAt: string;
  /** Revision of the public article that it will replace; null if none. */
  revision: number | null;
}

/** A page of the quotes of an article. */
export interface ArticleQuotes {
  /** The items of this page. */
  data: Quote[];
  page: Page;
  /** The pages of the list, and the article. */
  links: {
    /** This page. */
    self: string;
    /** The first page. */
    first: string;
    /** The next page; null if there is none. */
    next: string | null;
    /** The previous page; null if there is none. */
    prev: string | null;
    /** The article. */
    article: string;
  };
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Maximum number of items per page. */
      limit?: number | undefined;
    };
    /** The query in words. */
    words: string;
    /** Warnings about the request. */
    warnings: QueryWarning[];
  };
}

/** A page of the mentions of an article. */
export interface ArticleMentions {
  /** The items of this page. */
  data: Mention[];
  page: Page;
  /** The pages of the list, and the article. */
  links: {
    /** This page. */
    self: string;
    /** The first page. */
    first: string;
    /** The next page; null if there is none. */
    next: string | null;
    /** The previous page; null if there is none. */
    prev: string | null;
    /** The article. */
    article: string;
  };
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Maximum number of items per page. */
      limit?: number | undefined;
    };
    /** The query in words. */
    words: string;
    /** Warnings about the request. */
    warnings: QueryWarning[];
  };
}

/** Articles related to another. */
export interface RelatedArticles {
  /** All items. */
  data: RelatedArticle[];
  /** Related addresses. */
  links: {
    /** This list. */
    self: string;
    /** The article. */
    article: string;
  };
}

/** An article related to another, with the reason. */
export interface RelatedArticle {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug: string;
  /** The canonical address at the source. */
  url: string | null;
  /** The headline. */
  headline: string;
  /** The summary under the headline. */
  standfirst: string | null;
  /** As printed, without "By". */
  byline: string | null;
  /** Persons and agencies named in the byline. */
  authors: Author[];
  /** Dateline of wire copy. */
  dateline: Dateline | null;
  /** The credit of the wire, as printed at the end. */
  credit: string | null;
  /** Source of the article. */
  source: SourceReference | null;
  /** BCP 47 tag; `und` when unknown. */
  language: string;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt: string | null;
  /** Origin of `publishedAt`; null if that is null. */
  publication: Publication | null;
  /** Instant of the last change, according to the source. */
  updatedAt: string | null;
  /** Day or instant when the source document was fetched. */
  crawledAt: string | null;
  /** Pictures with caption and credit. */
  images: Image[];
  /** The source's own keywords and sections, as printed. */
  keywords: string[];
  /** The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`. */
  sections?: string[] | undefined;
  /** Rights; absent if the source states none. */
  rights?: Rights | undefined;
  /** Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none. */
  urgency?: number | undefined;
  /** Short name of the story for editors; absent if the source states none. */
  slugline?: string | undefined;
  /** Note of the source to editors; absent if it states none. */
  editorsNote?: string | undefined;
  /** Place that the source states for the article apart from the dateline; absent if none. */
  location?: string | undefined;
  /** Number of words in the body. */
  wordCount: number;
  /** True if the source provides only a summary. */
  summaryOnly: boolean;
  /** People, topics, organizations and places, most mentioned first. */
  tags: ArticleTag[];
  /** Number of direct quotes in the body. */
  quoteCount: number;
  /** Assumptions made while reading the document. */
  warnings: Warning[];
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash: string;
  /** Starts at 1 and increases with each change of the content. */
  revision: number;
  /** Instant when this revision was stored. */
  storedAt: string;
  reason: RelationReason;
}

/** Reasons why an article is related to another. */
export interface RelationReason {
  /** Tags of both articles, rarest first. */
  sharedTags: {
    /** The tag as `type/slug`. */
    id: string;
    /** The canonical name. */
    name: string;
  }[];
  /** Rare words of the headline and standfirst that occur in both articles, rarest first. */
  sharedTerms: string[];
  /** Whole days between the two publications; null if one of the articles is undated. */
  daysApart: number | null;
}

/** Revisions and other takes of an article. */
export interface ArticleVersionsAnswer {
  data: ArticleVersions;
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: the article. */
    article: string;
  };
}

/** Revisions and other takes of an article. */
export interface ArticleVersions {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug: string;
  /** Id of the story, opaque and stable; null if no other article has nearly the same text. */
  story: string | null;
  /** Oldest first, the current one last. */
  revisions: ArticleRevision[];
  /** Articles of the story in the order of publication, including this one; at most 50. */
  takes: Take[];
  /** Null if there is nothing to compare. */
  diff: ArticleDiff | null;
}

/** A revision of an article. */
export interface ArticleRevision {
  /** Starts at 1 and increases with each change of the content. */
  revision: number;
  /** Instant when this revision was stored. */
  storedAt: string;
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash: string;
  /** The headline. */
  headline: string;
}

/** An article with nearly the same text. */
export interface Take {
  /** Position in the story by publication, from 1. */
  place: number;
  /** This article, the same text from elsewhere, or an earlier or later take of it. */
  relation: "self" | "copy" | "version";
  /** Share of three-word runs that its body has in common with this one. */
  resemblance: number;
  article: ArticleCard;
}

/** An article without its body. */
export interface ArticleCard {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug: string;
  /** The canonical address at the source. */
  url: string | null;
  /** The headline. */
  headline: string;
  /** The summary under the headline. */
  standfirst: string | null;
  /** As printed, without "By". */
  byline: string | null;
  /** Persons and agencies named in the byline. */
  authors: Author[];
  /** Dateline of wire copy. */
  dateline: Dateline | null;
  /** The credit of the wire, as printed at the end. */
  credit: string | null;
  /** Source of the article. */
  source: SourceReference | null;
  /** BCP 47 tag; `und` when unknown. */
  language: string;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt: string | null;
  /** Origin of `publishedAt`; null if that is null. */
  publication: Publication | null;
  /** Instant of the last change, according to the source. */
  updatedAt: string | null;
  /** Day or instant when the source document was fetched. */
  crawledAt: string | null;
  /** Pictures with caption and credit. */
  images: Image[];
  /** The source's own keywords and sections, as printed. */
  keywords: string[];
  /** The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`. */
  sections?: string[] | undefined;
  /** Rights; absent if the source states none. */
  rights?: Rights | undefined;
  /** Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none. */
  urgency?: number | undefined;
  /** Short name of the story for editors; absent if the source states none. */
  slugline?: string | undefined;
  /** Note of the source to editors; absent if it states none. */
  editorsNote?: string | undefined;
  /** Place that the source states for the article apart from the dateline; absent if none. */
  location?: string | undefined;
  /** Number of words in the body. */
  wordCount: number;
  /** True if the source provides only a summary. */
  summaryOnly: boolean;
  /** People, topics, organizations and places, most mentioned first. */
  tags: ArticleTag[];
  /** Number of direct quotes in the body. */
  quoteCount: number;
  /** Assumptions made while reading the document. */
  warnings: Warning[];
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash: string;
  /** Starts at 1 and increases with each change of the content. */
  revision: number;
  /** Instant when this revision was stored. */
  storedAt: string;
}

/** Changes from one version to another. */
export interface ArticleDiff {
  /** The earlier side: the number of a revision or the slug of a take. */
  from: string;
  /** The later side: the number of a revision or the slug of a take. */
  to: string;
  /** Field by field: `equal` and `delete` are the earlier text, `equal` and `insert` the later. */
  changes: FieldChange[];
}

/** A part that is in both texts, or in only one of them. */
export interface FieldChange {
  /** `equal`: in both texts; `insert`: only in the second; `delete`: only in the first. */
  op: "equal" | "insert" | "delete";
  /** The words, with their spaces. */
  text: string;
  /** Field of the article. */
  field: "headline" | "standfirst" | "byline" | "body";
}

/** The revisions of an article. */
export interface ArticleRevisions {
  /** Oldest first. */
  data: ListedRevision[];
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: the article. */
    article: string;
  };
}

/** A revision of an article and its address. */
export interface ListedRevision {
  /** Starts at 1 and increases with each change of the content. */
  revision: number;
  /** Instant when this revision was stored. */
  storedAt: string;
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash: string;
  /** The headline. */
  headline: string;
  /** Address of the revision. */
  address: string;
}

/** A revision of an article. */
export interface ArticleRevisionAnswer {
  data: Article;
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: the article. */
    article: string;
    /** The address: all revisions. */
    revisions: string;
  };
}

/** An article with body, mentions and quotes. */
export interface Article {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug: string;
  /** The canonical address at the source. */
  url: string | null;
  /** The headline. */
  headline: string;
  /** The summary under the headline. */
  standfirst: string | null;
  /** As printed, without "By". */
  byline: string | null;
  /** Persons and agencies named in the byline. */
  authors: Author[];
  /** Dateline of wire copy. */
  dateline: Dateline | null;
  /** The credit of the wire, as printed at the end. */
  credit: string | null;
  /** Source of the article. */
  source: SourceReference | null;
  /** BCP 47 tag; `und` when unknown. */
  language: string;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt: string | null;
  /** Origin of `publishedAt`; null if that is null. */
  publication: Publication | null;
  /** Instant of the last change, according to the source. */
  updatedAt: string | null;
  /** Day or instant when the source document was fetched. */
  crawledAt: string | null;
  /** Pictures with caption and credit. */
  images: Image[];
  /** The source's own keywords and sections, as printed. */
  keywords: string[];
  /** The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`. */
  sections?: string[] | undefined;
  /** Rights; absent if the source states none. */
  rights?: Rights | undefined;
  /** Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none. */
  urgency?: number | undefined;
  /** Short name of the story for editors; absent if the source states none. */
  slugline?: string | undefined;
  /** Note of the source to editors; absent if it states none. */
  editorsNote?: string | undefined;
  /** Place that the source states for the article apart from the dateline; absent if none. */
  location?: string | undefined;
  /** Number of words in the body. */
  wordCount: number;
  /** True if the source provides only a summary. */
  summaryOnly: boolean;
  /** People, topics, organizations and places, most mentioned first. */
  tags: ArticleTag[];
  /** Number of direct quotes in the body. */
  quoteCount: number;
  /** Assumptions made while reading the document. */
  warnings: Warning[];
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash: string;
  /** Starts at 1 and increases with each change of the content. */
  revision: number;
  /** Instant when this revision was stored. */
  storedAt: string;
  body: Body;
  /** In reading order. */
  mentions: Mention[];
  /** In reading order. */
  quotes: Quote[];
}

/** Corrections of an article by editors. */
export interface Corrections {
  /** In the order they were made; a later one wins. */
  data: KeptCorrection[];
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: the article. */
    article: string;
  };
}

/** A correction with its editor and time. */
export interface KeptCorrection {
  /** Number of the correction, for withdrawing it. */
  number: number;
  /** Name of the API key that made it. */
  editor: string;
  /** Instant when it was made. */
  at: string;
  correction: ArticleCorrection;
}

/** A correction of one article. */
export type ArticleCorrection = SetFields | PutMention | RemoveMention | SetSpeaker | RemoveQuote | AddTag | RemoveTag;

/** Sets the headline, standfirst, byline or publication time. */
export interface SetFields {
  /** Kind of correction. */
  do: "set";
  /** The correct headline. */
  headline?: string | undefined;
  /** The summary under the headline; null removes it. */
  standfirst?: string | null | undefined;
  /** The byline without "By"; null for none. */
  byline?: string | null | undefined;
  /** Authors named in the byline. Default: each name of the byline, as a person. */
  authors?: Author[] | undefined;
  /** Instant of publication. */
  publishedAt?: string | undefined;
  /** Precision of `publishedAt`. Unknown parts are set to their lowest value. */
  precision?: "second" | "minute" | "day" | "month" | "year" | undefined;
}

/** Adds a mention, or changes the tag of an existing one. */
export interface PutMention {
  /** Kind of correction. */
  do: "put-mention";
  /** The tag that these words name. */
  tag: unknown & unknown;
  /** Name of the tag, if the archive does not know it yet. */
  name?: string | undefined;
  /** The text that the offsets refer to. */
  field: "headline" | "standfirst" | "body" | "caption" | "byline" | "credit";
  /** Index of the image, from 0, if the field is its caption or credit. */
  image?: number | undefined;
  /** The exact words in the article, whole words only. */
  exact: string;
  /** Number of the occurrence, from 1. Default: the first. */
  occurrence?: number | undefined;
  /** Role as worded in the article. */
  role?: string | undefined;
}

/** Removes mentions. */
export interface RemoveMention {
  /** Kind of correction. */
  do: "remove-mention";
  /** Removes only mentions of this tag. Default: of any tag. */
  tag?: string | undefined;
  /** The text that the offsets refer to. */
  field: "headline" | "standfirst" | "body" | "caption" | "byline" | "credit";
  /** Index of the image, from 0, if the field is its caption or credit. */
  image?: number | undefined;
  /** The exact words in the article, whole words only. */
  exact: string;
  /** Number of the occurrence, from 1. Default: all. */
  occurrence?: number | undefined;
}

/** Sets the speaker of a quote. */
export interface SetSpeaker {
  /** Kind of correction. */
  do: "set-speaker";
  /** The quote or its beginning. */
  exact: string;
  /** Number of the occurrence, from 1. Default: the first. */
  occurrence?: number | undefined;
  /** The speaker; null if the article does not say. */
  speaker: unknown & unknown | null;
  /** Name of the tag, if the archive does not know it yet. */
  name?: string | undefined;
}

/** Removes a quote. */
export interface RemoveQuote {
  /** Kind of correction. */
  do: "remove-quote";
  /** The quote or its beginning. */
  exact: string;
  /** Number of the occurrence, from 1. Default: the first. */
  occurrence?: number | undefined;
}

/** Adds a tag to the article as a whole; a keyword, section or author to its own list. */
export interface AddTag {
  /** Kind of correction. */
  do: "add-tag";
  /** The tag to add. */
  tag: string;
  /** Name of the tag, if the archive does not know it yet. */
  name?: string | undefined;
}

/** Removes a tag and all its mentions, or a keyword, section or author, from the article. */
export interface RemoveTag {
  /** Kind of correction. */
  do: "remove-tag";
  /** The tag to remove. */
  tag: string;
}

/** Corrections of tags in all articles. */
export interface TagCorrections {
  /** In the order they were made. */
  data: KeptTagCorrection[];
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
  };
}

/** A correction of a tag with its editor and time. */
export interface KeptTagCorrection {
  /** Number of the correction, for withdrawing it. */
  number: number;
  /** Name of the API key that made it. */
  editor: string;
  /** Instant when it was made. */
  at: string;
  correction: TagCorrection;
}

/** A correction of a tag in all articles. */
export type TagCorrection = MergeTags | RenameTag | DropTag | LeadTag | KeepApart;

/** Merges one tag into another. */
export interface MergeTags {
  /** Kind of correction. */
  do: "merge-tags";
  /** The tag to remove. Its slug redirects to the other tag. */
  tag: string;
  /** The tag to keep, of the same type. */
  into: string;
}

/** Renames a tag. The former name becomes an alias. */
export interface RenameTag {
  /** Kind of correction. */
  do: "rename-tag";
  /** The tag to rename. */
  tag: string;
  /** The correct name. */
  name: string;
}

/** Removes a tag that was detected by mistake, or hides a keyword, section or author, in all articles. */
export interface DropTag {
  /** Kind of correction. */
  do: "drop-tag";
  /** The tag to remove. */
  tag: string;
}

/** Adds a topic to all articles with a keyword or section, which stays what it is. */
export interface LeadTag {
  /** Kind of correction. */
  do: "lead-tag";
  /** The keyword or section. */
  tag: unknown & unknown;
  /** The topic that it means. */
  into: unknown & unknown;
}

/** Says that two tags are different, so that no merge is proposed. */
export interface KeepApart {
  /** Kind of correction. */
  do: "keep-apart";
  /** One of two tags that are different. */
  tag: string;
  /** The other tag, of the same type. */
  from: string;
}

/** Tags that may be one, for editors. */
export interface MergeProposalList {
  /** Strong proposals first, then most articles first. */
  data: MergeProposal[];
  /** Related addresses. */
  links: {
    /** This list. */
    self: string;
  };
  /** Size of the whole list. */
  meta: {
    /** Number of proposals. */
    total: {
      /** Number of proposals. */
      value: number;
      /** `eq`: exact; `gte`: a lower bound. */
      relation: "eq" | "gte";
    };
  };
}

/** Two tags that may be one. */
export interface MergeProposal {
  /** The tag to merge. */
  tag: ProposedTag;
  /** The tag to keep. */
  into: ProposedTag;
  /** `strong`: the names and their outlets fit; `fair`: look at the articles first. */
  strength: "strong" | "fair";
  /** Why they may be one; the name comes first. */
  evidence: ProposalEvidence[];
  /** The correction that merges them. */
  accept: MergeTags;
  /** The correction that keeps them apart, so that they are not proposed again. */
  reject: KeepApart;
}

/** One of two tags that may be one. */
export interface ProposedTag {
  /** The tag as `type/slug`. */
  id: string;
  /** Unique within the type; may change. */
  slug: string;
  /** The canonical name. */
  name: string;
  /** Number of articles with this tag. */
  articleCount: number;
  /** Publication time of the oldest article with this tag. */
  firstSeenAt: string | null;
  /** Publication time of the newest article with this tag. */
  lastSeenAt: string | null;
}

/** A reason why two tags may be one. */
export type ProposalEvidence = NameEvidence | OutletEvidence | YearEvidence | MentionEvidence;

/** Resemblance of two names. */
export interface NameEvidence {
  /** `spacing`: the letters are equal, blanks and hyphens differ; `transliteration`: an umlaut is written as two letters; `word-order`: the words are equal, their order differs; `title`: a title or degree is missing in one; `particle`: a particle such as `van` is missing in one; `middle-initial`: a middle initial is missing in one, or abbreviates a middle name; `short-form`: a given name is a short form of the other, such as Bill; `initial`: a given name is abbreviated; `double-surname`: a surname is a part of the other; `spelling`: one letter differs; `handle`: an account is made of the given name and surname; `part-of-name`: an account is the given name or the surname */
  kind: "spacing" | "transliteration" | "word-order" | "title" | "particle" | "middle-initial" | "short-form" | "initial" | "double-surname" | "spelling" | "handle" | "part-of-name";
  /** Words that differ: in the tag to merge, and in the tag to keep. */
  words: string[];
}

/** Sources that two authors have in common. */
export interface OutletEvidence {
  /** Both wrote for these sources. */
  kind: "outlet";
  /** Slugs of sources; at most 10. */
  sources: string[];
}

/** Years that two authors have in common. */
export interface YearEvidence {
  /** Both wrote in these years. */
  kind: "years";
  /** Years with articles by both, oldest first; at most 10. */
  years: string[];
}

/** Articles by an account that name a person. */
export interface MentionEvidence {
  /** Articles by the one name the other. */
  kind: "mention";
  /** Number of these articles. */
  articleCount: number;
}

/** The articles of a document as they would be stored. */
export interface ParseAnswer {
  /** The articles of the document, in its order. */
  data: ParsedArticle[];
  /** Rejected parts. */
  meta: {
    /** Parts of the document that are not articles. */
    rejects: {
      /** Line where it begins, from 1. */
      line: number | null;
      /** Reason why it is not an article. */
      reason: string;
    }[];
  };
}

/** An article as it would be stored. */
export interface ParsedArticle {
  /** The canonical address at the source. */
  url: string | null;
  /** The headline. */
  headline: string;
  /** The summary under the headline. */
  standfirst: string | null;
  /** As printed, without "By". */
  byline: string | null;
  /** Persons and agencies named in the byline. */
  authors: Author[];
  /** Dateline of wire copy. */
  dateline: Dateline | null;
  /** The credit of the wire, as printed at the end. */
  credit: string | null;
  /** Source of the article. */
  source: SourceReference | null;
  /** BCP 47 tag; `und` when unknown. */
  language: string;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt: string | null;
  /** Origin of `publishedAt`; null if that is null. */
  publication: Publication | null;
  /** Instant of the last change, according to the source. */
  updatedAt: string | null;
  /** Day or instant when the source document was fetched. */
  crawledAt: string | null;
  /** Pictures with caption and credit. */
  images: Image[];
  /** The source's own keywords and sections, as printed. */
  keywords: string[];
  /** The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`. */
  sections?: string[] | undefined;
  /** Rights; absent if the source states none. */
  rights?: Rights | undefined;
  /** Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none. */
  urgency?: number | undefined;
  /** Short name of the story for editors; absent if the source states none. */
  slugline?: string | undefined;
  /** Note of the source to editors; absent if it states none. */
  editorsNote?: string | undefined;
  /** Place that the source states for the article apart from the dateline; absent if none. */
  location?: string | undefined;
  /** Number of words in the body. */
  wordCount: number;
  /** True if the source provides only a summary. */
  summaryOnly: boolean;
  /** People, topics, organizations and places, most mentioned first. */
  tags: ArticleTag[];
  /** Number of direct quotes in the body. */
  quoteCount: number;
  /** Assumptions made while reading the document. */
  warnings: Warning[];
  /** SHA-256 of the content as read, hexadecimal. */
  contentHash: string;
  body: Body;
  /** In reading order. */
  mentions: Mention[];
  /** In reading order. */
  quotes: Quote[];
  release: ParsedRelease;
}

/** Decision that an import would make about the article. */
export interface ParsedRelease {
  /** Action of an import: publish it, hold it until an instant, reject it, or withdraw the stored article. */
  decision: "publish" | "hold" | "reject" | "withdraw";
  /** When a held article would be published; else null. */
  until: string | null;
  /** Field that decided, and its value; null if the article would be published. */
  reason: string | null;
}

/** A page of a list of tags: people, topics, organizations, places, keywords, sections or authors. */
export interface TagList {
  /** The items of this page. */
  data: ListedTag[];
  page: Page;
  links: ListLinks;
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Type of the tag. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published at or after. */
      from?: string | undefined;
      /** Published before. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    /** The query in words. */
    words: string;
    /** Warnings about the request. */
    warnings: QueryWarning[];
    counted?: Counted | undefined;
  };
}

/** A tag of a list, with its counts in the archive, and in the period or the matching articles of the list. */
export interface ListedTag {
  /** The tag as `type/slug`. */
  id: string;
  /** Type of the tag. */
  type: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author";
  /** Unique within the type; may change. */
  slug: string;
  /** The canonical name. */
  name: string;
  /** Other names. */
  aliases: string[];
  /** Description in one sentence. */
  description: string | null;
  /** Offices of a person; empty for other types. */
  roles: Role[];
  /** ISO 3166-1 alpha-2 code of its country. */
  country: string | null;
  /** Broader topics or places. */
  broader: string[];
  externalIds: ExternalIds;
  /** True if it was found in articles and is not in an authority file. */
  discovered: boolean;
  /** Only of authors: `agency` if an article prints the author as an agency or desk. */
  kind?: "person" | "agency" | undefined;
  /** Coordinates of a place, as a source states them. */
  geo: Coordinates | null;
  /** Identifiers of sources, in the order in which they were first stated. */
  sourceIds: SourceId[];
  /** Number of articles with this tag. */
  articleCount: number;
  /** Number of direct quotes by this speaker. */
  quoteCount: number;
  /** Publication time of the oldest article with this tag. */
  firstSeenAt: string | null;
  /** Publication time of the newest article with this tag. */
  lastSeenAt: string | null;
  /** Tags that name this one as broader. */
  narrower: string[];
  /** Number of articles of the period; only in lists with `date`, `from` or `to`. All counts without `period` in their name are those of the whole archive. */
  periodArticleCount?: number | undefined;
  /** Number of direct quotes by this speaker in the period; only in lists with `date`, `from` or `to`. */
  periodQuoteCount?: number | undefined;
  /** Number of articles that match the filters, among those that `meta.counted` counts; only in lists with filters. */
  matchingArticleCount?: number | undefined;
}

/** An office that a person holds or held. */
export interface Role {
  /** Title of the office. */
  title: string;
  /** Country or organization of the office. */
  organization: string | null;
  /** First year, month or day. */
  from: string | null;
  /** Last year, month or day. */
  to: string | null;
}

/** Identifiers in other vocabularies. */
export interface ExternalIds {
  /** Wikidata item. */
  wikidata: string | null;
  /** IPTC Media Topic, as QCode. */
  mediatopic: string | null;
}

/** A point on the earth (WGS 84). */
export interface Coordinates {
  /** Degrees north. */
  latitude: number;
  /** Degrees east. */
  longitude: number;
}

/** An identifier that a source states. */
export interface SourceId {
  /** Slug of the source whose scheme it is; null if the scheme is the same at all sources. */
  source: string | null;
  /** Beginning of its address, which `value` completes, or the prefix of its code; null if it has none. */
  scheme: string | null;
  /** Identifier within the scheme. */
  value: string;
}

/** With filters: number of articles whose tags were counted. */
export interface Counted {
  /** Number of articles that were counted. */
  value: number;
  /** `eq`: all matches; `gte`: only the newest of them. */
  relation: "eq" | "gte";
}

/** A person, and links to the lists and the author. */
export interface PersonAnswer {
  data: TagSummary;
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: its articles. */
    articles: string;
    /** The address: its quotes. */
    quotes: string;
    /** The address: tags in the same articles. */
    together: string;
    /** The only author of that name in the archive, if there is exactly one. */
    author: string | null;
  };
}

/** A tag and its counts in the archive. */
export interface TagSummary {
  /** The tag as `type/slug`. */
  id: string;
  /** Type of the tag. */
  type: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author";
  /** Unique within the type; may change. */
  slug: string;
  /** The canonical name. */
  name: string;
  /** Other names. */
  aliases: string[];
  /** Description in one sentence. */
  description: string | null;
  /** Offices of a person; empty for other types. */
  roles: Role[];
  /** ISO 3166-1 alpha-2 code of its country. */
  country: string | null;
  /** Broader topics or places. */
  broader: string[];
  externalIds: ExternalIds;
  /** True if it was found in articles and is not in an authority file. */
  discovered: boolean;
  /** Only of authors: `agency` if an article prints the author as an agency or desk. */
  kind?: "person" | "agency" | undefined;
  /** Coordinates of a place, as a source states them. */
  geo: Coordinates | null;
  /** Identifiers of sources, in the order in which they were first stated. */
  sourceIds: SourceId[];
  /** Number of articles with this tag. */
  articleCount: number;
  /** Number of direct quotes by this speaker. */
  quoteCount: number;
  /** Publication time of the oldest article with this tag. */
  firstSeenAt: string | null;
  /** Publication time of the newest article with this tag. */
  lastSeenAt: string | null;
  /** Tags that name this one as broader. */
  narrower: string[];
}

/** A page of a list of quotes. */
export interface QuoteList {
  /** The items of this page. */
  data: QuoteEntry[];
  page: Page;
  links: ListLinks;
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Slug of the person who speaks. */
      person?: string | undefined;
      /** Slug of the organization that speaks. */
      organization?: string | undefined;
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published at or after. */
      from?: string | undefined;
      /** Published before. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    /** The query in words. */
    words: string;
    /** Warnings about the request. */
    warnings: QueryWarning[];
  };
}

/** A direct quote, its speaker and its article. */
export interface QuoteEntry {
  /** Opaque and stable within a revision. */
  id: string;
  /** First UTF-16 code unit. */
  start: number;
  /** One past the last UTF-16 code unit. */
  end: number;
  /** The text of the span: `text.slice(start, end)`. */
  exact: string;
  /** Parts of a quote that is interrupted by the speech verb or a paragraph break; otherwise one. */
  segments: {
    /** First UTF-16 code unit. */
    start: number;
    /** One past the last UTF-16 code unit. */
    end: number;
    /** The text of the span: `text.slice(start, end)`. */
    exact: string;
  }[];
  /** Null if the article does not say. */
  speaker: Speaker | null;
  /** The speech verb or cue as written. */
  verb: string | null;
  /** True for one or more whole sentences, false for a fragment within a sentence of the writer. */
  complete: boolean;
  /** Index in `body.blocks` of the block where it begins. */
  paragraph: number;
  /** The rule, model or editor that found it. */
  method: string;
  /** Confidence from 0 to 1. */
  confidence: number;
  article: QuoteArticle;
}

/** The article that contains the quote. */
export interface QuoteArticle {
  /** Opaque and stable. */
  id: string;
  /** Readable identifier. May change; former slugs redirect (308). */
  slug: string;
  /** The headline. */
  headline: string;
  /** Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one. */
  publishedAt: string | null;
  /** Source of the article. */
  source: SourceReference | null;
}

/** Tags that occur in the same articles as another. */
export interface TogetherList {
  /** The other tags, most frequent first. */
  data: TagTogether[];
  /** Pairs of tags that occur in the same articles, for drawing a graph: first the tag with each of `data`, then these with each other; most frequent pairs first, at most 1,000. */
  edges: TogetherEdge[];
  /** Related addresses. */
  links: {
    /** This list. */
    self: string;
  };
  /** Scope of the result. */
  meta: {
    /** The articles of the tag that were examined. */
    articles: {
      /** Number of articles that were examined. */
      value: number;
      /** `eq`: all articles of the tag; `gte`: only the newest. */
      relation: "eq" | "gte";
    };
  };
}

/** A tag that occurs together with another. */
export interface TagTogether {
  /** The tag as `type/slug`. */
  id: string;
  /** Type of the tag. */
  type: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author";
  /** Unique within the type; may change. */
  slug: string;
  /** The canonical name. */
  name: string;
  /** Other names. */
  aliases: string[];
  /** Description in one sentence. */
  description: string | null;
  /** Offices of a person; empty for other types. */
  roles: Role[];
  /** ISO 3166-1 alpha-2 code of its country. */
  country: string | null;
  /** Broader topics or places. */
  broader: string[];
  externalIds: ExternalIds;
  /** True if it was found in articles and is not in an authority file. */
  discovered: boolean;
  /** Only of authors: `agency` if an article prints the author as an agency or desk. */
  kind?: "person" | "agency" | undefined;
  /** Coordinates of a place, as a source states them. */
  geo: Coordinates | null;
  /** Identifiers of sources, in the order in which they were first stated. */
  sourceIds: SourceId[];
  /** Number of articles with this tag. */
  articleCount: number;
  /** Number of direct quotes by this speaker. */
  quoteCount: number;
  /** Publication time of the oldest article with this tag. */
  firstSeenAt: string | null;
  /** Publication time of the newest article with this tag. */
  lastSeenAt: string | null;
  /** Tags that name this one as broader. */
  narrower: string[];
  /** Number of articles that have both tags. */
  sharedCount: number;
}

/** Two tags that occur in the same articles. */
export interface TogetherEdge {
  /** The tag itself, or one of `data`. */
  source: string;
  /** Another tag of `data`. */
  target: string;
  /** Number of articles with both. */
  articles: number;
}

/** A tag, and links to its lists. */
export interface TagAnswer {
  data: TagSummary;
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: its articles. */
    articles: string;
    /** The address: its quotes. */
    quotes: string;
    /** The address: tags in the same articles. */
    together: string;
  };
}

/** An author, and links to the lists and the person. */
export interface AuthorAnswer {
  data: AuthorSummary;
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: its articles. */
    articles: string;
    /** The address: its quotes. */
    quotes: string;
    /** The address: tags in the same articles. */
    together: string;
    /** The only person of that name in the archive, if there is exactly one. */
    person: string | null;
  };
}

/** An author, with counts and a profile. */
export interface AuthorSummary {
  /** The tag as `type/slug`. */
  id: string;
  /** Type of the tag. */
  type: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author";
  /** Unique within the type; may change. */
  slug: string;
  /** The canonical name. */
  name: string;
  /** Other names. */
  aliases: string[];
  /** Description in one sentence. */
  description: string | null;
  /** Offices of a person; empty for other types. */
  roles: Role[];
  /** ISO 3166-1 alpha-2 code of its country. */
  country: string | null;
  /** Broader topics or places. */
  broader: string[];
  externalIds: ExternalIds;
  /** True if it was found in articles and is not in an authority file. */
  discovered: boolean;
  /** Only of authors: `agency` if an article prints the author as an agency or desk. */
  kind?: "person" | "agency" | undefined;
  /** Coordinates of a place, as a source states them. */
  geo: Coordinates | null;
  /** Identifiers of sources, in the order in which they were first stated. */
  sourceIds: SourceId[];
  /** Number of articles with this tag. */
  articleCount: number;
  /** Number of direct quotes by this speaker. */
  quoteCount: number;
  /** Publication time of the oldest article with this tag. */
  firstSeenAt: string | null;
  /** Publication time of the newest article with this tag. */
  lastSeenAt: string | null;
  /** Tags that name this one as broader. */
  narrower: string[];
  profile: AuthorProfile;
}

/** Outlets, years, sections and subjects of an author. */
export interface AuthorProfile {
  /** Sources, most articles first; at most 10. */
  outlets: AuthorOutlet[];
  /** Years of publication, newest first; at most 100. Always counted in all articles. */
  years: AuthorYear[];
  /** Sections, most articles first; at most 10. */
  sections: AuthorTag[];
  /** Keywords, most articles first; at most 10. */
  keywords: AuthorTag[];
  /** People, topics, organizations and places, most articles first; at most 10. */
  tags: AuthorTag[];
  /** The articles in which outlets, sections, keywords and tags were counted. */
  examined: {
    /** Number of articles that were examined. */
    value: number;
    /** `eq`: all articles of the author; `gte`: only the newest. */
    relation: "eq" | "gte";
  };
}

/** A source of articles by an author. */
export interface AuthorOutlet {
  /** Slug of the source. */
  slug: string;
  /** Name of the source. */
  name: string;
  /** Number of articles by the author. */
  articleCount: number;
  /** These articles. */
  articles: string;
}

/** A year in which articles by an author were published. */
export interface AuthorYear {
  /** Year of publication (UTC). */
  year: string;
  /** Number of articles by the author. */
  articleCount: number;
  /** These articles. */
  articles: string;
}

/** A tag of articles by an author. */
export interface AuthorTag {
  /** The tag as `type/slug`. */
  id: string;
  /** Type of the tag. */
  type: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author";
  /** The slug of the tag. */
  slug: string;
  /** Name of the tag. */
  name: string;
  /** Number of articles by the author. */
  articleCount: number;
  /** These articles. */
  articles: string;
}

/** A page of a list of sources. */
export interface SourceList {
  /** The items of this page. */
  data: SourceSummary[];
  page: Page;
  links: ListLinks;
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published at or after. */
      from?: string | undefined;
      /** Published before. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    /** The query in words. */
    words: string;
    /** Warnings about the request. */
    warnings: QueryWarning[];
    counted?: Counted | undefined;
  };
}

/** A source and its number of articles. */
export interface SourceSummary {
  /** For the `source` filter. */
  slug: string;
  /** Name given in the import settings. */
  name: string;
  /** Number of articles from this source. */
  articleCount: number;
  /** Publication time of its oldest article. */
  firstSeenAt: string | null;
  /** Publication time of its newest article. */
  lastSeenAt: string | null;
  /** Number of articles of the period; only in lists with `date`, `from` or `to`. All counts without `period` in their name are those of the whole archive. */
  periodArticleCount?: number | undefined;
  /** Number of articles that match the filters, among those that `meta.counted` counts; only in lists with filters. */
  matchingArticleCount?: number | undefined;
}

/** A source, and links to its articles and quotes. */
export interface SourceAnswer {
  data: SourceSummary;
  /** Related addresses. */
  links: {
    /** The address: this item. */
    self: string;
    /** The address: its articles. */
    articles: string;
    /** The address: its quotes. */
    quotes: string;
  };
}

/** Number of articles over time. */
export interface Timeline {
  /** Oldest period first, without gaps. */
  data: TimelinePeriod[];
  /** Related addresses. */
  links: {
    /** This timeline. */
    self: string;
  };
  /** The parsed request. */
  meta: {
    /** The parsed parameters; bounds in time as instants, `to` exclusive. */
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published at or after. */
      from?: string | undefined;
      /** Published before. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Length of a period, in the calendar of `tz`; weeks begin on Monday. */
      interval?: "day" | "week" | "month" | "year" | undefined;
    };
    /** The query in words. */
    words: string;
    /** True if all periods were counted. A search for a common word over a long time may reach the time limit; then the oldest periods have no count. */
    complete: boolean;
    /** Warnings about the request. */
    warnings: QueryWarning[];
  };
}

/** A period and its number of articles. */
export interface TimelinePeriod {
  /** Start of the period. */
  from: string;
  /** End of the period, exclusive. */
  before: string;
  /** Number of matching articles in the period; null if it was not counted. */
  count: number | null;
}

/** A part of the change log. */
export interface ChangeList {
  /** Oldest change first. */
  data: Change[];
  /** Position of these changes in the log. */
  page: {
    /** Value of `since` for the next request. */
    next: number;
    /** True if further changes follow. */
    more: boolean;
    /** Number of the last change in the log. */
    last: number;
  };
  /** Related addresses. */
  links: {
    /** These changes. */
    self: string;
    /** The following changes. */
    next: string;
  };
  /** The parsed request. */
  meta: {
    /** Warnings about the request. */
    warnings: QueryWarning[];
  };
}

/** A change of one article. */
export interface Change {
  /** Number of the change, without gaps. */
  seq: number;
  /** The id of the article. */
  article: string;
  /** Kind of change. */
  kind: "new" | "changed" | "deleted";
  /** Revision of the article that this change created. */
  revision: number;
  /** Instant of the change. */
  at: string;
  /** With `include=article`: the current article; null if it was deleted. */
  now?: Article | null | undefined;
}

/** An article to be embedded. */
export interface Oembed {
  /** Type of the embed. */
  type: "rich";
  /** Version of oEmbed. */
  version: "1.0";
  /** The headline. */
  title: string;
  /** The byline. */
  author_name?: string | undefined;
  /** Name of the site. */
  provider_name: string;
  /** Address of the site. */
  provider_url: string;
  /** Time that it may be cached, in seconds. */
  cache_age: number;
  /** HTML to embed. */
  html: string;
  /** In CSS pixels. */
  width: number;
  /** In CSS pixels. */
  height: number;
}

/** A linkset (RFC 9264). */
export interface ApiCatalog {
  /** One entry per API, with its links by relation. */
  linkset: {
    /** Address. */
    anchor: string;
  }[];
}

/** An OpenAPI 3.1 document. */
export type OpenapiDocument = Record<string, unknown>;

/** The catalogue of problems. */
export interface ProblemKinds {
  /** All kinds of problems. */
  data: ProblemKind[];
}

/** A kind of problem. */
export interface ProblemKind {
  /** The `type` of the problem. */
  type: string;
  /** Name of the problem. */
  name: string;
  /** HTTP status. */
  status: number;
  /** Title. */
  title: string;
  /** Condition under which it occurs. */
  meaning: string;
  /** Advice to the caller. */
  remedy: string;
}

/** A kind of problem. */
export interface ProblemKindAnswer {
  data: ProblemKind;
}

/** The server is alive. */
export interface Health {
  /** The state. */
  status: "alive";
}

/** The server is ready. */
export interface Readiness {
  /** The state. */
  status: "ready";
  /** What the operator should do although the server is ready, one sentence each; absent if nothing. */
  warnings?: string[] | undefined;
}

/** The running program. */
export interface Version {
  /** The name of the program. */
  name: string;
  /** Its version. */
  version: string;
}

/** A problem (RFC 9457). */
export interface Problem {
  /** Kind of problem, as the address of a page that explains it. */
  type: string;
  /** Name of the kind of problem. */
  title: string;
  /** HTTP status. */
  status: number;
  /** Explanation of this occurrence. */
  detail: string;
  /** URN of the request; it ends with its X-Request-Id. */
  instance: string;
  /** All errors in the parameters. */
  errors?: Fault[] | undefined;
  /** Further information. */
  links?: {
    /** The documentation. */
    docs: string;
    /** Entry point of the API. */
    root: string;
  } | undefined;
}

/** An error in one parameter. */
export interface Fault {
  /** Name of the parameter. */
  param: string;
  /** Value of the parameter, shortened. */
  value?: unknown | undefined;
  /** Reason why it is invalid. */
  reason: string;
  /** Allowed values. */
  allowed?: string | string[] | undefined;
  /** Likely intended value. */
  suggestion?: string | undefined;
}

/** What GET takes and answers, by path. */
export interface Reads {
  /** Describe the archive. */
  "/v1": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: ArchiveAnswer;
  };
  /** List and search articles. */
  "/v1/articles": {
    path: Record<string, never>;
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** Read an article. */
  "/v1/articles/{article}": {
    path: {
      /** The id or the slug of the article. With `.ninjs`, `.jsonld`, `.md`, `.txt`, `.html` or `.json` at its end, the article in that format, regardless of the Accept header. */
      article: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** `neighbours` adds the links `newer` and `older`; the others add fields to those that `fields` keeps. */
      include?: ("body" | "quotes" | "mentions" | "neighbours")[] | undefined;
    };
    answer: ArticleAnswer;
  };
  /** List held copy and drafts. */
  "/v1/held": {
    path: Record<string, never>;
    query: {
      /** Only held copy, or only drafts. */
      state?: "held" | "draft" | undefined;
      /** Maximum number of items. */
      limit?: number | undefined;
      /** Continues after this id; `links.next` has it. */
      after?: string | undefined;
    };
    answer: HeldList;
  };
  /** List the quotes of an article. */
  "/v1/articles/{article}/quotes": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: {
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
    };
    answer: ArticleQuotes;
  };
  /** List the mentions in an article. */
  "/v1/articles/{article}/mentions": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: {
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
    };
    answer: ArticleMentions;
  };
  /** List related articles. */
  "/v1/articles/{article}/related": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: {
      /** Maximum number of articles. */
      limit?: number | undefined;
    };
    answer: RelatedArticles;
  };
  /** Compare the versions of an article. */
  "/v1/articles/{article}/versions": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: {
      /** The earlier side of the comparison: the number of a revision, or the id or slug of a take. */
      from?: string | undefined;
      /** The later side. Default: the current revision of this article. */
      to?: string | undefined;
    };
    answer: ArticleVersionsAnswer;
  };
  /** List the revisions of an article. */
  "/v1/articles/{article}/revisions": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: Record<string, never>;
    answer: ArticleRevisions;
  };
  /** Read a revision of an article. */
  "/v1/articles/{article}/revisions/{number}": {
    path: {
      /** The id or the slug of the article. */
      article: string;
      /** The number of the revision. */
      number: string;
    };
    query: Record<string, never>;
    answer: ArticleRevisionAnswer;
  };
  /** List the revisions of an article as a TimeMap. */
  "/v1/articles/{article}/timemap": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: Record<string, never>;
    answer: unknown;
  };
  /** List the corrections of an article. */
  "/v1/articles/{article}/corrections": {
    path: {
      /** The id or the slug of the article. */
      article: string;
    };
    query: Record<string, never>;
    answer: Corrections;
  };
  /** List the corrections of tags. */
  "/v1/corrections": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: TagCorrections;
  };
  /** List authors that may be one. */
  "/v1/merge-proposals": {
    path: Record<string, never>;
    query: {
      /** Maximum number of proposals. */
      limit?: number | undefined;
    };
    answer: MergeProposalList;
  };
  /** List people. */
  "/v1/people": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read a person. */
  "/v1/people/{slug}": {
    path: {
      /** The slug of the person. */
      slug: string;
    };
    query: Record<string, never>;
    answer: PersonAnswer;
  };
  /** List the articles of a person. */
  "/v1/people/{slug}/articles": {
    path: {
      /** The slug of the person. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes of a person. */
  "/v1/people/{slug}/quotes": {
    path: {
      /** The slug of the person. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with a person. */
  "/v1/people/{slug}/together": {
    path: {
      /** The slug of the person. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List topics. */
  "/v1/topics": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read a topic. */
  "/v1/topics/{slug}": {
    path: {
      /** The slug of the topic. */
      slug: string;
    };
    query: Record<string, never>;
    answer: TagAnswer;
  };
  /** List the articles of a topic. */
  "/v1/topics/{slug}/articles": {
    path: {
      /** The slug of the topic. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes about a topic. */
  "/v1/topics/{slug}/quotes": {
    path: {
      /** The slug of the topic. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with a topic. */
  "/v1/topics/{slug}/together": {
    path: {
      /** The slug of the topic. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List organizations. */
  "/v1/organizations": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read an organization. */
  "/v1/organizations/{slug}": {
    path: {
      /** The slug of the organization. */
      slug: string;
    };
    query: Record<string, never>;
    answer: TagAnswer;
  };
  /** List the articles of an organization. */
  "/v1/organizations/{slug}/articles": {
    path: {
      /** The slug of the organization. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes of an organization. */
  "/v1/organizations/{slug}/quotes": {
    path: {
      /** The slug of the organization. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with an organization. */
  "/v1/organizations/{slug}/together": {
    path: {
      /** The slug of the organization. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List places. */
  "/v1/places": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read a place. */
  "/v1/places/{slug}": {
    path: {
      /** The slug of the place. */
      slug: string;
    };
    query: Record<string, never>;
    answer: TagAnswer;
  };
  /** List the articles of a place. */
  "/v1/places/{slug}/articles": {
    path: {
      /** The slug of the place. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes about a place. */
  "/v1/places/{slug}/quotes": {
    path: {
      /** The slug of the place. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with a place. */
  "/v1/places/{slug}/together": {
    path: {
      /** The slug of the place. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List keywords. */
  "/v1/keywords": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read a keyword. */
  "/v1/keywords/{slug}": {
    path: {
      /** The slug of the keyword. A redirect leads from the keyword as printed. */
      slug: string;
    };
    query: Record<string, never>;
    answer: TagAnswer;
  };
  /** List the articles of a keyword. */
  "/v1/keywords/{slug}/articles": {
    path: {
      /** The slug of the keyword. A redirect leads from the keyword as printed. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes about a keyword. */
  "/v1/keywords/{slug}/quotes": {
    path: {
      /** The slug of the keyword. A redirect leads from the keyword as printed. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with a keyword. */
  "/v1/keywords/{slug}/together": {
    path: {
      /** The slug of the keyword. A redirect leads from the keyword as printed. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List sections. */
  "/v1/sections": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read a section. */
  "/v1/sections/{slug}": {
    path: {
      /** The slug of the section. A redirect leads from the section as printed. */
      slug: string;
    };
    query: Record<string, never>;
    answer: TagAnswer;
  };
  /** List the articles of a section. */
  "/v1/sections/{slug}/articles": {
    path: {
      /** The slug of the section. A redirect leads from the section as printed. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes about a section. */
  "/v1/sections/{slug}/quotes": {
    path: {
      /** The slug of the section. A redirect leads from the section as printed. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with a section. */
  "/v1/sections/{slug}/together": {
    path: {
      /** The slug of the section. A redirect leads from the section as printed. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List authors. */
  "/v1/authors": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** Read an author. */
  "/v1/authors/{slug}": {
    path: {
      /** The slug of the author. A redirect leads from the author as printed. */
      slug: string;
    };
    query: Record<string, never>;
    answer: AuthorAnswer;
  };
  /** List the articles of an author. */
  "/v1/authors/{slug}/articles": {
    path: {
      /** The slug of the author. A redirect leads from the author as printed. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** List the quotes about an author. */
  "/v1/authors/{slug}/quotes": {
    path: {
      /** The slug of the author. A redirect leads from the author as printed. */
      slug: string;
    };
    query: {
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List the tags that occur with an author. */
  "/v1/authors/{slug}/together": {
    path: {
      /** The slug of the author. A redirect leads from the author as printed. */
      slug: string;
    };
    query: {
      /** Only tags of this type. Default: people, topics, organizations and places. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Maximum number of tags. */
      limit?: number | undefined;
    };
    answer: TogetherList;
  };
  /** List tags of all types. */
  "/v1/tags": {
    path: Record<string, never>;
    query: {
      /** Type of the tag. */
      type?: "person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | undefined;
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Wikidata item of the tag. */
      wikidata?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: TagList;
  };
  /** List and search quotes. */
  "/v1/quotes": {
    path: Record<string, never>;
    query: {
      /** Slug of the person who speaks. */
      person?: string | undefined;
      /** Slug of the organization that speaks. */
      organization?: string | undefined;
      /** Full-text search in quotes: words, "phrases", -not, OR, prefix*. */
      q?: string | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: QuoteList;
  };
  /** List sources. */
  "/v1/sources": {
    path: Record<string, never>;
    query: {
      /** Beginning of any word of a name or alias, for lookup while typing. */
      q?: string | undefined;
      /** Only tags of articles that match. Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Only tags of articles that match. Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Only tags of articles that match. Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Only tags of articles that match. Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** Only tags of articles that match. The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Only tags of articles that match. Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Only tags of articles that match. Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Only tags of articles that match. Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Only tags of articles that match. Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Only tags of articles published in this year, month or day, with counts of that time. */
      date?: string | undefined;
      /** Only tags of articles published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Only tags of articles published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Most articles first (with filters or a period: most matching articles), by name, or latest appearance first. */
      sort?: "articles" | "name" | "newest" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
    };
    answer: SourceList;
  };
  /** Read a source. */
  "/v1/sources/{slug}": {
    path: {
      /** The slug of the source. A redirect leads from its name. */
      slug: string;
    };
    query: Record<string, never>;
    answer: SourceAnswer;
  };
  /** List the articles of a source. */
  "/v1/sources/{slug}/articles": {
    path: {
      /** The slug of the source. A redirect leads from its name. */
      slug: string;
    };
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** `all`: an article must have all words of `q`. `auto`: if `q` has only words, without operators, and finds fewer than 3 articles, it is relaxed in steps until it finds 10; `meta.relaxed` says how. Other formats than JSON are always strict. */
      match?: "auto" | "all" | undefined;
      /** Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words. */
      sort?: "newest" | "oldest" | "relevance" | "updated" | undefined;
      /** Maximum number of items per page. */
      limit?: number | undefined;
      /** Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort. */
      cursor?: string | undefined;
      /** Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer. */
      count?: "none" | "capped" | "exact" | undefined;
      /** Fields to keep; `id` is always kept. */
      fields?: ("id" | "slug" | "url" | "headline" | "standfirst" | "byline" | "authors" | "dateline" | "credit" | "source" | "language" | "publishedAt" | "publication" | "updatedAt" | "crawledAt" | "images" | "keywords" | "sections" | "rights" | "urgency" | "slugline" | "editorsNote" | "location" | "wordCount" | "summaryOnly" | "tags" | "quoteCount" | "warnings" | "contentHash" | "revision" | "storedAt" | "body" | "mentions" | "quotes")[] | undefined;
      /** Fields to add to the card. */
      include?: ("body" | "quotes" | "mentions")[] | undefined;
      /** Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many. */
      facets?: ("person" | "topic" | "organization" | "place" | "keyword" | "section" | "author" | "source" | "language" | "year")[] | undefined;
      /** Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages. */
      "facet-limit"?: number | undefined;
      /** True adds a field `highlights` to each article: fragments of its text with the matches of `q`. */
      highlight?: "true" | "false" | undefined;
    };
    answer: ArticleList;
  };
  /** Count articles over time. */
  "/v1/timeline": {
    path: Record<string, never>;
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Length of a period, in the calendar of `tz`; weeks begin on Monday. */
      interval?: "day" | "week" | "month" | "year" | undefined;
    };
    answer: Timeline;
  };
  /** Read the change log. */
  "/v1/changes": {
    path: Record<string, never>;
    query: {
      /** Number of the last change that the client knows; 0 to start at the beginning. */
      since?: number | undefined;
      /** Maximum number of changes; at most 100 with `include=article`. */
      limit?: number | undefined;
      /** Data to add to each change. */
      include?: ("article")[] | undefined;
    };
    answer: ChangeList;
  };
  /** Follow new and changed articles. */
  "/v1/stream": {
    path: Record<string, never>;
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Continues after this event, for clients that cannot set headers; the header has precedence. */
      "last-event-id"?: number | undefined;
    };
    answer: unknown;
  };
  /** Export articles. */
  "/v1/export.ndjson": {
    path: Record<string, never>;
    query: {
      /** Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions. */
      q?: string | undefined;
      /** Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND. */
      tag?: string[] | undefined;
      /** Tags of which an article has at least one. */
      "tag.any"?: string[] | undefined;
      /** Tags of which an article has all. */
      "tag.all"?: string[] | undefined;
      /** Tags of which an article has none. */
      "tag.none"?: string[] | undefined;
      /** Slugs of people, with the operators of `tag`. */
      person?: string[] | undefined;
      /** Slugs of topics, with the operators of `tag`. */
      topic?: string[] | undefined;
      /** Slugs of organizations, with the operators of `tag`. */
      organization?: string[] | undefined;
      /** Slugs of places, with the operators of `tag`. */
      place?: string[] | undefined;
      /** The source's own keywords, as slugs or as printed, with the operators of `tag`. */
      keyword?: string[] | undefined;
      /** Sections, as slugs or as printed, with the operators of `tag`. */
      section?: string[] | undefined;
      /** Authors, as slugs or as printed, with the operators of `tag`. */
      author?: string[] | undefined;
      /** Slugs of sources, with the operators of `tag`. */
      source?: string[] | undefined;
      /** Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1). */
      language?: string[] | undefined;
      /** Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes. */
      has?: ("image" | "quotes")[] | undefined;
      /** Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist. */
      ids?: string[] | undefined;
      /** Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference. */
      url?: string | undefined;
      /** Stored or changed in this archive at or after: a year, month or day, or an instant. */
      "updated-since"?: string | undefined;
      /** Published in this year, month or day in the time zone `tz`. */
      date?: string | undefined;
      /** Published at or after: a year, month or day, or an instant. */
      from?: string | undefined;
      /** Published up to: a year, month or day, inclusive, or before an instant. */
      to?: string | undefined;
      /** IANA time zone of dates without an offset. */
      tz?: string | undefined;
      /** Continue after this article: `publishedAt` and `id` of the last complete line, separated by a comma. For an undated article, write `undated:` and its `storedAt` instead of `publishedAt`. */
      after?: string | undefined;
      /** `archive` adds lines before the articles: the id of the archive, its people, topics, organizations and places, corrections of tags, and deletions. `history` adds corrections, earlier revisions and former slugs to each article. */
      include?: ("archive" | "history")[] | undefined;
    };
    answer: unknown;
  };
  /** Embed an article. */
  "/oembed": {
    path: Record<string, never>;
    query: {
      /** Address of an article: its page, or its resource in the API. */
      url?: string | undefined;
      /** `json` or `xml`. */
      format?: string | undefined;
      /** Maximum width, in CSS pixels. */
      maxwidth?: number | undefined;
      /** Maximum height, in CSS pixels. */
      maxheight?: number | undefined;
    };
    answer: Oembed;
  };
  /** List the sitemaps. */
  "/sitemap.xml": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: unknown;
  };
  /** Read a sitemap. */
  "/sitemaps/{file}": {
    path: {
      /** Name of the file in the index. */
      file: string;
    };
    query: Record<string, never>;
    answer: unknown;
  };
  /** Read the news sitemap. */
  "/news-sitemap.xml": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: unknown;
  };
  /** Read the rules for crawlers. */
  "/robots.txt": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: unknown;
  };
  /** Read the description for assistants. */
  "/llms.txt": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: unknown;
  };
  /** Find the API. */
  "/.well-known/api-catalog": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: ApiCatalog;
  };
  /** Read the description of the API. */
  "/openapi.json": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: OpenapiDocument;
  };
  /** List the problems. */
  "/problems": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: ProblemKinds;
  };
  /** Explain a problem. */
  "/problems/{name}": {
    path: {
      /** The name of the problem. */
      name: string;
    };
    query: Record<string, never>;
    answer: ProblemKindAnswer;
  };
  /** Check that the server is alive. */
  "/healthz": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: Health;
  };
  /** Check that the server is ready. */
  "/readyz": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: Readiness;
  };
  /** Read the version. */
  "/version": {
    path: Record<string, never>;
    query: Record<string, never>;
    answer: Version;
  };
}
