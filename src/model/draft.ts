import type { Author, Body, Dateline, Image, Publication, Warning } from './article.ts';
import type { AuthorityEntry } from './authority.ts';
import type { ArticleHistory } from './exported.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Quote } from './quote.ts';
import type { TagId } from './tag.ts';

/** Where a document was found: for reports, and to know the same document again. */
export interface Origin {
  /** Path inside the import (`wire/2024/a.txt`, `dump.zip/b.html`), or the URL it was fetched from. */
  path: string;
  /** First line of the document in its file, from 1, where a file holds several. */
  line: number | null;
  /** The format that read it: `text`, `html`, `feed`, … */
  format: string;
}

/** A document as its reader understood it, before extraction. Absent is null, so that drafts compare. */
export interface Draft {
  /**
   * What stays the same when the source corrects the document: canonical URL, feed guid, ninjs uri,
   * or `path#ordinal`. The article's id derives from it.
   */
  sourceKey: string;
  origin: Origin;
  url: string | null;
  source: { slug: string; name: string } | null;
  headline: string;
  standfirst: string | null;
  byline: string | null;
  authors: Author[];
  dateline: Dateline | null;
  credit: string | null;
  language: string;
  /** Null when the document says none: the pipeline then falls back and warns. */
  publishedAt: Instant | null;
  publication: Publication | null;
  updatedAt: Instant | null;
  crawledAt: string | null;
  images: Image[];
  /** The source's own keywords and sections, as printed. */
  keywords: string[];
  body: Body;
  summaryOnly: boolean;
  warnings: Warning[];
}

/** What extraction found in a draft. Offsets count in the draft's own texts. */
export interface Annotations {
  /** In reading order: headline, standfirst, body, captions; ascending offsets within each. */
  mentions: Mention[];
  quotes: Quote[];
  /** Topics that hold for the whole article though no single span names them. */
  inferredTopics: { tag: TagId; name: string; method: string; confidence: number }[];
  /** Tags that no authority file knows yet, found in this article; the mentions refer to them. */
  discovered: AuthorityEntry[];
}

/** A document read whole: ready for the archive. `publishedAt` and `publication` are settled. */
export interface ReadArticle extends Draft, Annotations {
  publishedAt: Instant;
  publication: Publication;
  wordCount: number;
  /** SHA-256 (hex) over what the document says, not over how its file is laid out. */
  contentHash: string;
  /** What an archive made of it, when it comes out of an export: it becomes the same again. */
  stored?: StoredIdentity;
}

/** What an archive adds to an article, and an export takes along. */
export interface StoredIdentity {
  id: string;
  slug: string;
  revision: number;
  storedAt: Instant;
  history?: ArticleHistory | undefined;
}

/** What an archive keeps of a read article: all but where it came from. */
export type KeptReading = Omit<ReadArticle, 'sourceKey' | 'origin' | 'stored'>;
