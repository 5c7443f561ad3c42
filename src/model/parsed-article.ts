import type { z } from 'zod';
import { Article } from './article.ts';

/** An article that was read and not stored: all but what an archive gives it. */
export const ParsedArticle = Article.omit({ id: true, slug: true, revision: true, storedAt: true }).meta({
  id: 'ParsedArticle',
  description: 'An article as it would be stored.',
});
export type ParsedArticle = z.infer<typeof ParsedArticle>;

/** A document to be read, and what is known of it beside its content. */
export interface ParseRequest {
  bytes: Uint8Array;
  /** A name whose extension says what the content may not: `document.html`. */
  path: string;
  /** The name of a format; null has it detected. */
  format: string | null;
  source: { slug: string; name: string } | null;
  /** IANA zone. */
  timeZone: string | null;
  /** BCP 47 tag. */
  language: string | null;
}

/** What became of a document. */
export type Parsed =
  | {
      kind: 'read';
      articles: ParsedArticle[];
      /** Why other parts of the document, or all of it, gave no article. */
      rejects: { line: number | null; reason: string }[];
    }
  /** It took longer than a document may, in milliseconds. */
  | { kind: 'too-slow'; limit: number }
  /** Too many documents wait already. */
  | { kind: 'busy' };

/** Reads a document as an import would, and stores nothing. */
export type ParseDocument = (request: ParseRequest) => Promise<Parsed>;
