import type { Connection } from '../connection.ts';
import { WHOLE_ARCHIVE } from '../tags/counters.ts';

/** Before and after every month that an instant can lie in. */
export const MONTHS = { first: -1_000_000, last: 1_000_000 };

/** Articles of a tag (0 for the whole archive) by month, from maintained counters. */
export interface MonthCounts {
  /** In the months from `from` to before `before`. */
  sum(tag: number, from: number, before: number): number;
  /** In all months before one: read once, for those who ask for many. */
  until(tag: number): (before: number) => number;
  /** By year, the most recent first. */
  years(tag: number, from: number, before: number): { year: number; articles: number }[];
}

/** Gives the month counters of one connection. */
export function monthCounts(connection: Connection): MonthCounts {
  const range = 'FROM tag_months WHERE tag = :tag AND month >= :from AND month < :before';
  type Range = { tag: number; from: number; before: number };
  const sum = connection.prepare<Range, number>(`SELECT coalesce(sum(articles), 0) ${range}`).pluck();
  const months = connection.prepare<Range, { month: number; articles: number }>(
    `SELECT month, articles ${range} ORDER BY month DESC`,
  );
  return {
    sum: (tag, from, before) => sum.get({ tag, from, before }) ?? 0,
    until(tag) {
      const ascending = months.all({ tag, from: MONTHS.first, before: MONTHS.last }).reverse();
      let sum = 0;
      const sums = ascending.map(({ month, articles }) => {
        sum += articles;
        return { month, sum };
      });
      return (before) => {
        // Asked for each of many periods: the first month that is not before is looked for by halving.
        let [low, high] = [0, sums.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((sums[middle]?.month ?? before) < before) low = middle + 1;
          else high = middle;
        }
        return sums[low - 1]?.sum ?? 0;
      };
    },
    years(tag, from, before) {
      const years = new Map<number, number>();
      for (const { month, articles } of months.iterate({ tag, from, before })) {
        const year = Math.floor(month / 12);
        years.set(year, (years.get(year) ?? 0) + articles);
      }
      return [...years].map(([year, articles]) => ({ year, articles }));
    },
  };
}

/** Gives the months in which articles were published, oldest first. */
export function archiveMonths(connection: Connection): () => { month: string; articles: number }[] {
  const select = connection.prepare<[], { month: number; articles: number }>(
    `SELECT month, articles FROM tag_months WHERE tag = ${WHOLE_ARCHIVE} AND articles > 0 ORDER BY month`,
  );
  return () =>
    select.all().map(({ month, articles }) => ({
      month: `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
      articles,
    }));
}
