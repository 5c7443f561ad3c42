import type { Instant } from './instant.ts';
import type { TagType, UnlistedTagType } from './tag.ts';

/** Tag as written in a query: `person/josep-borrell`, or a slug whose type the archive looks up. */
export interface TagName {
  type: TagType | UnlistedTagType | null;
  slug: string;
}

/** Boolean expression of tags: comma is AND, pipe OR, minus NOT, with parentheses. */
export type TagExpression =
  | { kind: 'tag'; tag: TagName }
  | { kind: 'and'; of: TagExpression[] }
  | { kind: 'or'; of: TagExpression[] }
  | { kind: 'not'; of: TagExpression };

/** Field to search; null searches all. */
export type SearchField = 'headline' | 'standfirst' | 'body' | 'caption' | null;

/**
 * Way to compare words with a text: `forms` of the same word match, too; `exact` needs the words as printed, without
 * case and accents; `prefix` is exact, but the last word only has to begin so.
 */
export type WordMatch = 'forms' | 'exact' | 'prefix';

/** Search expression: words, "phrases", =exact, -not, OR, prefix*, field:word. Words are as typed, in order. */
export type SearchExpression =
  | { kind: 'words'; words: string[]; match: WordMatch; field: SearchField }
  | { kind: 'and'; of: SearchExpression[] }
  | { kind: 'or'; of: SearchExpression[] }
  | { kind: 'not'; of: SearchExpression };

/** Filter of a list of articles. Absent parts do not restrict it. */
export interface ArticleFilter {
  tags?: TagExpression;
  search?: SearchExpression;
  /** Published at or after this instant. */
  from?: Instant;
  /** Published before this instant. */
  before?: Instant;
  /** Only these articles, by id, slug or former slug. */
  ids?: string[];
  /** Address at the source, as `sourceAddress` returns it. */
  address?: string;
  /** Features that the articles have, all of them. */
  has?: Feature[];
  /** Changed in this archive at or after this instant. */
  updatedSince?: Instant;
}

/** Features of articles that filters know. */
export const features = ['image', 'quotes'] as const;
export type Feature = (typeof features)[number];

/** Order of articles. `updated` is the order of their last changes in this archive, the latest first. */
export type ArticleSort = 'newest' | 'oldest' | 'relevance' | 'updated';

/** Way to count a total: not at all, up to a cap, or exactly. */
export type CountMode = 'none' | 'capped' | 'exact';

/** Position in a sorted list, decoded from a cursor. A page starts after (or before) it. */
export interface Position {
  direction: 'after' | 'before';
  /** Value of the sort key: seconds since 1970 for time, the score for relevance, the name or count for tags. */
  rank: number | string;
  id: string;
}

/** Total that says if it is exact (`eq`) or a lower bound (`gte`). */
export interface Total {
  value: number;
  relation: 'eq' | 'gte';
}
