import { writeFile } from 'node:fs/promises';
import { openArchive } from '../archive/open-archive.ts';
import { fetchLimits } from '../importing/fetch-page.ts';
import { findInput } from '../importing/find-input.ts';
import { importDocuments } from '../importing/import-documents.ts';
import { nameJob, nameReading } from '../importing/import-job.ts';
import { importCacheKiB, usualThreads } from '../importing/machine-share.ts';
import { showProgress } from '../importing/progress.ts';
import { type ImportReport, reportLines } from '../importing/report.ts';
import { type Call, type Command, exitCodes, Misuse, type Terminal } from './command.ts';
import { readImportOptions } from './import-options.ts';

export const importCommand: Command = {
  options: {
    format: { type: 'string' },
    map: { type: 'string' },
    source: { type: 'string' },
    'time-zone': { type: 'string' },
    language: { type: 'string' },
    since: { type: 'string' },
    limit: { type: 'string' },
    'no-extraction': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'on-error': { type: 'string', default: 'skip' },
    resume: { type: 'boolean', default: false },
    threads: { type: 'string', default: String(usualThreads()) },
    'batch-size': { type: 'string', default: '1000' },
    quarantine: { type: 'string' },
    json: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
  help: {
    format: 'Read every document as this format instead of looking at its content.',
    map: 'For json, ndjson and csv: our fields and theirs, as headline=title,published=meta.date.',
    source: 'The outlet or collection that the documents come from, by name.',
    'time-zone': 'IANA zone of printed dates that name none, such as Asia/Seoul.',
    language: 'Language of documents that do not say theirs, such as en.',
    since: 'Leave out what was published before this day or instant.',
    limit: 'Stop after so many articles.',
    'no-extraction': 'Take the articles in without looking for people, quotes and topics.',
    'dry-run': 'Read everything and write nothing.',
    'on-error': 'skip (the default) or stop at the first document that can not be read.',
    resume: 'Go on where the same import was cut off.',
    threads: 'Reading threads beside the writing one, which reads too; 0 reads and writes in turn.',
    'batch-size': 'Articles a transaction.',
    quarantine: 'File that keeps what could not be read; by default beside the database.',
    json: 'Print the closing report as JSON.',
    report: 'Write the closing report as JSON to this file.',
  },
  async run({ options, words, config, terminal }) {
    if (words.length === 0) throw new Misuse('Say what to import: dateline import PATH...');
    const settings = readImportOptions(options, config);
    const archive = await openArchive(config.DATABASE_URL, { cacheKiB: importCacheKiB });
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    try {
      const input = await findInput(words, process.stdin, archive, {
        limits: { ...fetchLimits, ...(config.IMPORT_PRIVATE_ADDRESSES && { allows: () => true }) },
        reading: nameReading(settings),
      });
      const job = nameJob(input.fingerprint, settings);
      if (settings.resume && job === null) {
        throw new Misuse(
          '--resume needs files or folders. Import the same again instead: what is stored stays as it is.',
        );
      }
      const progress = showProgress(process.stderr, input.progress);
      const { signal } = stop;
      const report = await importDocuments(archive, input.files, {
        ...settings,
        job,
        signal,
        onProgress: progress.show,
      }).finally(progress.end);
      if (!settings.dryRun && report.ending === 'complete') await input.settle();
      await tell(report, input.unchanged(), options, terminal);
      if (report.ending === 'rejected') return exitCodes.failed;
      return report.skipped > 0 || report.ending === 'interrupted' ? exitCodes.incomplete : exitCodes.done;
    } finally {
      // A pipe that nobody writes to would keep the process alive.
      process.stdin.destroy();
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      await archive.close();
    }
  },
};

async function tell(
  report: ImportReport,
  unchanged: string[],
  options: Call['options'],
  terminal: Terminal,
): Promise<void> {
  const json = JSON.stringify(report);
  if (typeof options.report === 'string') await writeFile(options.report, `${json}\n`);
  if (options.json) return terminal.out(json);
  for (const line of reportLines(report)) terminal.out(line);
  for (const url of unchanged) terminal.out(`  ${url}: not changed since the last import`);
}
