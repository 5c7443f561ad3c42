import type { ArticleCorrection, KeptCorrection } from '../model/correction.ts';
import type { KeptReading } from '../model/draft.ts';
import type { Instant } from '../model/instant.ts';
import type { Position, TagName, Total } from '../model/query.ts';
import type { TagId, TagType } from '../model/tag.ts';
import type { Fragment } from './core/words/highlight.ts';
import type { FacetName } from './queries.ts';

/** A JSON text, rendered when it was written; lists are made by concatenating these. */
export type Rendered = string;

/** One page of a list. `next` and `previous` are absent where no item follows or precedes. */
export interface Page {
  items: Rendered[];
  next?: Position;
  previous?: Position;
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
  /** When this revision was stored. */
  storedAt: Instant;
}

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
