import { Temporal } from 'temporal-polyfill';
import type { Publication, Warning } from '../model/article.ts';
import type { Annotations, Draft, ReadArticle } from '../model/draft.ts';
import type { Instant } from '../model/instant.ts';
import { contentHash } from './content-hash.ts';
import { findMonthDay } from './fields/month-day.ts';
import { readDate } from './fields/read-date.ts';
import { wordCount } from './fields/word-count.ts';

/**
 * Makes an article from a draft and its annotations. A draft without a publication date gets the day of its dateline,
 * else the time of the crawl, else the time of the import, with a warning. The content hash ignores these, so that
 * importing a document again gives the same hash.
 */
export function completeDraft(draft: Draft, annotations: Annotations, importedAt: Instant): ReadArticle {
  return {
    ...draft,
    ...annotations,
    ...resolvePublication(draft, importedAt),
    wordCount: wordCount(draft.body.text),
    contentHash: contentHash(draft),
  };
}

interface Resolved {
  publishedAt: Instant;
  publication: Publication;
  warnings: Warning[];
}

function resolvePublication(draft: Draft, importedAt: Instant): Resolved {
  const { publishedAt, publication, warnings } = draft;
  if (publishedAt !== null && publication !== null) return { publishedAt, publication, warnings };
  const known = publishedAt === null ? undefined : fromInstant(publishedAt);
  const resolved =
    known ?? fromDateline(draft, importedAt) ?? fromCrawl(draft, importedAt) ?? fromImport(importedAt);
  return { ...resolved, warnings: [...warnings, ...resolved.warnings] };
}

/** Handles readers that know the instant but not how it was printed. */
function fromInstant(publishedAt: Instant): Resolved {
  const publication: Publication = { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' };
  return { publishedAt, publication, warnings: [] };
}

/** Uses the date of the dateline. Without a year, it is the last such day before the crawl or import. */
function fromDateline({ dateline, crawledAt }: Draft, importedAt: Instant): Resolved | undefined {
  const text = dateline?.date;
  if (!text) return undefined;
  const full = readDate(text, { timeZone: null, now: importedAt });
  const publishedAt = full?.instant ?? latestMatchingDay(text, crawledAt ?? importedAt);
  if (publishedAt === undefined) return undefined;
  return {
    publishedAt,
    publication: { text, timeZone: 'UTC', precision: 'day', basis: 'dateline' },
    warnings: [
      {
        code: 'published-from-dateline',
        message: `No publication date; used "${text}" from the dateline.`,
      },
    ],
  };
}

function latestMatchingDay(text: string, before: string): Instant | undefined {
  const monthDay = findMonthDay(text);
  if (!monthDay) return undefined;
  const last = Temporal.PlainDate.from(before.slice(0, 10));
  // 29 February needs up to eight years.
  for (let year = last.year; year > last.year - 9; year--) {
    const day = validDay(year, monthDay.month, monthDay.day);
    if (day && Temporal.PlainDate.compare(day, last) <= 0) return `${day.toString()}T00:00:00Z`;
  }
  return undefined;
}

function validDay(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const made = Temporal.PlainDate.from({ year, month, day });
  return made.day === day ? made : undefined;
}

function fromCrawl({ crawledAt }: Draft, importedAt: Instant): Resolved | undefined {
  const read = crawledAt === null ? undefined : readDate(crawledAt, { timeZone: 'UTC', now: importedAt });
  if (!read || crawledAt === null) return undefined;
  return {
    publishedAt: read.instant,
    publication: { text: null, timeZone: 'UTC', precision: read.precision, basis: 'crawled' },
    warnings: [
      {
        code: 'published-from-crawl',
        message: `No publication date; used the time of the crawl, ${crawledAt}.`,
      },
    ],
  };
}

function fromImport(importedAt: Instant): Resolved {
  return {
    publishedAt: importedAt,
    publication: { text: null, timeZone: 'UTC', precision: 'second', basis: 'imported' },
    warnings: [
      {
        code: 'published-from-import',
        message: 'No publication date; used the time of the import.',
      },
    ],
  };
}
