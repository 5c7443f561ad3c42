import { likelyLabels } from '../archive/core/article-json/likely-labels.ts';
import { type PreparedArticle, prepareArticle } from '../archive/core/article-json/prepared-article.ts';
import { readingDigest } from '../archive/core/article-json/reading-digest.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { Annotations, Draft, Origin, ReadArticle, WithdrawalNotice } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type { Instant } from '../model/instant.ts';
import { decideRelease, type Release } from '../model/release.ts';
import { completeDraft } from '../reading/complete-draft.ts';
import { createExtractor } from '../reading/extract.ts';
import { archivingTerms, quoted } from '../reading/fields/usage-terms.ts';
import { type OpenedDocument, openDocument } from '../reading/open-document.ts';
import { readDocument } from '../reading/read-document.ts';
import type { Document, ReadingSettings, Reject } from '../reading/reader.ts';
import { withDecision, withdrawalOf } from './decide-draft.ts';
import { type PreviewRow, previewRow } from './preview.ts';
import { type Remarks, remarksOf } from './remarks.ts';
import type { Piece } from './split-records.ts';

function emptyAnnotations(): Annotations {
  return { mentions: [], quotes: [], inferredTopics: [], discovered: [] };
}

type ReadOutcome<Article> =
  | {
      kind: 'article';
      article: Article;
      release: Release;
      origin: Origin;
      /** For the report; absent until it is rendered. */
      remarks?: Remarks;
      /** For a dry run. */
      preview?: PreviewRow;
    }
  | WithdrawalNotice
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
  /** Start of the import. The gate decides by it. Dates far after it are misread. */
  importedAt: Instant;
  /**
   * Action on articles that are not published: reject them (default), `store` them as drafts if they can be ones, or
   * `show` them with the decision.
   */
  unpublished?: 'reject' | 'store' | 'show';
  /** True to describe each article for a dry run. */
  preview?: boolean;
}

/**
 * Creates a function that turns a document into articles: detect the format, parse, extract people, quotes and
 * topics, determine the date, render. An error in the extraction of one draft rejects that draft.
 */
export function createDocumentReader(task: ReadingTask): (document: OpenedDocument) => Outcome[] {
  const read = createUnrenderedReader(
    task.authority ? createExtractor(task.authority) : emptyAnnotations,
    task,
  );
  const known = new Map(task.authority?.map((entry) => [entry.id, entry]));
  return (document) =>
    [...read(document)].map((outcome) => {
      if (outcome.kind !== 'article') return outcome;
      const { article } = outcome;
      const label = likelyLabels(known, article);
      return {
        ...outcome,
        article: {
          ...prepareArticle(article, label),
          ...(task.authority && !article.stored && { readingDigest: readingDigest(article) }),
        },
        remarks: remarksOf(article),
        ...(task.preview && { preview: previewRow(article, (tag) => label(tag).name) }),
      };
    });
}

/** Creates the same function, which first decodes the parts of mails and Word documents. */
export function createOpeningReader(task: ReadingTask): (document: Document | Piece) => Promise<Outcome[]> {
  const read = createDocumentReader(task);
  return async (document) => {
    const opened = await openDocument(document, task.format);
    return 'reason' in opened ? [{ kind: 'reject', reject: opened }] : read(opened);
  };
}

/** Creates the same function with a given extractor, and without rendering. It reads an article when it is asked for. */
export function createUnrenderedReader(
  extract: (draft: Draft) => Annotations,
  task: Omit<ReadingTask, 'authority'>,
): (document: OpenedDocument) => Iterable<ReadOutcome<ReadArticle>> {
  const { unpublished = 'reject' } = task;
  return function* (document) {
    const format = task.format ?? document.format;
    for (const reading of readDocument(document, task.settings, format)) {
      if (reading.kind === 'draft') yield complete(reading.draft);
      else if (reading.kind === 'article') yield decided(reading.article, null);
      else yield reading;
    }
  };

  /** Applies the gate. An article of an export was published, so its date does not count. */
  function decided(article: ReadArticle, publishedAt: Instant | null): ReadOutcome<ReadArticle> {
    const { release: statements = [], origin } = article;
    const refusal = refusedTerms(article);
    if (refusal) return refusal;
    const release = decideRelease(statements, publishedAt, task.importedAt);
    if (isRefused(release)) return rejectOf(article, release);
    const isOwn = article.stored !== undefined && release.kind === 'publish';
    return { kind: 'article', article: isOwn ? article : withDecision(article, release), release, origin };
  }

  /** Rejects a document whose usage terms limit archiving, if the import respects them. */
  function refusedTerms({ rights, origin: { path, line } }: Draft): ReadOutcome<never> | undefined {
    const terms = task.settings.respectUsageTerms ? archivingTerms(rights) : undefined;
    if (terms === undefined) return undefined;
    const reason = `the usage terms limit archiving: "${quoted(terms)}"; import it without --respect-usage-terms to store it`;
    return { kind: 'reject', reject: { path, line, reason } };
  }

  function isRefused(release: Release): release is Extract<Release, { kind: 'reject' }> {
    if (release.kind !== 'reject' || unpublished === 'show') return false;
    return unpublished === 'reject' || !release.draft;
  }

  function complete(draft: Draft): ReadOutcome<ReadArticle> {
    try {
      const refusal = refusedTerms(draft);
      if (refusal) return refusal;
      // Extraction takes most of the time, so what is not stored is decided before it.
      const early = decideRelease(draft.release ?? [], draft.publishedAt, task.importedAt);
      if (isRefused(early)) return rejectOf(draft, early);
      const withdrawal =
        early.kind === 'withdraw' && unpublished !== 'show' ? withdrawalOf(draft) : undefined;
      if (withdrawal) return withdrawal;
      const article = completeDraft(draft, extract(draft), {
        importedAt: task.importedAt,
        dateFromPath: task.settings.dateFromPath,
      });
      return decided(article, article.publishedAt);
    } catch (cause) {
      // A bug in our code must not stop the import.
      const reason = `could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
      return { kind: 'reject', reject: { path: draft.origin.path, line: draft.origin.line, reason } };
    }
  }
}

function rejectOf({ origin }: Draft, { reason }: Extract<Release, { kind: 'reject' }>): ReadOutcome<never> {
  return { kind: 'reject', reject: { path: origin.path, line: origin.line, reason } };
}
