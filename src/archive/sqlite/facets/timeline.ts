import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter } from '../../../model/query.ts';
import type { Timeline, TimelineBucket } from '../../answers.ts';
import { monthOf, startOfMonth } from '../../core/month.ts';
import type { BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import type { PlanFilter } from '../lists/filter-plan.ts';
import { type Matching, matchingKeys, walksInOne } from '../lists/matching-keys.ts';
import { type KeyBounds, publicationBounds } from '../lists/publication-bounds.ts';
import { WHOLE_ARCHIVE } from '../tags/counters.ts';
import { monthCounts } from './month-counts.ts';

/** Buckets longer than this are made of month counters, and of what their ends cut off a month. */
const LONG_SECONDS = 25 * 86_400;

/** Articles of a tag in a stretch of keys, and of the archive in a stretch of time: both from an index alone. */
export const tagStretchSql = `
  SELECT count(*) FROM article_tags INDEXED BY tag_articles
  WHERE tag = :tag AND article >= :low AND article < :high`;
export const stretchSql = `
  SELECT count(*) FROM articles INDEXED BY articles_by_publication
  WHERE published_at >= :from AND published_at < :before`;

/** Gives how many articles of a filter were published in each of a row of periods. */
export function articleTimeline(
  connection: Connection,
  effort: BoundedEffort,
  plan: PlanFilter,
): (filter: ArticleFilter, edges: string[]) => Timeline {
  const keep = keepStatements<Record<string, number | string>, number>(connection);
  const publication = publicationBounds(connection);
  const months = monthCounts(connection);
  const countTag = connection.prepare<KeyBounds & { tag: number }, number>(tagStretchSql).pluck();
  const countAll = connection.prepare<{ from: number; before: number }, number>(stretchSql).pluck();

  /** Counts one tag (or everything) exactly. */
  const counter = (tag: number) => {
    const stretch = (from: number, before: number): number => {
      if (from >= before) return 0;
      if (tag === WHOLE_ARCHIVE) return countAll.get({ from, before }) ?? 0;
      return countTag.get({ tag, ...publication.between(from, before) }) ?? 0;
    };
    let sums: ((month: number) => number) | undefined;
    const untilMonth = () => {
      sums ??= months.until(tag);
      return sums;
    };
    /** Articles before an instant: whole months, and the shorter part of the month that the instant cuts. */
    const until = (seconds: number): number => {
      const month = monthOf(seconds);
      const begin = startOfMonth(month);
      const end = startOfMonth(month + 1);
      return seconds - begin <= end - seconds
        ? untilMonth()(month) + stretch(begin, seconds)
        : untilMonth()(month + 1) - stretch(seconds, end);
    };
    // Periods are asked for in a row: each ends where the one after it begins.
    let next: { begin: number; articles: number } | undefined;
    return (from: number, before: number): number => {
      if (before - from <= LONG_SECONDS) return stretch(from, before);
      const end = next?.begin === before ? next.articles : until(before);
      next = { begin: from, articles: until(from) };
      return end - next.articles;
    };
  };

  /**
   * Counts matches one by one, the newest first, as far as the effort reaches: periods that it does not reach have
   * no count.
   */
  const walked = (matching: Matching, periods: KeyBounds[], deadline: number): (number | undefined)[] => {
    const { sql, parameters } = matchingKeys(matching, true);
    const counts = periods.map(() => 0);
    let at = periods.length - 1;
    const look = (stretch: KeyBounds): boolean => {
      const keys = keep(sql)
        .pluck()
        .all({ ...parameters, ...stretch, limit: -1 });
      for (const key of keys.sort((a, b) => b - a)) {
        while (at >= 0 && key < (periods[at]?.low ?? key)) at -= 1;
        if (key < (periods[at]?.high ?? key)) counts[at] = (counts[at] ?? 0) + 1;
      }
      return false;
    };
    const all = { low: periods[0]?.low ?? 0, high: periods.at(-1)?.high ?? 0 };
    const until = walksInOne(matching) ? Number.POSITIVE_INFINITY : deadline;
    const stoppedAt = effort.through(all, true, look, until);
    const reached = stoppedAt ? publication.at({ rank: Number(stoppedAt.rank), id: stoppedAt.id }) : all.low;
    return counts.map((count, period) => ((periods[period]?.low ?? 0) >= reached ? count : undefined));
  };

  return (filter, edges) => {
    const deadline = effort.deadline('exactTotal');
    const matching = plan(filter);
    const { term, match } = matching;
    const earliest = filter.from === undefined ? -Infinity : secondsOf(filter.from);
    const latest = filter.before === undefined ? Infinity : secondsOf(filter.before);
    const seconds = edges.map(secondsOf);
    const periods = edges.slice(1).map((before, index) => {
      const low = Math.max(seconds[index] ?? 0, earliest);
      const high = Math.max(low, Math.min(seconds[index + 1] ?? 0, latest));
      return { from: edges[index] ?? before, before, low, high };
    });
    const counts = (): (number | undefined)[] => {
      if (term.kind === 'nothing') return periods.map(() => 0);
      if (match !== null || (term.kind !== 'everything' && term.kind !== 'has')) {
        const bounds = periods.map(({ low, high }) => publication.between(low, high));
        return walked(matching, bounds, deadline);
      }
      const count = counter(term.kind === 'has' ? term.tag.key : WHOLE_ARCHIVE);
      // The newest first: what is cut off is the oldest.
      const newestFirst = periods
        .toReversed()
        .map(({ low, high }) => (performance.now() > deadline ? undefined : count(low, high)));
      return newestFirst.reverse();
    };
    const counted = counts();
    const buckets = periods.map(
      ({ from, before }, index): TimelineBucket => ({ from, before, count: counted[index] ?? null }),
    );
    return { buckets, complete: buckets.every(({ count }) => count !== null) };
  };
}
