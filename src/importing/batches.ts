import type { Archive } from '../archive/archive.ts';
import type { PreparedArticle } from '../archive/core/article-json/prepared-article.ts';
import type { WriteResult } from '../archive/results.ts';
import type { WithdrawalNotice } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type { TagId } from '../model/tag.ts';
import { builtInEntries } from '../model/vocabulary.ts';
import type { ReleaseNotice } from './report.ts';

/** Collects articles and writes them in batches. Each batch is one transaction, with its checkpoint. */
export interface Batches {
  /** `notice` tells why it is not published now. */
  add(document: PreparedArticle | WithdrawalNotice, notice?: ReleaseNotice): Promise<void>;
  /** Adds a tag, correction or deletion of an export. It is written before articles that are added later. */
  restore(line: ExportedRecord): Promise<void>;
  /** Call after all articles of an input document were added. */
  endDocument(): void;
  flush(): Promise<void>;
}

/** Maximum age of a batch in ms, checked with each article, so that articles of slow input become visible. */
const maxAgeMs = 5_000;

export interface BatchSettings {
  size: number;
  /** Name under which checkpoints are stored; null stores none. */
  job: string | null;
  /** Number of documents stored by an earlier run of the job. */
  position: number;
  /** Ids of the archive's tags. */
  known: ReadonlySet<TagId>;
  onStored: (results: WriteResult[], notices: (ReleaseNotice | undefined)[]) => void;
}

/**
 * Opens a batch writer. Before each batch, it stores the built-in topics and places that the articles refer to
 * and the archive lacks, so that every tag has a description.
 */
export function openBatches(archive: Archive, settings: BatchSettings): Batches {
  const known = new Set(settings.known);
  let { position } = settings;
  let written = position;
  let batch: (PreparedArticle | WithdrawalNotice)[] = [];
  let notices: (ReleaseNotice | undefined)[] = [];
  let lines: ExportedRecord[] = [];
  let begun = 0;

  const flushLines = async () => {
    if (lines.length === 0) return;
    await archive.writes.restoreRecords(lines);
    for (const line of lines) if ('tag' in line) known.add(line.tag.id);
    lines = [];
  };

  const flush = async () => {
    await flushLines();
    if (batch.length === 0 && (settings.job === null || position === written)) return;
    const entries = builtInEntries(batch.flatMap(publicTags), known);
    if (entries.length > 0) await archive.writes.writeTags(entries);
    for (const { id } of entries) known.add(id);
    const checkpoint = settings.job === null ? undefined : { job: settings.job, position };
    settings.onStored(await archive.writes.writeArticles(batch, checkpoint), notices);
    written = position;
    batch = [];
    notices = [];
  };
  return {
    async add(document, notice) {
      if (batch.length === 0) begun = Date.now();
      batch.push(document);
      notices.push(notice);
      if (batch.length >= settings.size || Date.now() - begun > maxAgeMs) await flush();
    },
    async restore(line) {
      // Write earlier articles first, to preserve the order.
      if (batch.length > 0) await flush();
      lines.push(line);
      if (lines.length >= settings.size) await flushLines();
    },
    endDocument() {
      position++;
    },
    flush,
  };
}

/** Returns the tags of a document that is published now. Those of others are not in the archive until they are. */
function publicTags(document: PreparedArticle | WithdrawalNotice): TagId[] {
  if ('kind' in document || (document.arrival && document.arrival.release !== 'publish')) return [];
  const { tags, quotes } = document;
  return [...tags, ...quotes.flatMap(({ speaker }) => (speaker ? [speaker] : []))].map(({ id }) => id);
}
