import type { Instant } from '../model/instant.ts';
import type { ArticleFilter, ArticleSort, CountMode, Position, SearchExpression } from '../model/query.ts';
import type { TagId, TagType } from '../model/tag.ts';

/** Part of a list, from its beginning if there is no position. */
export interface Window {
  limit: number;
  position?: Position;
  count: CountMode;
}

/** A query on articles. A card has no body. */
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
  /** Tag of the articles, whoever speaks. */
  about?: TagId;
  search?: SearchExpression;
  /** Id of an article. */
  article?: string;
  from?: Instant;
  before?: Instant;
}

/** Facets: tags by type, and years of publication (UTC). */
export type FacetName = TagType | 'source' | 'language' | 'year';
