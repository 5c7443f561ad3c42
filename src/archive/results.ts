import type { ArticleCorrection, StoredCorrection } from '../model/correction.ts';
import type { StoredReading } from '../model/draft.ts';
import type { Instant } from '../model/instant.ts';
import type { MergeProposal } from '../model/merge-proposal.ts';
import type { Position, TagName, Total } from '../model/query.ts';
import type { TagId, TagType } from '../model/tag.ts';
import type { Fragment } from './core/words/highlight.ts';
import type { FacetName } from './queries.ts';

/** JSON text that was rendered when it was stored. Lists concatenate such texts. */
export type Rendered = string;

/** One page of a list. `next` and `previous` are absent at its ends. */
export interface Page {
  items: Rendered[];
  next?: Position;
  previous?: Position;
  /** Absent if no count was requested. */
  total?: Total;
  /** Sorted by relevance only: number of ranked matches, the newest; `gte` if there are older ones. */
  ranked?: Total;
  /** Lists of the tags of matching articles only: number of counted matches, the newest; `gte` if there are older ones. */
  counted?: Total;
}

/** A page ready to be sent: its items joined by commas, in UTF-8. */
export interface JoinedPage extends Omit<Page, 'items'> {
  json: Buffer;
  /** Number of items. */
  count: number;
}

/** An article ready to be sent: its full form in UTF-8, and the parts of its links. */
export interface WholeArticle {
  id: string;
  slug: string;
  json: Buffer;
  /** Time at which this revision was stored. */
  storedAt: Instant;
}

/** A page of the mentions or quotes of an article, in reading order. The total is exact. */
export interface ArticlePartPage extends Page {
  id: string;
  slug: string;
  /** Time at which this revision was stored. */
  storedAt: Instant;
}

/** One value of a facet: a slug (or year), its name, and the number of its articles. */
export interface FacetValue {
  value: string;
  name: string;
  count: number;
}

/** A facet: its most frequent values (years: the most recent). */
interface Facet {
  values: FacetValue[];
  /** Number of articles counted: all matches (`eq`), or only the newest (`gte`). */
  articles: Total;
}

export interface Facets {
  facets: { [name in FacetName]?: Facet };
}

/** A period and the number of matching articles published in it; null if they were not counted. */
export interface TimelineBucket {
  from: Instant;
  before: Instant;
  count: number | null;
}

/** Counts over time, oldest period first, including periods without articles. */
export interface Timeline {
  buckets: TimelineBucket[];
  /** False if the budget ran out: the oldest periods have no count. */
  complete: boolean;
}

/** The cards of the articles before and after one in a list; absent at its ends. */
export interface Neighbours {
  previous?: Rendered;
  next?: Rendered;
}

/** Tags that appear with a tag. */
export interface Together {
  /** The other tags, each with its `sharedCount`. */
  items: Rendered[];
  /** Pairs of them in the same articles, most frequent pair first, the more frequent tag first. */
  pairs: { tags: [TagId, TagId]; sharedCount: number }[];
  /** Number of articles counted: all articles of the tag (`eq`), or only the newest (`gte`). */
  articles: Total;
}

/** Tags that may be one, surest first. */
export interface MergeProposals {
  items: MergeProposal[];
  /** Number of all proposals. */
  total: Total;
}

/** Matches of a search in one article. Offsets are UTF-16 code units: `text.slice(start, end)` of the field. */
export interface Highlight {
  id: string;
  fragments: Fragment[];
}

/** A word of a search that occurs in no article or in few, and a similar word that occurs in more. */
export interface Suggestion {
  word: string;
  suggestion: string;
}

/** Address of a tag and time of its last dated article. Numbers never change and ascend with each new tag. */
export interface TagAddress {
  number: number;
  type: TagType;
  slug: string;
  lastSeenAt: Instant | null;
}

/** Result of a look-up by reference: the value, the present slug if a former one was used, or nothing. */
export type Found<T> = { kind: 'found'; value: T } | { kind: 'moved'; slug: string } | { kind: 'absent' };

/** A tag name that is unknown or ambiguous, with the nearest known names. */
export interface UnknownTag {
  name: TagName;
  reason: 'unknown' | 'ambiguous';
  nearest: string[];
}

/** Result of writing a document. `slug` is empty and `revision` is 0 if the article was never published. */
export interface WriteResult {
  id: string;
  slug: string;
  outcome:
    | 'new'
    | 'changed'
    | 'same'
    /** The archive has a later version. */
    | 'older'
    /** It is published when it is due. */
    | 'held'
    | 'draft'
    /** It withdrew an article. */
    | 'withdrawn'
    /** It withdraws an article that is not in the archive. */
    | 'not-stored'
    /** The article was withdrawn or purged before, and stays so. */
    | 'gone';
  revision: number;
}

export interface RewriteResult {
  id: string;
  outcome: 'changed' | 'same' | 'absent';
}

/** An article as it was read, before any correction. */
export interface UncorrectedArticle {
  id: string;
  reading: StoredReading;
}

/** A revision of an article and the instant when the archive stored it. */
export interface RevisionTime {
  revision: number;
  storedAt: Instant;
}

/** A revision of an article in full form, and its place among the others. */
export interface ArticleRevision {
  json: Rendered;
  self: RevisionTime;
  first: RevisionTime | undefined;
  previous: RevisionTime | undefined;
  next: RevisionTime | undefined;
  last: RevisionTime | undefined;
}

/** Articles with nearly the same text: later takes, and copies by other clients of a wire service. */
export interface Story {
  /** Opaque and stable. */
  id: string;
  /** In their full form, in order of publication. Of a long story, only the articles closest to the requested one. */
  articles: Rendered[];
}

/** An article with the corrections that were applied to it. */
export interface CorrectedArticle {
  /** In its full form. */
  article: Rendered;
  corrections: StoredCorrection<ArticleCorrection>[];
}

/** A change of one article. Applying all of them in order copies the archive. */
export interface Change {
  /** Ascending, without gaps. */
  seq: number;
  article: string;
  kind: 'new' | 'changed' | 'deleted';
  revision: number;
  at: Instant;
}

/** Progress of an import: all articles of its first `position` documents are stored. */
export interface Checkpoint {
  /** Name of the import: the same input with the same options has the same name. */
  job: string;
  position: number;
}

/** Validators of the last response for a page, for a conditional request (RFC 9110, section 13.1). */
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
  keywords: number;
  sections: number;
  authors: number;
  quotes: number;
  sources: number;
  newest: Instant | null;
  oldest: Instant | null;
}
