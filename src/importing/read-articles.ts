import { likelyLabels } from '../archive/core/article-json/likely-labels.ts';
import { type PreparedArticle, prepareArticle } from '../archive/core/article-json/prepared-article.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { Annotations, Draft, ReadArticle } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type { Instant } from '../model/instant.ts';
import { completeDraft } from '../reading/complete-draft.ts';
import { createExtractor } from '../reading/extract.ts';
import { readDocument } from '../reading/read-document.ts';
import type { Document, ReadingSettings, Reject } from '../reading/reader.ts';
import type { Piece } from './split-records.ts';

function emptyAnnotations(): Annotations {
  return { mentions: [], quotes: [], inferredTopics: [], discovered: [] };
}

type ReadOutcome<Article> =
  | { kind: 'article'; article: Article }
  | { kind: 'record'; record: ExportedRecord }
  | { kind: 'reject'; reject: Reject };

/** Result with the article already rendered, which leaves less work to the thread that writes. */
export type Outcome = ReadOutcome<PreparedArticle>;

/** Options that all documents of an import share. Must be structured-cloneable for the workers. */
export interface ReadingTask {
  settings: ReadingSettings;
  /** Tags to look for; null skips extraction. */
  authority: AuthorityEntry[] | null;
  /** Name of the format, if the user gave one. */
  format: string | null;
  /** Start of the import, the date of documents without one. */
  importedAt: Instant;
}

/**
 * Creates a function that turns a document into articles: detect the format, parse, extract people, quotes and
 * topics, determine the date, render. An error in the extraction of one draft rejects that draft.
 */
export function createDocumentReader(task: ReadingTask): (document: Document | Piece) => Outcome[] {
  const read = createUnrenderedReader(
    task.authority ? createExtractor(task.authority) : emptyAnnotations,
    task,
  );
  const known = new Map(task.authority?.map((entry) => [entry.id, entry]));
  return (document) =>
    [...read(document)].map((outcome) => {
      if (outcome.kind !== 'article') return outcome;
      const { article } = outcome;
      return { kind: 'article', article: prepareArticle(article, likelyLabels(known, article)) };
    });
}

/** Creates the same function with a given extractor, and without rendering. It reads an article when it is asked for. */
export function createUnrenderedReader(
  extract: (draft: Draft) => Annotations,
  task: Omit<ReadingTask, 'authority'>,
): (document: Document | Piece) => Iterable<ReadOutcome<ReadArticle>> {
  return function* (document) {
    const format = task.format ?? ('format' in document ? document.format : undefined);
    for (const reading of readDocument(document, task.settings, format)) {
      if (reading.kind !== 'draft') {
        yield reading;
        continue;
      }
      const { draft } = reading;
      yield complete(draft);
    }
  };

  function complete(draft: Draft): ReadOutcome<ReadArticle> {
    try {
      return { kind: 'article', article: completeDraft(draft, extract(draft), task.importedAt) };
    } catch (cause) {
      // A bug in our code must not stop the import.
      const reason = `could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
      return { kind: 'reject', reject: { path: draft.origin.path, line: draft.origin.line, reason } };
    }
  }
}
