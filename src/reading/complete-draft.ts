import { Temporal } from 'temporal-polyfill';
import type { Publication, Warning } from '../model/article.ts';
import type { Annotations, Draft, ReadArticle } from '../model/draft.ts';
import type { Instant } from '../model/instant.ts';
import { contentHash } from './content-hash.ts';
import { dateOfPath } from './fields/date-of-path.ts';
import { findMonthDay } from './fields/month-day.ts';
import { readDate } from './fields/read-date.ts';
import { archivingTerms, quoted } from './fields/usage-terms.ts';
import { wordCount } from './fields/word-count.ts';

/** Circumstances of an import that concern the date of an article. */
export interface ReadingTime {
  /** Start of the import. */
  importedAt: Instant;
  /** True to take the date of a document that has none from its path. Default: false. */
  dateFromPath?: boolean | undefined;
}

/**
 * Makes an article from a draft and its annotations. A draft without a publication date gets a day, with a warning: the
 * full date of its dateline, else the day in its address, or in its path if wanted, else the dateline's day of the year
 * before the crawl. Without one, it is undated. The time of the crawl, of the import or of a file is never a publication
 * date. The content hash ignores such a day.
 */
export function completeDraft(draft: Draft, annotations: Annotations, time: ReadingTime): ReadArticle {
  const { warnings, ...resolved } = resolvePublication(draft, time);
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

/** Path of a post of a Jekyll site, whose name states its date by definition. */
const jekyllPost = /(?:^|\/)_posts\/(?:.*\/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+$/;

type Resolved = Pick<ReadArticle, 'publishedAt' | 'publication' | 'warnings'>;

function resolvePublication(draft: Draft, { importedAt, dateFromPath }: ReadingTime): Resolved {
  const { publishedAt, publication, warnings } = draft;
  if (publishedAt !== null && publication !== null) return { publishedAt, publication, warnings };
  const known = publishedAt === null ? undefined : fromInstant(publishedAt);
  const { path } = draft.origin;
  const address = draft.url ?? (/^https?:/.test(path) ? path : null);
  const resolved =
    known ??
    fromFullDateline(draft, importedAt) ??
    fromPath('address', address, importedAt) ??
    fromPath('path', dateFromPath || jekyllPost.test(path) ? path : null, importedAt) ??
    fromDayOfDateline(draft) ??
    undated(draft);
  return { ...resolved, warnings: [...warnings, ...resolved.warnings] };
}

/** Handles readers that know the instant but not how it was printed. */
function fromInstant(publishedAt: Instant): Resolved {
  const publication: Publication = { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' };
  return { publishedAt, publication, warnings: [] };
}

function fromFullDateline({ dateline }: Draft, importedAt: Instant): Resolved | undefined {
  const text = dateline?.date;
  const full = text ? readDate(text, { timeZone: null, now: importedAt }) : undefined;
  return text && full ? dated(full.instant, text, 'dateline', `"${text}" from the dateline`) : undefined;
}

/** Uses a date without a year of the dateline: the last such day before the crawl. */
function fromDayOfDateline({ dateline, crawledAt }: Draft): Resolved | undefined {
  const text = dateline?.date;
  const day = text && crawledAt !== null ? latestMatchingDay(text, crawledAt) : undefined;
  return text && day ? dated(day, text, 'dateline', `"${text}" from the dateline`) : undefined;
}

/** Uses the day in an address or path. Figures that would be a day after the import are something else. */
function fromPath(basis: 'address' | 'path', path: string | null, importedAt: Instant): Resolved | undefined {
  const found = path === null ? undefined : dateOfPath(path);
  if (!found || found.day > importedAt.slice(0, 10)) return undefined;
  return dated(`${found.day}T00:00:00Z`, found.text, basis, `"${found.text}" from the ${basis}`);
}

/** Returns a day that no date of publication states. */
function dated(
  publishedAt: Instant,
  text: string,
  basis: 'dateline' | 'address' | 'path',
  used: string,
): Resolved {
  return {
    publishedAt,
    publication: { text, timeZone: 'UTC', precision: 'day', basis },
    warnings: [{ code: `published-from-${basis}`, message: `No publication date; used ${used}.` }],
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
