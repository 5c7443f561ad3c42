import type { Archive } from '../archive/archive.ts';
import type { ReadArticle } from '../news/draft.ts';
import { type Instant, instantOf } from '../news/instant.ts';
import { formatOf } from '../reading/formats/formats.ts';
import type { Document, ReadingSettings, Reject } from '../reading/reader.ts';
import { cutDocuments } from './cut-documents.ts';
import type { FoundFile } from './found-file.ts';
import { ImportFault } from './import-fault.ts';
import { mapInOrder } from './in-order.ts';
import { type Parcel, packParcels } from './parcels.ts';
import { openQuarantine } from './quarantine.ts';
import type { Outcome } from './read-articles.ts';
import { openReadingPool, readHere } from './reading-pool.ts';
import { emptyReport, type ImportReport, noteSkip } from './report.ts';
import { type Unreadable, unpack } from './unpack.ts';

/** How an import goes about its work. */
export interface ImportOptions {
  settings: ReadingSettings;
  /** The name of a format, for documents whose content says too little. */
  format?: string;
  /** Reading threads beside the writing one; 0 reads in this thread, which suits a few documents. */
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
  /** Path of the file that keeps rejected documents. */
  quarantine?: string;
  /** Called after each parcel. */
  onProgress?: (report: ImportReport) => void;
  /** Ends the import after the batch under way; what is stored stays. */
  signal?: AbortSignal;
}

/**
 * The story of an import: files are unpacked and cut into documents, read on threads, and written in batches,
 * each one transaction, in the order they were found. Memory does not grow with the input.
 * Throws ImportFault when the input can't be had or, with `onError: 'stop'`, at the first rejected document.
 */
export async function importDocuments(
  archive: Archive,
  files: AsyncIterable<FoundFile>,
  options: ImportOptions,
): Promise<ImportReport> {
  const begun = Date.now();
  const importedAt = instantOf(Math.floor(begun / 1000));
  const task = {
    settings: options.settings,
    authority: await archive.authority(),
    format: options.format ?? null,
    importedAt,
  };
  const reader = options.threads > 0 ? openReadingPool(task, options.threads) : readHere(task);
  const quarantine = options.quarantine && !options.dryRun ? openQuarantine(options.quarantine) : undefined;
  const report = emptyReport();
  let batch: ReadArticle[] = [];

  const write = async () => {
    if (batch.length > 0 && !options.dryRun) {
      for (const { outcome } of await archive.writeArticles(batch)) report[outcome]++;
    }
    batch = [];
  };
  const skip = async (reject: Reject, document?: Document) => {
    noteSkip(report, reject);
    await quarantine?.add(reject, document);
    if (options.onError === 'stop') {
      const place = reject.line === null ? reject.path : `${reject.path}:${reject.line}`;
      throw new ImportFault(`${place}: ${reject.reason}`);
    }
  };
  const take = async (outcome: Outcome, document: Document | undefined) => {
    if (outcome.kind === 'reject') return await skip(outcome.reject, document);
    report.read++;
    if (options.since && outcome.article.publishedAt < options.since) report.older++;
    else batch.push(outcome.article);
    if (batch.length >= options.batchSize) await write();
  };
  const enough = () => options.signal?.aborted || report.read >= (options.limit ?? Number.POSITIVE_INFINITY);

  try {
    const parcels = packParcels(findDocuments(files, options.format));
    const read = async (parcel: Parcel) => ({ parcel, outcomes: await reader.read(parcel.documents) });
    reading: for await (const { parcel, outcomes } of mapInOrder(parcels, reader.width, read)) {
      for (const unreadable of parcel.unreadable) await skip({ ...unreadable, line: null });
      for (const [index, outcomesOfOne] of outcomes.entries()) {
        report.documents++;
        for (const outcome of outcomesOfOne) {
          if (enough()) break reading;
          await take(outcome, parcel.documents[index]);
        }
      }
      report.bytes += parcel.bytes;
      report.milliseconds = Date.now() - begun;
      options.onProgress?.(report);
    }
    await write();
  } finally {
    await reader.close();
    await quarantine?.close();
  }
  report.milliseconds = Date.now() - begun;
  return report;
}

async function* findDocuments(
  files: AsyncIterable<FoundFile>,
  format: string | undefined,
): AsyncGenerator<Document | Unreadable> {
  for await (const file of files) {
    for await (const found of unpack(file)) {
      if ('reason' in found) yield found;
      else yield* cutDocuments(found, (head, path) => formatOf(head, path, format));
    }
  }
}
