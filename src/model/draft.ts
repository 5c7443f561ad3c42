import type { Author, Body, Dateline, Publication, Warning } from './article.ts';
import type { AuthorityEntry } from './authority.ts';
import type { ArticleHistory } from './exported.ts';
import type { Image } from './image.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Quote } from './quote.ts';
import type { ReleaseStatement } from './release.ts';
import type { Rights } from './rights.ts';
import type { entityTypes, TagId } from './tag.ts';
import type { TagIdentity } from './tag-identity.ts';

/** Location of a document, for reports and for recognising the document on the next import. */
export interface Origin {
  /** Path inside the import (`wire/2024/a.txt`, `dump.zip/b.html`), or the URL it was fetched from. */
  path: string;
  /** First line of the document in its file, from 1, if the file contains several documents. */
  line: number | null;
  /** Name of the format: `text`, `html`, `feed`, … */
  format: string;
}

/** A person, organization, place or subject that a source states for an article. */
export interface StatedEntity {
  type: (typeof entityTypes)[number];
  /** As stated. */
  name: string;
  /** The tag of the archive, if the document is one of its own articles. */
  tag?: TagId;
  /** The source's own identifiers, as stated: addresses and codes. */
  ids: string[];
  codes: {
    /** Wikidata item: `Q313118`. */
    wikidata: string | null;
    /** IPTC Media Topic: `medtop:20000002`. */
    mediatopic: string | null;
  };
  /** Coordinates of a place, in degrees (WGS 84). */
  geo: { latitude: number; longitude: number } | null;
}

/** Article as parsed by its format reader, before extraction. Absent values are null. */
export interface Draft {
  /**
   * Identifies the document when its source corrects it: canonical URL, feed guid, ninjs uri, or
   * `path#ordinal`. The article's id derives from it.
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
  /** Null if the document gives no date. */
  publishedAt: Instant | null;
  publication: Publication | null;
  updatedAt: Instant | null;
  /** Number of the version, as the source states it. Default: null. */
  version?: number | null | undefined;
  /** Time of its last change, by which versions are compared. Default: `updatedAt`. */
  modifiedAt?: Instant | undefined;
  /** Statements about its publication. Default: none. */
  release?: ReleaseStatement[] | undefined;
  crawledAt: string | null;
  images: Image[];
  /** The source's own keywords and sections, as printed. */
  keywords: string[];
  /** The sections among the keywords, as printed. */
  sections: string[];
  /** Entities that the source states. */
  stated?: StatedEntity[];
  /** The next five are absent unless the source states them. */
  rights?: Rights | undefined;
  /** From 1 (highest) to 9. */
  urgency?: number | undefined;
  slugline?: string | undefined;
  editorsNote?: string | undefined;
  location?: string | undefined;
  body: Body;
  summaryOnly: boolean;
  warnings: Warning[];
  /** Names of the document's fields that its reader does not use, for the report of the import. Default: none. */
  unused?: string[] | undefined;
}

/** Result of extraction. Offsets refer to the draft's own texts. */
export interface Annotations {
  /** In the order of `fields` (see mention.ts); ascending offsets within each. */
  mentions: Mention[];
  quotes: Quote[];
  /** Topics of the article as a whole that no single span names. */
  inferredTopics: { tag: TagId; name: string; method: string; confidence: number }[];
  /** Tags found in this article that no authority file lists. The mentions refer to them. */
  discovered: AuthorityEntry[];
  /** Identifiers and coordinates of tags that the source states. */
  identities?: TagIdentity[] | undefined;
}

/** Decision of the gate about a document, for the archive. See docs/publishing.md. */
export interface ArticleArrival {
  release: 'publish' | 'hold' | 'draft' | 'withdraw';
  /** Instant at which held copy is published; null for the others. */
  dueAt: Instant | null;
  /** True if the document states that it is public, as `usable` does. */
  statesPublic: boolean;
}

/** Notice that takes an article back, such as a wire kill or an `at:deleted-entry`. It has no text. */
export interface WithdrawalNotice {
  kind: 'withdrawal';
  sourceKey: string;
  source: Draft['source'];
  origin: Origin;
  /** Field that states the withdrawal, and its value. */
  field: string;
  value: string;
  version: number | null;
  updatedAt: Instant | null;
  /** Reason for readers, as stated. */
  note: string | null;
}

/**
 * Completely read document, ready for the archive. `publishedAt` and `publication` are final, and null if the article is
 * undated.
 */
export interface ReadArticle extends Draft, Annotations {
  wordCount: number;
  /** SHA-256 (hex) of the content, independent of the layout of the file. */
  contentHash: string;
  /** Decision of the gate. Default: it is published. */
  arrival?: ArticleArrival;
  /** Identity in the archive it was exported from. Importing it restores the same identity. */
  stored?: StoredIdentity;
}

/** Data that an archive adds to an article and an export preserves. */
export interface StoredIdentity {
  id: string;
  slug: string;
  revision: number;
  storedAt: Instant;
  history?: ArticleHistory | undefined;
}

/** Part of a read article that the archive stores. Stated entities and their identities are stored as tags. */
export type StoredReading = Omit<
  ReadArticle,
  | 'sourceKey'
  | 'origin'
  | 'unused'
  | 'stored'
  | 'stated'
  | 'identities'
  | 'version'
  | 'modifiedAt'
  | 'release'
  | 'arrival'
>;
