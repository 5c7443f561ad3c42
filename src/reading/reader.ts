import type { Draft, ReadArticle } from '../model/draft.ts';
import type { KeptLine } from '../model/exported.ts';

/** What an import says about documents that do not say it themselves. */
export interface ReadingSettings {
  /** The outlet or collection the documents come from. */
  source: { slug: string; name: string } | null;
  /** IANA zone of printed dates without one; null when nobody said, and then UTC is assumed with a warning. */
  timeZone: string | null;
  /** BCP 47 tag of documents that do not say theirs. */
  language: string | null;
  /** Declared field mapping for json, ndjson and csv: our field → path in theirs. */
  map: Record<string, string>;
}

/** One file (or entry of an archive, or fetched page) as it was found. */
export interface Document {
  /** Path inside the import, or URL. */
  path: string;
  bytes: Uint8Array;
  /** The line of the file at which these bytes begin, from 1, when they are a piece of a larger file. */
  firstLine?: number;
  /** The file's header line, when these bytes are a later piece of a file that has one (csv). */
  header?: string;
}

/** A document, or a part of it, that no article could be read from. */
export interface Reject {
  path: string;
  /** From 1; null when the whole file is meant. */
  line: number | null;
  reason: string;
}

/** What came out of one part of a file. */
export type Reading =
  | { kind: 'draft'; draft: Draft }
  /** Read whole before, by the archive that exported it. */
  | { kind: 'article'; article: ReadArticle }
  /** What an archive keeps beside its articles. */
  | { kind: 'kept'; kept: KeptLine }
  | { kind: 'reject'; reject: Reject };

/**
 * A format: how to recognise it and how to read it. One file in `formats/` each, listed in `formats/formats.ts`.
 * Readers are pure: bytes and settings in, drafts and rejects out; they never throw on bad input.
 */
export interface Format {
  name: string;
  /** File extensions without the dot; consulted when content decides nothing. */
  extensions: string[];
  /** How sure the content's first bytes make it, 0 to 1. */
  recognise(head: string, path: string): number;
  /**
   * How the import may cut a file of any size into pieces that are read alone: at any line break (`lines`), or
   * at line breaks outside quotation marks, the first line being the header (`csv`). Absent: read whole.
   */
  split?: 'lines' | 'csv';
  read(document: Document, settings: ReadingSettings): Iterable<Reading>;
}
