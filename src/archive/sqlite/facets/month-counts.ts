import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter } from '../../../model/query.ts';
import { firstDated } from '../../../model/undated.ts';
import { WHOLE_ARCHIVE } from '../../core/counter-changes.ts';
import { monthOf, startOfMonth } from '../../core/month.ts';
import type { Connection } from '../connection.ts';

/** Months from `from` to before `before`, as `monthOf` numbers them. */
export interface Months {
  from: number;
  before: number;
}

/** A range that contains every possible month, also those of undated articles. */
const ALL: Months = { from: -1_000_000, before: 1_000_000 };
/** First month of dated articles. */
const FIRST_DATED = monthOf(firstDated);

/** Articles of a tag (0 for the whole archive) by month, from counters. */
export interface MonthCounts {
  /** Returns the number of articles in a range of months. */
  sum(tag: number, months: Months): number;
  /** Returns a function that counts the articles before a month, for callers that need many of these sums. */
  until(tag: number): (before: number) => number;
  /** Returns the years (UTC) with dated articles, newest first. */
  years(tag: number): number[];
}

/**
 * Returns the months of a filter's period; undefined if it begins or ends within a month. Without a period, they contain
 * those of undated articles.
 */
export function wholeMonths({ from, before }: Pick<ArticleFilter, 'from' | 'before'>): Months | undefined {
  const open = before === undefined ? ALL.from : FIRST_DATED;
  const first = from === undefined ? open : wholeMonth(from);
  const end = before === undefined ? ALL.before : wholeMonth(before);
  return first === undefined || end === undefined ? undefined : { from: first, before: end };
}

/** Returns the month that begins at an instant, or undefined if none does. */
function wholeMonth(instant: string): number | undefined {
  const seconds = secondsOf(instant);
  const month = monthOf(seconds);
  return startOfMonth(month) === seconds ? month : undefined;
}

/** Creates the month counts of a connection. */
export function createMonthCounts(connection: Connection): MonthCounts {
  const range = 'FROM tag_months WHERE tag = :tag AND month >= :from AND month < :before';
  type Range = Months & { tag: number };
  const sum = connection.prepare<Range, number>(`SELECT coalesce(sum(articles), 0) ${range}`).pluck();
  const descending = connection.prepare<Range, { month: number; articles: number }>(
    `SELECT month, articles ${range} ORDER BY month DESC`,
  );
  return {
    sum: (tag, months) => sum.get({ tag, ...months }) ?? 0,
    until(tag) {
      let sum = 0;
      const sums = descending
        .all({ tag, ...ALL })
        .reverse()
        .map(({ month, articles }) => {
          sum += articles;
          return { month, sum };
        });
      return (before) => {
        let [low, high] = [0, sums.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((sums[middle]?.month ?? before) < before) low = middle + 1;
          else high = middle;
        }
        return sums[low - 1]?.sum ?? 0;
      };
    },
    years(tag) {
      const rows = descending.all({ tag, ...ALL, from: FIRST_DATED });
      return [
        ...new Set(rows.flatMap(({ month, articles }) => (articles > 0 ? Math.floor(month / 12) : []))),
      ];
    },
  };
}

/** Creates a read of the months in which dated articles were published, oldest first. */
export function createMonths(connection: Connection): () => { month: string; articles: number }[] {
  const select = connection.prepare<[], { month: number; articles: number }>(
    `SELECT month, articles FROM tag_months
     WHERE tag = ${WHOLE_ARCHIVE} AND month >= ${FIRST_DATED} AND articles > 0
     ORDER BY month`,
  );
  return () =>
    select.all().map(({ month, articles }) => ({
      month: `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
      articles,
    }));
}
