import type { Instant } from '../model/instant.ts';
import type {
  ArticleFilter,
  ArticleSort,
  CountMode,
  Position,
  SearchExpression,
  TagExpression,
} from '../model/query.ts';
import type { TagId, TagType, UnlistedTagType } from '../model/tag.ts';

/** Part of a list, from its beginning if there is no position. */
export interface Window {
  limit: number;
  position?: Position;
  count: CountMode;
}

/**
 * Size in UTF-8 at which a page of articles in full form ends, whatever its limit: 2 MiB. It has at least one article.
 * An article can have megabytes, so a hundred of them would not fit into memory.
 */
export const fullPageBytes = 2 * 2 ** 20;

/** A query on the articles that were withdrawn last. */
export interface WithdrawalQuery {
  /** Slug of a source; undefined for all. */
  source?: string | undefined;
  limit: number;
}

/** A query on articles. A card has no body. A page in full form ends at `fullPageBytes`. */
export interface ArticleQuery extends Window {
  filter: ArticleFilter;
  sort: ArticleSort;
  form: 'card' | 'full';
}

export type TagSort = 'articles' | 'name' | 'newest';

/** A query on tags. `prefix` matches the beginning of any word of the name or an alias. */
export interface TagQuery extends Window {
  type?: TagType | 'source';
  prefix?: string;
  /** Wikidata item. */
  wikidata?: string;
  /** Only tags of the articles with these tags, with counts of the newest. Not sorted by `newest`. */
  articles?: Pick<ArticleFilter, 'tags'>;
  /** Tags of the articles of a period, which begins here, with counts of the period. Not sorted by `newest`. */
  from?: Instant;
  before?: Instant;
  sort: TagSort;
}

/** A query on quotes, newest article first, then reading order. */
export interface QuoteQuery extends Window {
  speaker?: TagId;
  /** Tags of the articles, whoever speaks. */
  about?: TagExpression;
  search?: SearchExpression;
  /** Id of an article. */
  article?: string;
  from?: Instant;
  before?: Instant;
}

/** Parts of an article that have lists of their own. */
export type ArticlePart = 'mentions' | 'quotes';

/** Facets: tags by type, and years of publication. */
export type FacetName = TagType | UnlistedTagType | 'year';
