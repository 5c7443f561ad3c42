import type { Instant } from './instant.ts';
import type { TagType } from './tag.ts';

/** A tag as a query names it: `person/josep-borrell`, or a bare slug whose type the archive finds. */
export interface TagName {
  type: TagType | 'source' | 'language' | null;
  slug: string;
}

/** Tags combined: comma AND, pipe OR, minus NOT, parentheses. */
export type TagExpression =
  | { kind: 'tag'; tag: TagName }
  | { kind: 'and'; of: TagExpression[] }
  | { kind: 'or'; of: TagExpression[] }
  | { kind: 'not'; of: TagExpression };

/** Where a search looks; null is everywhere. */
export type SearchField = 'headline' | 'standfirst' | 'body' | 'caption' | null;

/** A search for people: words, "phrases", -not, OR, prefix*, field:word. Words are as typed, in order. */
export type SearchExpression =
  | { kind: 'words'; words: string[]; prefix: boolean; field: SearchField }
  | { kind: 'and'; of: SearchExpression[] }
  | { kind: 'or'; of: SearchExpression[] }
  | { kind: 'not'; of: SearchExpression };

/** What narrows a list of articles. Absent parts do not narrow. */
export interface ArticleFilter {
  tags?: TagExpression;
  search?: SearchExpression;
  /** Published at or after. */
  from?: Instant;
  /** Published before. */
  before?: Instant;
}

export type ArticleSort = 'newest' | 'oldest' | 'relevance';

/** How much work a total may cost: none, counted to a cap, or exact. */
export type CountMode = 'none' | 'capped' | 'exact';

/** Where a page starts: after (or before) the item with this place in the sort. Comes out of a cursor. */
export interface Position {
  direction: 'after' | 'before';
  /** Publication in seconds since 1970 for time sorts; the score for relevance; the name or count for tags. */
  rank: number | string;
  id: string;
}

/** A total that is honest about what was counted. */
export interface Total {
  value: number;
  relation: 'eq' | 'gte';
}
