import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter } from '../../../model/query.ts';
import { WHOLE_ARCHIVE } from '../../core/counter-changes.ts';
import { monthOf, startOfMonth } from '../../core/month.ts';
import type { Timeline, TimelineBucket } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { articleKeysSql } from '../lists/article-list-sql.ts';
import { countedTags, type FilterPlan, ignoresRanges, type PlanFilter } from '../lists/filter-plan.ts';
import { createPublicationBounds, type KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { once } from '../once.ts';
import { createMonthCounts, type MonthCounts } from './month-counts.ts';

/** Periods longer than this are counted by whole months, plus the rest at both ends. */
const LONG_SECONDS = 25 * 86_400;

/** SQL that counts the articles of a tag in a range of keys, or all in a range of time. Both read only an index. */
export const tagRangeSql = `
  SELECT count(*) FROM article_tags INDEXED BY tag_articles
  WHERE tag = :tag AND article >= :low AND article < :high`;
export const timeRangeSql = `
  SELECT count(*) FROM articles INDEXED BY articles_by_publication
  WHERE published_at >= :from AND published_at < :before`;

/** Counts the articles published from one second to before another. */
export type CountPeriod = (from: number, before: number) => number;

/**
 * Creates exact counts of the articles of tags (or of the whole archive) by period. No article may have two of the tags.
 * Count periods newest first: each one usually ends where the next one begins.
 */
export function createPeriodCounter(
  connection: Connection,
  months: MonthCounts,
): (tags: number[]) => CountPeriod {
  const publication = createPublicationBounds(connection);
  const countTag = connection.prepare<KeyBounds & { tag: number }, number>(tagRangeSql).pluck();
  const countAll = connection.prepare<{ from: number; before: number }, number>(timeRangeSql).pluck();

  const counter = (tag: number): CountPeriod => {
    const countRange = (from: number, before: number): number => {
      if (from >= before) return 0;
      if (tag === WHOLE_ARCHIVE) return countAll.get({ from, before }) ?? 0;
      return countTag.get({ tag, ...publication.between(from, before) }) ?? 0;
    };
    const untilMonth = once(() => months.until(tag));
    /** Returns the number of articles before an instant: whole months, plus or minus the shorter part of one. */
    const until = (seconds: number): number => {
      const month = monthOf(seconds);
      const begin = startOfMonth(month);
      const end = startOfMonth(month + 1);
      return seconds - begin <= end - seconds
        ? untilMonth()(month) + countRange(begin, seconds)
        : untilMonth()(month + 1) - countRange(seconds, end);
    };
    let next: { begin: number; articles: number } | undefined;
    return (from, before) => {
      if (before - from <= LONG_SECONDS) return countRange(from, before);
      const end = next?.begin === before ? next.articles : until(before);
      next = { begin: from, articles: until(from) };
      return end - next.articles;
    };
  };

  return (tags) => {
    const counters = tags.map(counter);
    return (from, before) => counters.reduce((sum, count) => sum + count(from, before), 0);
  };
}

/** Creates a count of the articles that match a filter, by consecutive periods of publication. */
export function createTimeline(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
): (filter: ArticleFilter, edges: string[]) => Timeline {
  const publication = createPublicationBounds(connection);
  const counter = createPeriodCounter(connection, createMonthCounts(connection));

  /** Counts matches one by one, newest first. Periods that the budget does not reach have no count. */
  const scanned = (plan: FilterPlan, periods: KeyBounds[], deadline: number): (number | undefined)[] => {
    const { sql, parameters } = articleKeysSql(plan, true);
    const select = connection.cachedValues<number>(sql);
    const counts = periods.map(() => 0);
    let at = periods.length - 1;
    const visit = (range: KeyBounds): boolean => {
      const keys = select.all({ ...parameters, ...range, limit: -1 });
      for (const key of keys.sort((a, b) => b - a)) {
        while (at >= 0 && key < (periods[at]?.low ?? key)) at -= 1;
        if (key < (periods[at]?.high ?? key)) counts[at] = (counts[at] ?? 0) + 1;
      }
      return false;
    };
    const all = { low: periods[0]?.low ?? 0, high: periods.at(-1)?.high ?? 0 };
    const until = ignoresRanges(plan) ? Number.POSITIVE_INFINITY : deadline;
    const stoppedAt = scanner.scan(all, true, visit, until);
    const reached = stoppedAt ? publication.at({ rank: Number(stoppedAt.rank), id: stoppedAt.id }) : all.low;
    return counts.map((count, period) => ((periods[period]?.low ?? 0) >= reached ? count : undefined));
  };

  return (filter, edges) => {
    const deadline = scanner.deadline('exactTotal');
    const plan = planFilter(filter);
    const tags = countedTags(plan);
    const earliest = filter.from === undefined ? -Infinity : secondsOf(filter.from);
    const latest = filter.before === undefined ? Infinity : secondsOf(filter.before);
    const seconds = edges.map(secondsOf);
    const periods = edges.slice(1).map((before, index) => {
      const low = Math.max(seconds[index] ?? 0, earliest);
      const high = Math.max(low, Math.min(seconds[index + 1] ?? 0, latest));
      return { from: edges[index] ?? before, before, low, high };
    });
    const counts = (): (number | undefined)[] => {
      if (plan.term.kind === 'nothing') return periods.map(() => 0);
      if (tags === undefined) {
        const bounds = periods.map(({ low, high }) => publication.between(low, high));
        return scanned(plan, bounds, deadline);
      }
      const count = counter(tags);
      // Newest first: if the budget runs out, the oldest periods have no count.
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
