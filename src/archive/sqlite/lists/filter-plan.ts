import type { ArticleFilter, SearchExpression, TagExpression, TagName } from '../../../model/query.ts';
import { WHOLE_ARCHIVE } from '../../core/counter-changes.ts';
import { articlesOf, assume, cover, planTags, type TagTerm } from '../../core/tag-plan.ts';
import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import { findsDirectly, matchExpression } from '../search/match-expression.ts';
import type { FindTag } from '../tags/tag-lookup.ts';
import type { FilterKeys } from './filter-keys.ts';

/** The tags and the search of a filter, looked up and compiled. Its dates are not included: they are bounds on keys. */
export interface FilterPlan extends FilterKeys {
  term: TagTerm;
  /** FTS5 expression; null without a search. */
  match: string | null;
  /** The search of `match`, with the forms of its words. */
  search?: ResolvedSearch | undefined;
  /** True if FTS5 goes from one match of the search to the next without visiting other articles. */
  direct?: boolean;
}

/** Plan of a filter with a search. */
export type SearchPlan = FilterPlan & { match: string; search: ResolvedSearch };

export type PlanFilter = (filter: ArticleFilter) => FilterPlan;

/** Creates the planner of filters. */
export function createFilterPlanner(
  find: FindTag,
  findKeys: (filter: ArticleFilter) => FilterKeys,
  resolve: (search: SearchExpression) => ResolvedSearch,
): PlanFilter {
  const known = (name: TagName) => {
    const found = find(name);
    return found.kind === 'known' ? found.tags : undefined;
  };
  return (filter) => {
    const search = filter.search && resolve(filter.search);
    const found = findKeys(filter);
    return {
      term: found.keys?.length === 0 ? { kind: 'nothing' } : planTags(tagsOf(filter), known),
      match: search ? matchExpression(search) : null,
      search,
      direct: search !== undefined && findsDirectly(search),
      ...found,
    };
  };
}

/** Returns the tags of a filter, with its features, which are stored as tags. */
function tagsOf({ tags, has = [] }: ArticleFilter): TagExpression {
  const features = has.map((slug): TagExpression => ({ kind: 'tag', tag: { type: 'has', slug } }));
  return { kind: 'and', of: [...(tags ? [tags] : []), ...features] };
}

/** Number of postings that take about 3 ms to scan, with a look-up for each. */
const FEW_POSTINGS = 4_000;

/** True if a scan may pass very many articles between two matches. False for one tag, or tags or words joined by OR. */
export function mayScanFar({ term, match, keys, changedSince, direct = false }: FilterPlan): boolean {
  if (keys) return false;
  if (changedSince !== undefined) return true;
  if (match !== null) return !(direct && term.kind === 'everything');
  const tags = cover(term);
  if (tags === undefined) return term.kind !== 'everything';
  if (articlesOf(tags) <= FEW_POSTINGS) return false;
  return tags.some((tag) => assume(term, tag.key, true).kind !== 'everything');
}

/**
 * True if ranges would not bound the scan: a search without tags. FTS5 looks for the next match beyond the end of a
 * range without matches.
 */
export function ignoresRanges({ term, match }: FilterPlan): boolean {
  return match !== null && term.kind === 'everything';
}

/**
 * Returns the tags (or the whole archive) whose counters add up to the count of a filter; undefined if there are none.
 * Several languages add up, because an article has one language.
 */
export function countedTags(plan: FilterPlan): number[] | undefined {
  const { term, match } = plan;
  if (match !== null || plan.keys || plan.changedSince !== undefined) return undefined;
  if (term.kind === 'everything') return [WHOLE_ARCHIVE];
  if (term.kind === 'has') return [term.tag.key];
  if (term.kind !== 'or') return undefined;
  const keys = term.of.map((part) => (part.kind === 'has' && part.tag.exclusive ? part.tag.key : undefined));
  return keys.every((key) => key !== undefined) ? [...new Set(keys)] : undefined;
}
