import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { WriteResult } from '../archive/results.ts';
import { type Instant, instantOf, secondsOf } from '../model/instant.ts';
import { withBuiltInPlaces } from '../model/vocabulary.ts';
import { dateOfPath } from '../reading/fields/date-of-path.ts';
import type { Document, ReadingSettings } from '../reading/reader.ts';
import { openBatches } from './batches.ts';
import { type Chunk, packChunks } from './chunks.ts';
import { releaseNotice } from './decide-draft.ts';
import { findDocuments } from './find-documents.ts';
import type { FoundFile } from './found-file.ts';
import { mapInOrder } from './map-in-order.ts';
import { openArticleReader } from './open-article-reader.ts';
import { previewLimit } from './preview.ts';
import { openQuarantine } from './quarantine.ts';
import type { Outcome } from './read-articles.ts';
import { readChunk } from './read-chunk.ts';
import { createRemarkCounter } from './remarks.ts';
import { emptyReport, type ImportReport, noteResult, noteSkip } from './report.ts';
import { createTrial } from './trial.ts';
import { untilAborted } from './until-aborted.ts';

export interface ImportOptions {
  settings: ReadingSettings;
  /** Name of the format, for documents whose format cannot be detected. */
  format?: string;
  /** False skips the extraction of people, quotes and topics. */
  extraction?: boolean;
  /**
   * Number of worker threads that parse documents. The main thread helps when they are busy. With 0, the main
   * thread parses everything.
   */
  threads: number;
  batchSize: number;
  /** True to parse everything and write nothing. */
  dryRun?: boolean;
  limit?: number;
  /** Instant before which published articles are skipped. */
  since?: Instant;
  /** True to store articles as drafts that are not published, such as those with the status `draft`. */
  includeDrafts?: boolean;
  /** Time by which embargoes and schedules are decided. Default: the clock. */
  now?: Instant;
  /** Action on a rejected document. Default: `skip`. */
  onError?: 'skip' | 'stop';
  /** Name of this import, under which its position is stored; see `nameJob`. */
  job?: string | null;
  /** True to resume an interrupted import with this name. */
  resume?: boolean;
  /** Path of the file that receives rejected documents. */
  quarantine?: string;
  /** Called after each chunk. */
  onProgress?: (report: ImportReport) => void;
  onStored?: (results: WriteResult[]) => void;
  /** Stops the import after the current batch. Stored articles remain. */
  signal?: AbortSignal;
}

/**
 * Imports documents: unpacks and splits files, parses documents on threads, and writes articles in batches,
 * in the order of the input. Each batch is a transaction. Memory does not grow with the input. Articles
 * parsed before an interruption are stored and reported.
 */
export async function importDocuments(
  archive: Archive,
  files: AsyncIterable<FoundFile>,
  options: ImportOptions,
): Promise<ImportReport> {
  const begun = Date.now();
  const { dryRun = false, limit = Number.POSITIVE_INFINITY, job = null, signal } = options;
  const earliest = options.since ? secondsOf(options.since) : Number.NEGATIVE_INFINITY;
  const report = { ...emptyReport(), dryRun };
  const counter = createRemarkCounter();
  const trial = createTrial(archive.reads);
  const own = await archive.reads.authority();
  const task = {
    settings: options.settings,
    authority: options.extraction === false ? null : withBuiltInPlaces(own),
    format: options.format ?? null,
    importedAt: options.now ?? instantOf(Math.floor(begun / 1000)),
    unpublished: options.includeDrafts ? ('store' as const) : ('reject' as const),
    preview: dryRun,
  };
  const reader = openArticleReader(task, options.threads);
  const quarantine = options.quarantine && !dryRun ? openQuarantine(options.quarantine) : undefined;
  report.resumed = options.resume && job !== null ? await archive.imports.position(job) : 0;
  const batches = openBatches(archive, {
    size: options.batchSize,
    job,
    position: report.resumed,
    known: new Set(own.map(({ id }) => id)),
    onStored(results, notices) {
      for (const [index, result] of results.entries()) noteResult(report, result, notices[index]);
      options.onStored?.(results);
    },
  });

  /** Handles one outcome. Returns the reason to stop, or undefined to continue. */
  const take = async (outcome: Outcome, input?: Document): Promise<ImportReport['ending'] | undefined> => {
    if (outcome.kind === 'reject') {
      noteSkip(report, outcome.reject);
      counter.noteSkip(outcome.reject);
      if (quarantine) {
        await quarantine.add(outcome.reject, input);
        report.quarantine = options.quarantine ?? null;
      }
      return options.onError === 'stop' ? 'rejected' : undefined;
    }
    if (outcome.kind === 'record') {
      if (!dryRun) await batches.restore(outcome.record);
      return undefined;
    }
    report.read++;
    const notice = releaseNotice(outcome);
    const document = outcome.kind === 'article' ? outcome.article : outcome;
    const publishedAt = 'card' in document ? document.publishedAt : undefined;
    if (publishedAt === null) {
      report.undated++;
      if (dateOfPath(outcome.origin.path)) report.undatedWithPathDay++;
    }
    // An undated article is not skipped: it may be new.
    const isSkipped = typeof publishedAt === 'number' && publishedAt < earliest;
    if (isSkipped) report.beforeSince++;
    else if (!dryRun) await batches.add(document, notice);
    else if (notice) noteResult(report, notice, notice);
    else if ('card' in document) report[await trial.outcomeOf(document)]++;
    if (outcome.kind === 'article' && !isSkipped) {
      if (outcome.remarks) counter.note(outcome.remarks, outcome.origin);
      if (outcome.preview && report.preview.length < previewLimit) report.preview.push(outcome.preview);
    }
    return report.read - report.beforeSince >= limit ? 'limit' : undefined;
  };

  const takeAll = async (): Promise<ImportReport['ending']> => {
    const documents = findDocuments(files, options.format, report.resumed);
    const read = (chunk: Chunk) => readChunk(chunk, reader);
    for await (const parts of mapInOrder(packChunks(untilAborted(documents, signal)), reader.width, read)) {
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
      // Let finished workers report before the next chunk is assigned. They would look busy otherwise.
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
  report.warnings = counter.warnings();
  report.unused = counter.unused();
  report.skipReasons = counter.skipReasons();
  return report;
}
