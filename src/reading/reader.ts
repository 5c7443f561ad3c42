import type { Draft, ReadArticle, WithdrawalNotice } from '../model/draft.ts';
import type { ExportedRecord } from '../model/exported.ts';
import type { ReleaseFields } from './release/release-fields.ts';

/** Settings of an import, for documents that do not state these themselves. */
export interface ReadingSettings {
  /** Outlet or collection of the documents. */
  source: { slug: string; name: string } | null;
  /** IANA time zone of dates that print none. Null means UTC, with a warning. */
  timeZone: string | null;
  /** Language of the documents (BCP 47). */
  language: string | null;
  /** Field mapping for json, ndjson and csv: our field (see `mappedFields`) → path in the record. */
  map: Record<string, string>;
  /** Takes the date of a document that has none from its path, if the path contains one. Default: false. */
  dateFromPath?: boolean;
  /** Rejects documents whose usage terms limit archiving. Default: false. */
  respectUsageTerms?: boolean;
}

/** A file, an entry of a tar or zip file, or a fetched page. */
export interface Document {
  /** Path inside the import, or URL. */
  path: string;
  bytes: Uint8Array;
  /** Address that the bytes were fetched from, if the path is not the address. */
  url?: string;
  /** Instant when the bytes were fetched (ISO 8601). */
  crawledAt?: string;
  /** Number of the first line (from 1), if the bytes are a piece of a larger file. */
  firstLine?: number;
  /** Header line of the file, if the bytes are a later piece of a csv file. */
  header?: string;
  /** Encoding of the table that this is a part of, if it is not Unicode. */
  encoding?: string;
}

/** A document, or part of one, that could not be read. */
export interface Reject {
  path: string;
  /** Line number (from 1), or null for the whole file. */
  line: number | null;
  reason: string;
}

export type Reading =
  | { kind: 'draft'; draft: Draft }
  /** Complete article from an export. */
  | { kind: 'article'; article: ReadArticle }
  /** Other record of an export, such as a correction. */
  | { kind: 'record'; record: ExportedRecord }
  /** Notice that takes an article back and has no text itself. */
  | WithdrawalNotice
  | { kind: 'reject'; reject: Reject };

/**
 * A document format. Each is a file in `formats/`, listed in `formats/formats.ts`. Readers are pure functions of bytes
 * and settings, and never throw on bad input.
 */
export interface Format {
  name: string;
  /** File extensions without the dot, used if the content is not conclusive. */
  extensions: string[];
  /** Returns the probability (0 to 1) that a document with this beginning has the format. */
  recognise(head: string, path: string): number;
  /**
   * Allows large files to be split and read in pieces: at line breaks (`lines`), or at line breaks outside quotation
   * marks, with the first line as header (`csv`). Without it, the file is read at once.
   */
  split?: 'lines' | 'csv';
  /** Fields about publication that its reader passes to the gate (see docs/publishing.md). */
  release: ReleaseFields;
  read(document: Document, settings: ReadingSettings): Iterable<Reading>;
}
