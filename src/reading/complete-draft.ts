import { Temporal } from 'temporal-polyfill';
import type { Publication, Warning } from '../model/article.ts';
import type { Annotations, Draft, ReadArticle } from '../model/draft.ts';
import type { Instant } from '../model/instant.ts';
import { contentHash } from './content-hash.ts';
import { findMonthDay } from './fields/month-day.ts';
import { readDate } from './fields/read-date.ts';
import { archivingTerms, quoted } from './fields/usage-terms.ts';
import { wordCount } from './fields/word-count.ts';

/**
 * Makes an article from a draft and its annotations. A draft without a publication date gets the day of its dateline,
 * with a warning: a full date, or a day of the year before the crawl. Without one, it is undated. The time of the crawl
 * or of the import is never a publication date. The content hash ignores the dateline's date.
 */
export function completeDraft(draft: Draft, annotations: Annotations, importedAt: Instant): ReadArticle {
  const { warnings, ...resolved } = resolvePublication(draft, importedAt);
  return {
    ...draft,
    ...annotations,
    ...resolved,
    warnings: [...warnings, ...usageWarnings(draft)],
    wordCount: wordCount(draft.body.text),
    contentHash: contentHash(draft),
  };
}

/** Returns a warning if the usage terms limit archiving. An export brings it along. */
function usageWarnings({ rights, warnings }: Draft): Warning[] {
  const terms = archivingTerms(rights);
  if (terms === undefined || warnings.some(({ code }) => code === 'usage-terms')) return [];
  return [{ code: 'usage-terms', message: `The usage terms limit archiving: "${quoted(terms)}".` }];
}

type Resolved = Pick<ReadArticle, 'publishedAt' | 'publication' | 'warnings'>;

function resolvePublication(draft: Draft, importedAt: Instant): Resolved {
  const { publishedAt, publication, warnings } = draft;
  if (publishedAt !== null && publication !== null) return { publishedAt, publication, warnings };
  const known = publishedAt === null ? undefined : fromInstant(publishedAt);
  const resolved = known ?? fromDateline(draft, importedAt) ?? undated(draft);
  return { ...resolved, warnings: [...warnings, ...resolved.warnings] };
}

/** Handles readers that know the instant but not how it was printed. */
function fromInstant(publishedAt: Instant): Resolved {
  const publication: Publication = { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' };
  return { publishedAt, publication, warnings: [] };
}

/** Uses the date of the dateline. Without a year, it is the last such day before the crawl. */
function fromDateline({ dateline, crawledAt }: Draft, importedAt: Instant): Resolved | undefined {
  const text = dateline?.date;
  if (!text) return undefined;
  const full = readDate(text, { timeZone: null, now: importedAt });
  const publishedAt = full?.instant ?? (crawledAt === null ? undefined : latestMatchingDay(text, crawledAt));
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

function undated({ dateline, crawledAt, warnings }: Draft): Resolved {
  // A Dateline export brings the warning along.
  if (warnings.some(({ code }) => code === 'undated')) {
    return { publishedAt: null, publication: null, warnings: [] };
  }
  const sought = [
    'none is in the metadata or beside the headline',
    dateline?.date ? `"${dateline.date}" in the dateline has no year` : 'there is no dateline with a date',
    ...(crawledAt === null ? [] : [`${crawledAt} is only the time of the crawl`]),
  ];
  const message = `No publication date found: ${sought.join('; ')}.`;
  return { publishedAt: null, publication: null, warnings: [{ code: 'undated', message }] };
}
