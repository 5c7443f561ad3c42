import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/open-archive.ts';
import type { Config } from '../config.ts';
import { fetchLimits } from '../importing/fetch-page.ts';
import { findInput } from '../importing/find-input.ts';
import { importDocuments } from '../importing/import-documents.ts';
import { nameJob, nameReading } from '../importing/import-job.ts';
import { showProgress } from '../importing/progress.ts';
import type { ImportReport } from '../importing/report.ts';
import { reportLines } from '../importing/report-lines.ts';
import { defaultThreads, importCacheKiB } from '../importing/resource-defaults.ts';
import { type Call, type Command, exitCodes, flag, Misuse, option, type Terminal } from './command.ts';
import { readImportOptions } from './import-options.ts';
import { openToWrite, sayWarnings } from './open-to-write.ts';

export const importCommand: Command = {
  options: {
    format: option('Format of all documents. Default: detected from the content.'),
    map: option('Field mapping for json, ndjson and csv, such as headline=title,published=meta.date.'),
    source: option('Name of the outlet or collection of the documents.'),
    'time-zone': option('IANA time zone of printed dates without one, such as Asia/Seoul.'),
    language: option('Language of documents that do not declare it, such as en.'),
    'date-from': option(
      '`file` takes the date of a document that has none from its path, such as 2018-05-08-fair.md.',
    ),
    since: option('Skip articles published before this day or instant.'),
    limit: option('Stop after this number of articles.'),
    'include-drafts': flag('Store unpublished articles as drafts, for editors only.'),
    'respect-usage-terms': flag('Reject documents whose usage terms limit archiving.'),
    'no-extraction': flag('Do not extract people, quotes and topics.'),
    'dry-run': flag('Parse everything, write nothing.'),
    'on-error': option('Action on a document that cannot be read: skip (default) or stop.', 'skip'),
    resume: flag('Resume an interrupted import of the same files.'),
    threads: option(
      'Number of worker threads that parse documents. The main thread parses, too; with 0 it does everything.',
      String(defaultThreads()),
    ),
    'batch-size': option('Articles per transaction.', '1000'),
    quarantine: option('File for documents that could not be read. Default: next to the database.'),
    json: flag('Print the report as JSON.'),
    report: option('Write the report as JSON to this file.'),
  },
  async run({ options, words, config, terminal }) {
    if (words.length === 0) throw new Misuse('missing argument: PATH (usage: dateline import PATH...)');
    const settings = readImportOptions(options, config);
    const archive = settings.dryRun
      ? await openToTry(config)
      : await openToWrite({ config, terminal }, { cacheKiB: importCacheKiB });
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
          '--resume works with files and folders only. Repeat the import without it; stored articles are not duplicated.',
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
      if (!settings.dryRun && report.ending === 'complete') await input.storeValidators();
      await printReport(report, input.unchanged(), options, terminal);
      await sayWarnings(archive, terminal);
      if (report.ending === 'rejected') return exitCodes.failed;
      return report.skipped > 0 || report.ending === 'interrupted' ? exitCodes.incomplete : exitCodes.done;
    } finally {
      // An open pipe without a writer would keep the process running.
      process.stdin.destroy();
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      await archive.close();
    }
  },
};

/** Opens the archive for reading, for what it knows of people and places; an empty one in memory if there is none. */
function openToTry({ DATABASE_URL }: Config): Promise<Archive> {
  return existsSync(DATABASE_URL.path)
    ? openArchive(DATABASE_URL, { readOnly: true })
    : openArchive({ ...DATABASE_URL, path: ':memory:' });
}

async function printReport(
  report: ImportReport,
  unchanged: string[],
  options: Call['options'],
  terminal: Terminal,
): Promise<void> {
  const json = JSON.stringify(report);
  if (typeof options.report === 'string') await writeFile(options.report, `${json}\n`);
  if (options.json) return terminal.out(json);
  for (const line of reportLines(report)) terminal.out(line);
  for (const url of unchanged) terminal.out(`  ${url}: unchanged since the last import`);
}
