import { Temporal } from 'temporal-polyfill';
import type { Publication, Warning } from '../model/article.ts';
import type { Annotations, Draft, ReadArticle } from '../model/draft.ts';
import type { Instant } from '../model/instant.ts';
import { contentHash } from './content-hash.ts';
import { findMonthDay } from './fields/month-day.ts';
import { readDate } from './fields/read-date.ts';
import { wordCount } from './fields/word-count.ts';

/**
 * Makes a draft and what was found in it ready for the archive. A draft that says no date of publication gets the
 * best that is known, with its basis and a warning: the dateline's day, else the day of the crawl, else the import.
 * The content hash rests on the draft as read, so that a later import of the same document gives the same hash.
 */
export function settleDraft(draft: Draft, annotations: Annotations, importedAt: Instant): ReadArticle {
  return {
    ...draft,
    ...annotations,
    ...settledPublication(draft, importedAt),
    wordCount: wordCount(draft.body.text),
    contentHash: contentHash(draft),
  };
}

interface Settled {
  publishedAt: Instant;
  publication: Publication;
  warnings: Warning[];
}

function settledPublication(draft: Draft, importedAt: Instant): Settled {
  const { publishedAt, publication, warnings } = draft;
  if (publishedAt !== null && publication !== null) return { publishedAt, publication, warnings };
  const known = publishedAt === null ? undefined : exactly(publishedAt);
  const settled =
    known ?? datelineDay(draft, importedAt) ?? crawl(draft, importedAt) ?? theImport(importedAt);
  return { ...settled, warnings: [...warnings, ...settled.warnings] };
}

/** A reader that knows the instant but not how it was printed. */
function exactly(publishedAt: Instant): Settled {
  const publication: Publication = { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' };
  return { publishedAt, publication, warnings: [] };
}

/** The day that the dateline names; one without a year is the last such day before the crawl or the import. */
function datelineDay({ dateline, crawledAt }: Draft, importedAt: Instant): Settled | undefined {
  const text = dateline?.date;
  if (!text) return undefined;
  const full = readDate(text, { timeZone: null, now: importedAt });
  const publishedAt = full?.instant ?? lastSuchDay(text, crawledAt ?? importedAt);
  if (publishedAt === undefined) return undefined;
  return {
    publishedAt,
    publication: { text, timeZone: 'UTC', precision: 'day', basis: 'dateline' },
    warnings: [
      {
        code: 'published-from-dateline',
        message: `No date of publication is given; "${text}" in the dateline was taken.`,
      },
    ],
  };
}

function lastSuchDay(text: string, before: string): Instant | undefined {
  const monthDay = findMonthDay(text);
  if (!monthDay) return undefined;
  const last = Temporal.PlainDate.from(before.slice(0, 10));
  // 29 February needs up to eight years.
  for (let year = last.year; year > last.year - 9; year--) {
    const day = realDay(year, monthDay.month, monthDay.day);
    if (day && Temporal.PlainDate.compare(day, last) <= 0) return `${day.toString()}T00:00:00Z`;
  }
  return undefined;
}

function realDay(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const made = Temporal.PlainDate.from({ year, month, day });
  return made.day === day ? made : undefined;
}

function crawl({ crawledAt }: Draft, importedAt: Instant): Settled | undefined {
  const read = crawledAt === null ? undefined : readDate(crawledAt, { timeZone: 'UTC', now: importedAt });
  if (!read || crawledAt === null) return undefined;
  return {
    publishedAt: read.instant,
    publication: { text: null, timeZone: 'UTC', precision: read.precision, basis: 'crawled' },
    warnings: [
      {
        code: 'published-from-crawl',
        message: `No date of publication is given; that of the crawl, ${crawledAt}, was taken.`,
      },
    ],
  };
}

function theImport(importedAt: Instant): Settled {
  return {
    publishedAt: importedAt,
    publication: { text: null, timeZone: 'UTC', precision: 'second', basis: 'imported' },
    warnings: [
      {
        code: 'published-from-import',
        message: 'No date of publication is given; the time of the import was taken.',
      },
    ],
  };
}
