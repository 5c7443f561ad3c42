import type { WriteResult } from '../archive/results.ts';
import type { Instant } from '../model/instant.ts';
import type { Reject } from '../reading/reader.ts';
import type { PreviewRow } from './preview.ts';
import type { SkipReason, UnusedFields, WarningCount } from './remarks.ts';

/** Statistics of an import. Counts are of articles unless stated otherwise. */
export interface ImportReport {
  /** Reason why it ended: end of input, `--limit`, a signal, or a rejected document (`--on-error stop`). */
  ending: 'complete' | 'limit' | 'interrupted' | 'rejected';
  /** Documents parsed; for a file of records, the pieces it was split into. */
  documents: number;
  /** Documents skipped because an earlier run had stored them (`--resume`). */
  resumed: number;
  bytes: number;
  /** True if nothing was written (`--dry-run`); then `new`, `changed` and `same` are what an import would find. */
  dryRun: boolean;
  read: number;
  new: number;
  changed: number;
  same: number;
  /** Articles skipped because they were published before `--since`. */
  beforeSince: number;
  /** Articles that the archive has in a later version. */
  older: number;
  /** Articles that are published later. */
  held: number;
  /** When the first of them is due. Null if none is held. */
  nextDue: Instant | null;
  /** Unpublished articles stored as drafts (`--include-drafts`). */
  drafts: number;
  /** Articles that documents withdrew. */
  withdrawn: number;
  /** Articles that were withdrawn or purged before, and stay so. */
  gone: number;
  /** Articles without a date of publication, of those read. */
  undated: number;
  /** Those of them whose path states a day, which `--date-from file` uses. */
  undatedWithPathDay: number;
  /** First documents that were held, stored as drafts or withdrew an article, with place and reason. */
  notices: Reject[];
  /** Rejected documents, and rejected parts of documents. */
  skipped: number;
  /** First rejects, with place and reason. The quarantine file has all of them. */
  skips: Reject[];
  /** Reasons of all rejects, counted by kind, most frequent first. */
  skipReasons: SkipReason[];
  /** Warnings of the articles, counted by code, most frequent first. */
  warnings: WarningCount[];
  /** Fields of the documents that were not used. */
  unused: UnusedFields;
  /** First articles of a dry run; empty for an import. */
  preview: PreviewRow[];
  /** Path of the file that has the rejected documents. Null if there are none, or nothing was written. */
  quarantine: string | null;
  milliseconds: number;
}

/** Maximum number of rejects listed in a report, which bounds memory. */
const skipsShown = 100;

/** Returns the report of an import that has not started. */
export function emptyReport(): ImportReport {
  return {
    ending: 'complete',
    documents: 0,
    resumed: 0,
    bytes: 0,
    dryRun: false,
    read: 0,
    new: 0,
    changed: 0,
    same: 0,
    beforeSince: 0,
    older: 0,
    held: 0,
    nextDue: null,
    drafts: 0,
    withdrawn: 0,
    gone: 0,
    undated: 0,
    undatedWithPathDay: 0,
    notices: [],
    skipped: 0,
    skips: [],
    skipReasons: [],
    warnings: [],
    unused: { count: 0, names: [] },
    preview: [],
    quarantine: null,
    milliseconds: 0,
  };
}

const counters = {
  new: 'new',
  changed: 'changed',
  same: 'same',
  older: 'older',
  held: 'held',
  draft: 'drafts',
  withdrawn: 'withdrawn',
  gone: 'gone',
} as const satisfies Record<Exclude<WriteResult['outcome'], 'not-stored'>, keyof ImportReport>;

/** Decision of the gate about a document that is not published now. */
export interface ReleaseNotice extends Reject {
  outcome: 'held' | 'draft' | 'withdrawn';
  /** When it is due. Null unless it is held. */
  until: Instant | null;
}

/** Counts the result of writing a document. `notice` tells why it was not published. */
export function noteResult(
  report: ImportReport,
  { outcome }: Pick<WriteResult, 'outcome'>,
  notice?: ReleaseNotice,
): void {
  if (outcome === 'not-stored') {
    const { path = '', line = null, reason = '' } = notice ?? {};
    noteSkip(report, { path, line, reason: `${reason}, which is not in the archive` });
    return;
  }
  report[counters[outcome]]++;
  if (!notice || outcome !== notice.outcome) return;
  const { path, line, reason, until } = notice;
  if (until !== null && (report.nextDue === null || until < report.nextDue)) report.nextDue = until;
  if (report.notices.length < skipsShown) report.notices.push({ path, line, reason });
}

/** Counts a rejected document or part of one. */
export function noteSkip(report: ImportReport, reject: Reject): void {
  report.skipped++;
  if (report.skips.length < skipsShown) report.skips.push(reject);
}
