import { likelyLabels } from '../archive/core/article-json/likely-labels.ts';
import { type PreparedArticle, prepareArticle } from '../archive/core/article-json/prepared-article.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { Annotations, Draft, ReadArticle } from '../model/draft.ts';
import type { KeptLine } from '../model/exported.ts';
import type { Instant } from '../model/instant.ts';
import { completeDraft } from '../reading/complete-draft.ts';
import { createExtractor } from '../reading/extract.ts';
import { readDocument } from '../reading/read-document.ts';
import type { Document, ReadingSettings, Reject } from '../reading/reader.ts';
import type { Piece } from './cut-records.ts';

function nothingFound(): Annotations {
  return { mentions: [], quotes: [], inferredTopics: [], discovered: [] };
}

/** What reading one part of a document gave. */
type ReadOutcome<Article> =
  | { kind: 'article'; article: Article }
  | { kind: 'kept'; kept: KeptLine }
  | { kind: 'reject'; reject: Reject };

/** The same, rendered for the archive: the thread that writes shall do nothing that another can. */
export type Outcome = ReadOutcome<PreparedArticle>;

/** What all documents of one import are read with. Plain data: it crosses to the worker threads. */
export interface ReadingTask {
  settings: ReadingSettings;
  /** Whom and what to look for; null leaves people, quotes and topics out. */
  authority: AuthorityEntry[] | null;
  /** The name of a format, when the user said which. */
  format: string | null;
  /** When the import began: the date of documents that have none. */
  importedAt: Instant;
}

/**
 * The story of one document: detect and read its format, find people, quotes and topics, settle its date, render it.
 * The function made never throws: a fault in one draft rejects that draft.
 */
export function createArticleReader(task: ReadingTask): (document: Document | Piece) => Outcome[] {
  const read = articleReader(task.authority ? createExtractor(task.authority) : nothingFound, task);
  const known = new Map(task.authority?.map((entry) => [entry.id, entry]));
  return (document) =>
    read(document).map((outcome) => {
      if (outcome.kind !== 'article') return outcome;
      const { article } = outcome;
      return { kind: 'article', article: prepareArticle(article, likelyLabels(known, article)) };
    });
}

/** The same with an extractor that is prepared already, and as it is before it is rendered. */
export function articleReader(
  extract: (draft: Draft) => Annotations,
  task: Omit<ReadingTask, 'authority'>,
): (document: Document | Piece) => ReadOutcome<ReadArticle>[] {
  return (document) => {
    const outcomes: ReadOutcome<ReadArticle>[] = [];
    const format = task.format ?? ('format' in document ? document.format : undefined);
    for (const reading of readDocument(document, task.settings, format)) {
      if (reading.kind !== 'draft') {
        outcomes.push(reading);
        continue;
      }
      const { draft } = reading;
      try {
        outcomes.push({ kind: 'article', article: completeDraft(draft, extract(draft), task.importedAt) });
      } catch (cause) {
        // A bug of ours in one article must cost that article, not the archive of a newsroom.
        const reason = `could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
        outcomes.push({
          kind: 'reject',
          reject: { path: draft.origin.path, line: draft.origin.line, reason },
        });
      }
    }
    return outcomes;
  };
}
