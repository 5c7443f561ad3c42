import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter } from '../../../model/query.ts';
import { monthOf, startOfMonth } from '../../core/month.ts';
import { planTags } from '../../core/tag-plan.ts';
import { findsDirectly, matchExpression } from '../search/match-expression.ts';
import type { FindTag } from '../tags/tag-lookup.ts';
import type { Matching } from './matching-keys.ts';

/** What a filter asks for. */
export type PlanFilter = (filter: ArticleFilter) => Matching;

/** Gives what a filter asks for, its tags looked up and its search as FTS5 words it. Dates are not in it. */
export function filterPlan(find: FindTag): PlanFilter {
  return ({ tags, search }) => ({
    term: tags
      ? planTags(tags, (name) => {
          const found = find(name);
          return found.kind === 'known' ? found.tag : undefined;
        })
      : { kind: 'everything' },
    match: search ? matchExpression(search) : null,
    direct: search !== undefined && findsDirectly(search),
  });
}

/** The month that an instant begins; undefined in its middle, `open` where there is no instant. */
export function wholeMonth(instant: string | undefined, open: number): number | undefined {
  if (instant === undefined) return open;
  const seconds = secondsOf(instant);
  const month = monthOf(seconds);
  return startOfMonth(month) === seconds ? month : undefined;
}
