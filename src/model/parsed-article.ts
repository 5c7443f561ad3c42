import { z } from 'zod';
import { Article } from './article.ts';
import { Instant } from './instant.ts';

/** Decision of an import about a document, see docs/publishing.md. */
const ParsedRelease = z
  .object({
    decision: z.enum(['publish', 'hold', 'reject', 'withdraw']).meta({
      description:
        'Action of an import: publish it, hold it until an instant, reject it, or withdraw the stored article.',
      example: 'hold',
    }),
    until: Instant.nullable().meta({
      description: 'When a held article would be published; else null.',
      example: '2030-01-01T00:00:00Z',
    }),
    reason: z.string().nullable().meta({
      description: 'Field that decided, and its value; null if the article would be published.',
      example: 'embargoed is in the future',
    }),
  })
  .meta({ id: 'ParsedRelease', description: 'Decision that an import would make about the article.' });
export type ParsedRelease = z.infer<typeof ParsedRelease>;

/** Article that was parsed but not stored, without the fields that the archive sets. */
export const ParsedArticle = Article.omit({ id: true, slug: true, revision: true, storedAt: true })
  .extend({ release: ParsedRelease })
  .meta({ id: 'ParsedArticle', description: 'An article as it would be stored.' });
export type ParsedArticle = z.infer<typeof ParsedArticle>;

/** Document to parse, and what is known about it besides its content. */
export interface ParseRequest {
  bytes: Uint8Array;
  /** File name whose extension helps to detect the format: `document.html`. */
  path: string;
  /** Name of the format; null detects it. */
  format: string | null;
  source: { slug: string; name: string } | null;
  /** IANA zone. */
  timeZone: string | null;
  /** BCP 47 tag. */
  language: string | null;
}

/** Result of parsing a document. */
export type Parsed =
  | {
      kind: 'read';
      /** JSON array of ParsedArticle in UTF-8. It goes into the response as it is. */
      articles: Uint8Array;
      /** Number of articles. */
      count: number;
      /** Reasons why parts of the document, or all of it, are not articles. */
      rejects: { line: number | null; reason: string }[];
    }
  /** Time limit exceeded; `limit` in milliseconds. */
  | { kind: 'too-slow'; limit: number }
  /** The document needs more memory than it may; the reason completes the sentence "The document was refused:". */
  | { kind: 'refused'; reason: string }
  /** The signal aborted, or the parser was closed. */
  | { kind: 'cancelled' };

/** Parses a document as an import would, without storing it. The signal ends that. */
export type ParseDocument = (request: ParseRequest, signal?: AbortSignal) => Promise<Parsed>;
