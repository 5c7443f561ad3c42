import { setImmediate } from 'node:timers/promises';
import type { WriteResult } from '../archive/answers.ts';
import type { Archive } from '../archive/archive.ts';
import { type Instant, instantOf, secondsOf } from '../model/instant.ts';
import { withBuiltInPlaces } from '../model/vocabulary.ts';
import type { Document, ReadingSettings } from '../reading/reader.ts';
import { openBatches } from './batches.ts';
import { findDocuments } from './find-documents.ts';
import type { FoundFile } from './found-file.ts';
import { mapInOrder } from './in-order.ts';
import { openReading } from './open-reading.ts';
import { type Parcel, packParcels } from './parcels.ts';
import { openQuarantine } from './quarantine.ts';
import type { Outcome } from './read-articles.ts';
import { readParcel } from './read-parcel.ts';
import { emptyReport, type ImportReport, noteSkip } from './report.ts';
import { untilAborted } from './until-aborted.ts';

/** How an import goes about its work. */
export interface ImportOptions {
  settings: ReadingSettings;
  /** The name of a format, for documents whose content says too little. */
  format?: string;
  /** False leaves people, quotes and topics out. */
  extraction?: boolean;
  /** Reading threads beside the writing one, which reads too what they have no time for; with 0 it reads all. */
  threads: number;
  /** Articles a transaction. */
  batchSize: number;
  /** Read all, write nothing. */
  dryRun?: boolean;
  /** Stop after so many articles. */
  limit?: number;
  /** Leave out what was published earlier. */
  since?: Instant;
  /** What a rejected document does; by default the import goes on without it. */
  onError?: 'skip' | 'stop';
  /** The name of this import, to keep how far it got; see `nameJob`. */
  job?: string | null;
  /** Go on where the import of this name was cut off. */
  resume?: boolean;
  /** Path of the file that keeps rejected documents. */
  quarantine?: string;
  /** Called after each parcel. */
  onProgress?: (report: ImportReport) => void;
  /** Called when a batch is committed. */
  onStored?: (results: WriteResult[]) => void;
  /** Ends the import after the batch under way; what is stored stays. */
  signal?: AbortSignal;
}

/**
 * The story of an import: files are unpacked and cut into documents, read on threads, and written in batches,
 * each one transaction, in the order they were found. Memory does not grow with the input. However it ends,
 * what it has read is stored and the report says so.
 */
export async function importDocuments(
  archive: Archive,
  files: AsyncIterable<FoundFile>,
  options: ImportOptions,
): Promise<ImportReport> {
  const begun = Date.now();
  const { dryRun = false, limit = Number.POSITIVE_INFINITY, job = null, signal } = options;
  const earliest = options.since ? secondsOf(options.since) : Number.NEGATIVE_INFINITY;
  const report = emptyReport();
  const own = await archive.reads.authority();
  const task = {
    settings: options.settings,
    authority: options.extraction === false ? null : withBuiltInPlaces(own),
    format: options.format ?? null,
    importedAt: instantOf(Math.floor(begun / 1000)),
  };
  const reader = openReading(task, options.threads);
  const quarantine = options.quarantine && !dryRun ? openQuarantine(options.quarantine) : undefined;
  report.resumed = options.resume && job !== null ? await archive.imports.position(job) : 0;
  const batches = openBatches(archive, {
    size: options.batchSize,
    job,
    position: report.resumed,
    known: new Set(own.map(({ id }) => id)),
    onStored(results) {
      for (const { outcome } of results) report[outcome]++;
      options.onStored?.(results);
    },
  });

  /** Takes one outcome in and says whether the import has come to its end with it. */
  const take = async (outcome: Outcome, document?: Document): Promise<ImportReport['ending'] | undefined> => {
    if (outcome.kind === 'reject') {
      noteSkip(report, outcome.reject);
      await quarantine?.add(outcome.reject, document);
      return options.onError === 'stop' ? 'rejected' : undefined;
    }
    if (outcome.kind === 'kept') {
      if (!dryRun) await batches.keep(outcome.kept);
      return undefined;
    }
    report.read++;
    if (outcome.article.publishedAt < earliest) report.older++;
    else if (!dryRun) await batches.add(outcome.article);
    return report.read - report.older >= limit ? 'limit' : undefined;
  };

  const takeAll = async (): Promise<ImportReport['ending']> => {
    const documents = findDocuments(files, options.format, report.resumed);
    const read = (parcel: Parcel) => readParcel(parcel, reader);
    for await (const parts of mapInOrder(packParcels(untilAborted(documents, signal)), reader.width, read)) {
      for (const { document, outcomes } of parts) {
        for (const outcome of outcomes) {
          const ending = await take(outcome, document);
          if (ending) return ending;
        }
        if (signal?.aborted) return 'interrupted';
        batches.endDocument();
        report.documents++;
        report.bytes += document?.bytes.length ?? 0;
      }
      report.milliseconds = Date.now() - begun;
      options.onProgress?.(report);
      // What the threads have answered meanwhile is noted, else they would seem busy.
      await setImmediate();
    }
    return signal?.aborted ? 'interrupted' : 'complete';
  };

  try {
    report.ending = await takeAll();
    if (!dryRun) await batches.flush();
    if (!dryRun && job !== null && report.ending === 'complete') await archive.imports.finish(job);
  } finally {
    await reader.close();
    await quarantine?.close();
  }
  report.milliseconds = Date.now() - begun;
  return report;
}
