import { secondsOf } from '../../../news/instant.ts';
import type { ArticleFilter } from '../../../news/query.ts';
import type { Timeline, TimelineBucket } from '../../archive.ts';
import { monthOf, startOfMonth } from '../../month.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { WHOLE_ARCHIVE } from '../write/ledger.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { filterPlan } from './filter-plan.ts';
import { type Matching, matchingCount } from './matching-keys.ts';
import { MONTHS, monthCounts } from './month-counts.ts';
import { type KeyBounds, publicationBounds } from './publication-bounds.ts';

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
): (filter: ArticleFilter, edges: string[]) => Timeline {
  const keep = keepStatements<Record<string, number | string>, { value: number }>(connection);
  const plan = filterPlan(connection);
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
    /** Articles before an instant: whole months, and the shorter part of the month that the instant cuts. */
    const until = (seconds: number): number => {
      const month = monthOf(seconds);
      const begin = startOfMonth(month);
      const end = startOfMonth(month + 1);
      return seconds - begin <= end - seconds
        ? months.sum(tag, MONTHS.first, month) + stretch(begin, seconds)
        : months.sum(tag, MONTHS.first, month + 1) - stretch(seconds, end);
    };
    return (from: number, before: number): number =>
      before - from > LONG_SECONDS ? until(before) - until(from) : stretch(from, before);
  };

  /** Counts matches one by one, as far as the effort reaches; undefined where it does not reach the end. */
  const walker = (matching: Matching, deadline: number) => {
    const { sql, parameters } = matchingCount(matching);
    return (from: number, before: number): number | undefined => {
      let value = 0;
      const look = (part: KeyBounds): boolean => {
        value += keep(sql).get({ ...parameters, ...part, limit: Number.MAX_SAFE_INTEGER })?.value ?? 0;
        return false;
      };
      return effort.through(publication.between(from, before), true, look, deadline) ? undefined : value;
    };
  };

  return (filter, edges) => {
    const deadline = effort.deadline('exactTotal');
    const matching = plan(filter);
    const { term, match } = matching;
    const from = filter.from === undefined ? -Infinity : secondsOf(filter.from);
    const before = filter.before === undefined ? Infinity : secondsOf(filter.before);
    const counted = match === null && (term.kind === 'everything' || term.kind === 'has');
    const count = counted
      ? counter(term.kind === 'has' ? term.tag.key : WHOLE_ARCHIVE)
      : term.kind === 'nothing'
        ? () => 0
        : walker(matching, deadline);

    const buckets: TimelineBucket[] = [];
    let complete = true;
    // The newest first: what is cut off is the oldest.
    for (let index = edges.length - 2; index >= 0; index -= 1) {
      const [begin, end] = edges.slice(index, index + 2);
      if (begin === undefined || end === undefined) break;
      const low = Math.max(secondsOf(begin), from);
      const high = Math.min(secondsOf(end), before);
      const articles = low >= high ? 0 : performance.now() > deadline ? undefined : count(low, high);
      if (articles === undefined) complete = false;
      buckets.unshift({ from: begin, before: end, count: articles ?? null });
    }
    return { buckets, complete };
  };
}
