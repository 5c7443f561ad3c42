import type { Reject } from '../reading/reader.ts';

/** What an import did. Counts are of articles, but for `documents` and `bytes`. */
export interface ImportReport {
  documents: number;
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
    documents: 0,
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
  const skips = report.skips.map(
    ({ path, line, reason }) => `  ${line === null ? path : `${path}:${line}`}: ${reason}`,
  );
  const more = report.skipped - report.skips.length;
  return [
    `${counts.join(', ')} in ${seconds.toFixed(1)} s (${rate} articles/s)`,
    ...skips,
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}
