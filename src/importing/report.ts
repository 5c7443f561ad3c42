import type { Reject } from '../reading/reader.ts';

/** What an import did. Counts are of articles, but for `documents` and `bytes`. */
export interface ImportReport {
  /** How it ended: with the input, at `--limit`, by a signal, or at a rejected document (`--on-error stop`). */
  ending: 'complete' | 'limit' | 'interrupted' | 'rejected';
  /** Documents read; of a file of records, the pieces it was read in. */
  documents: number;
  /** Documents passed over because an earlier run of the same import had stored them (`--resume`). */
  resumed: number;
  bytes: number;
  read: number;
  new: number;
  changed: number;
  same: number;
  /** Left out on request: published before `--since`. */
  older: number;
  skipped: number;
  /** The first of the skipped, with place and reason; all of them are in the quarantine file. */
  skips: Reject[];
  milliseconds: number;
}

/** How many skips a report spells out, so that it stays readable and memory bounded. */
const skipsShown = 100;

/** An import that has done nothing yet. */
export function emptyReport(): ImportReport {
  return {
    ending: 'complete',
    documents: 0,
    resumed: 0,
    bytes: 0,
    read: 0,
    new: 0,
    changed: 0,
    same: 0,
    older: 0,
    skipped: 0,
    skips: [],
    milliseconds: 0,
  };
}

/** Counts a document or part of one that was left out. */
export function noteSkip(report: ImportReport, reject: Reject): void {
  report.skipped++;
  if (report.skips.length < skipsShown) report.skips.push(reject);
}

/** `wire.ndjson:12: the headline is empty` */
function skipLine({ path, line, reason }: Reject): string {
  return `${line === null ? path : `${path}:${line}`}: ${reason}`;
}

const endings: Record<ImportReport['ending'], string[]> = {
  complete: [],
  limit: [],
  interrupted: ['Interrupted: what was read is stored; the same call with --resume goes on from here.'],
  rejected: ['Stopped at the first document that could not be read; what was read before it is stored.'],
};

/** The report for people, a line each. */
export function reportLines(report: ImportReport): string[] {
  const seconds = report.milliseconds / 1000;
  const rate = Math.round(report.read / Math.max(seconds, 0.001));
  const counts = [
    `${report.read} read`,
    `${report.new} new`,
    `${report.changed} changed`,
    `${report.same} same`,
    ...(report.older > 0 ? [`${report.older} older`] : []),
    `${report.skipped} skipped`,
  ];
  const more = report.skipped - report.skips.length;
  return [
    ...(report.resumed > 0 ? [`Resumed after ${report.resumed} documents that were stored already.`] : []),
    `${counts.join(', ')} in ${seconds.toFixed(1)} s (${rate} articles/s)`,
    ...report.skips.map((reject) => `  ${skipLine(reject)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...endings[report.ending],
  ];
}
