import { readPeriod } from '../../../model/calendar.ts';
import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter, Total } from '../../../model/query.ts';
import { firstDated, firstUndated } from '../../../model/undated.ts';
import { WHOLE_ARCHIVE } from '../../core/counter-changes.ts';
import type { FacetName } from '../../queries.ts';
import type { Facets, FacetValue } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { countedTags, type PlanFilter } from '../lists/filter-plan.ts';
import { createPublicationBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { listing } from '../tags/listing.ts';
import { createFrequentTags } from './frequent-tags.ts';
import { createMonthCounts } from './month-counts.ts';
import { createNewestMatches } from './newest-matches.ts';
import { createPeriodCounter } from './timeline.ts';

const LAST_SECOND = secondsOf('9999-12-31T23:59:59Z') + 1;

/** SQL of the tags of a type with the most articles in the archive, from their counters. */
export const topTagsSql = `
  ${Object.values(listing)
    .map(
      (listed) => `
  SELECT slug AS value, name, article_count AS count, articles_rank, id
  FROM tags INDEXED BY tags_of_type_by_articles
  WHERE type = :type AND listed = ${listed} AND articles_rank < 0`,
    )
    .join(' UNION ALL ')}
  ORDER BY articles_rank, id
  LIMIT :limit`;

/** Creates a count of the tags, sources, languages and years of the articles that match a filter. */
export function createFacets(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
): (filter: ArticleFilter, names: FacetName[], limit: number, tz?: string) => Facets {
  const publication = createPublicationBounds(connection);
  const months = createMonthCounts(connection);
  const counter = createPeriodCounter(connection, months);
  const frequentTags = createFrequentTags(connection);
  const newest = createNewestMatches(connection, scanner);
  const topTags = connection.prepare<{ type: string; limit: number }, FacetValue>(topTagsSql);
  const publishedAt = connection
    .prepare<{ keys: string }, number>(
      `SELECT a.published_at FROM json_each(:keys) k CROSS JOIN articles a ON a.key = k.value
       WHERE a.published_at >= ${firstDated}`,
    )
    .pluck();

  const yearsOf = (keys: number[], tz: string): FacetValue[] => {
    const yearIn = createYearFinder(tz);
    const years = new Map<number, number>();
    for (const seconds of publishedAt.all({ keys: JSON.stringify(keys) })) {
      const year = yearIn(seconds);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    return [...years].sort(([a], [b]) => b - a).map(yearValue);
  };

  /** Counts the newest years with articles from counters. */
  const countedYears = (tags: number[], { from, before }: ArticleFilter, tz: string, limit: number) => {
    const count = counter(tags);
    const [earliest, latest] = [from ? secondsOf(from) : -Infinity, before ? secondsOf(before) : Infinity];
    // A time zone moves the ends of a year by hours, so an article may be of the year before or after.
    const years = new Set(tags.flatMap(months.years).flatMap((year) => [year - 1, year, year + 1]));
    const values: FacetValue[] = [];
    for (const year of [...years].sort((a, b) => b - a)) {
      const period = yearPeriod(year, tz);
      if (period === undefined) continue;
      const [low, high] = [Math.max(period.from, earliest), Math.min(period.before, latest)];
      const articles = low < high ? count(low, high) : 0;
      if (articles > 0) values.push(yearValue([year, articles]));
      if (values.length === limit) break;
    }
    return values;
  };

  return (filter, names, limit, tz = 'UTC') => {
    const facets: Facets = { facets: {} };
    const put = (name: FacetName, values: FacetValue[], articles: Total) => {
      const counted = name === 'language' ? withSubtags(values) : values;
      facets.facets[name] = { values: counted.slice(0, limit), articles };
    };
    const left = new Set(names);
    const plan = planFilter(filter);
    const tags = countedTags(plan);
    if (tags) {
      const { from, before } = filter;
      const earliest = before ? firstDated : firstUndated;
      const value = counter(tags)(
        from ? secondsOf(from) : earliest,
        before ? secondsOf(before) : LAST_SECOND,
      );
      const articles: Total = { value, relation: 'eq' };
      if (left.delete('year')) put('year', countedYears(tags, filter, tz, limit), articles);
      if (tags[0] === WHOLE_ARCHIVE && from === undefined && before === undefined) {
        // The counts of languages add up to those of their ranges, so all are needed.
        for (const type of left) {
          put(
            type,
            topTags
              .all({ type, limit: type === 'language' ? -1 : limit })
              .map(({ value, name, count }) => ({ value, name, count })),
            articles,
          );
        }
        left.clear();
      }
    }
    if (left.size === 0) return facets;
    const { keys, articles } = newest(plan, publication.of(filter));
    const types = [...left].filter((name) => name !== 'year');
    const found = types.length > 0 ? frequentTags(keys, types, limit) : [];
    for (const name of left) {
      const values = found
        .filter(({ type }) => type === name)
        .map(({ slug, name: title, count }) => ({ value: slug, name: title, count }));
      put(name, name === 'year' ? yearsOf(keys, tz) : values, articles);
    }
    return facets;
  };
}

/** Adds the counts of `en-gb` and other subtags to that of `en`, which finds them. The values are all languages. */
function withSubtags(languages: FacetValue[]): FacetValue[] {
  return languages
    .map((each) => {
      const inRange = languages.filter(({ value }) => value.startsWith(`${each.value}-`));
      return { ...each, count: inRange.reduce((sum, { count }) => sum + count, each.count) };
    })
    .sort((a, b) => b.count - a.count);
}

function yearValue([year, count]: [year: number, count: number]): FacetValue {
  const value = yearText(year);
  return { value, name: value, count };
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** Returns a year in a time zone as seconds since 1970; undefined for one that dates cannot name. */
function yearPeriod(year: number, tz: string): { from: number; before: number } | undefined {
  const period = readPeriod(yearText(year), tz);
  return period && { from: secondsOf(period.from), before: secondsOf(period.before) };
}

/** Creates a function that returns the year of a second in a time zone. */
function createYearFinder(tz: string): (seconds: number) => number {
  const periods = new Map<number, ReturnType<typeof yearPeriod>>();
  return (seconds) => {
    const year = new Date(seconds * 1000).getUTCFullYear();
    if (!periods.has(year)) periods.set(year, yearPeriod(year, tz));
    const period = periods.get(year);
    if (period === undefined) return year;
    return seconds < period.from ? year - 1 : seconds < period.before ? year : year + 1;
  };
}
