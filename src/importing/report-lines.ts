import { pluralize } from '../model/pluralize.ts';
import { placeOf } from './place.ts';
import { previewLines } from './preview.ts';
import { type SkipReason, skipKind } from './remarks.ts';
import type { ImportReport } from './report.ts';
import { warningPhrase } from './warning-phrases.ts';

const endings: Record<ImportReport['ending'], string[]> = {
  complete: [],
  limit: [],
  interrupted: [
    'Interrupted. Everything read so far is stored; repeat the command with --resume to continue.',
  ],
  rejected: ['Stopped at the first rejected document. Everything read before it is stored.'],
};

/** Maximum number of rejects of one kind that are listed one by one. */
const maxAlike = 3;
/** Maximum number of kinds of rejects, and of names of fields, in the text. */
const kindsShown = 30;
const namesShown = 10;

/** Formats the report for people, one string per line. */
export function reportLines(report: ImportReport): string[] {
  const seconds = report.milliseconds / 1000;
  const rate = Math.round(report.read / Math.max(seconds, 0.001));
  const would = report.dryRun ? 'would be ' : '';
  const counts = [
    `${report.read} read`,
    `${report.new} ${would}new`,
    `${report.changed} ${would}changed`,
    `${report.same} ${would === '' ? 'same' : 'known already'}`,
    ...[
      [report.beforeSince, 'before --since'],
      [report.older, 'older'],
      [report.undated, 'undated'],
      [report.held, `${would}held${report.nextDue === null ? '' : ` (the next until ${report.nextDue})`}`],
      [report.drafts, `${would}${report.drafts === 1 && would === '' ? 'draft' : 'drafts'}`],
      [report.withdrawn, `${would}withdrawn`],
      [report.gone, 'withdrawn before'],
    ].flatMap(([count, what]) => (count ? [`${count} ${what}`] : [])),
    `${report.skipped} ${would}skipped`,
  ];
  return [
    ...(report.resumed > 0
      ? [`Resumed after ${pluralize(report.resumed, 'document')} stored by an earlier run.`]
      : []),
    ...previewLines(report.preview, report.read),
    `${counts.join(', ')} in ${seconds.toFixed(1)} s (${pluralize(rate, 'article')} per second)`,
    ...report.notices.map(({ path, line, reason }) => `  ${placeOf(path, line)}: ${reason}`),
    ...skipLines(report),
    ...warningLines(report),
    ...(report.undatedWithPathDay > 0
      ? [
          `  ${report.undatedWithPathDay} of those without a date: a day is in the path; add --date-from file to use it`,
        ]
      : []),
    ...(report.quarantine === null
      ? []
      : [`Skipped documents are in ${report.quarantine}; to repair them see docs/importing.md.`]),
    ...(report.dryRun ? ['Nothing was written.'] : endings[report.ending]),
  ];
}

/** Lists rejects: those of one kind together if they are many, the others one by one. */
function skipLines({ skips, skipped, skipReasons }: ImportReport): string[] {
  const many = skipReasons.filter(({ count }) => count > maxAlike);
  const lines = many.slice(0, kindsShown).map(groupLine);
  // Kills of articles that are not stored have no kind, because only the archive finds them.
  const isMany = new Set(many.map(({ reason }) => skipKind(reason)));
  const listed = skips.filter(({ reason }) => !isMany.has(skipKind(reason)));
  const shown = many.slice(0, kindsShown).reduce((sum, { count }) => sum + count, 0) + listed.length;
  return [
    ...listed.map(({ path, line, reason }) => `  ${placeOf(path, line)}: ${reason}`),
    ...lines,
    ...(skipped > shown ? [`  … and ${skipped - shown} more`] : []),
  ];
}

function groupLine({ reason, count, first }: SkipReason): string {
  return `  ${count.toLocaleString('en')} skipped: ${reason} (the first is ${placeOf(first.path, first.line)})`;
}

/** Lists the warnings by kind, and the fields that were not used. */
function warningLines({ warnings, unused }: ImportReport): string[] {
  const names = unused.names.slice(0, namesShown).map(({ name, count }) => `${name} (${count})`);
  const more = unused.names.length - names.length;
  const listed = names.join(', ') + (more > 0 ? `, and ${pluralize(more, 'more name')}` : '');
  return [
    ...warnings.map(
      ({ code, count, first }) =>
        `  ${count.toLocaleString('en')} ${warningPhrase(code)}: first ${placeOf(first.path, first.line)}`,
    ),
    ...(unused.count > 0 ? [`  ${pluralize(unused.count, 'field')} not used: ${listed}`] : []),
  ];
}
