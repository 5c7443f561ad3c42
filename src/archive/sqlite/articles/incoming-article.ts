import type {
  ArticleArrival,
  ReadArticle,
  StoredIdentity,
  StoredReading,
  WithdrawalNotice,
} from '../../../model/draft.ts';
import { secondsOf } from '../../../model/instant.ts';
import { addressHash, sourceAddress } from '../../../model/source-address.ts';
import type { TagIdentity } from '../../../model/tag-identity.ts';
import { articleIdOf } from '../../core/article-json/article-id.ts';
import {
  contentDigest,
  idOf,
  type PreparedArticle,
  type RenderedArticle,
  readingOfRendered,
  versionOf,
} from '../../core/article-json/prepared-article.ts';
import { storedReading } from '../../core/article-json/stored-reading.ts';
import type { DocumentVersion } from '../../core/document-version.ts';

/** A document that a batch writes. */
interface IncomingDocument extends DocumentVersion {
  id: string;
  /** Seconds since 1970; null if undated. */
  publishedAt: number | null;
  /** Slug of its source. */
  source: string | null;
}

/** An article to be written. */
export interface IncomingArticle extends IncomingDocument {
  /** Digest of the content, hexadecimal. */
  content: string;
  /** Digest of its reading, hexadecimal; absent if it replaces no other. */
  readingDigest?: string | undefined;
  arrival: ArticleArrival;
  /** Hash of its address at the source. */
  address: number | null;
  /** Identity in the archive that exported it. */
  stored?: StoredIdentity | undefined;
  /** Identifiers of its tags that the source states. */
  identities: TagIdentity[];
  /** Set if a worker thread rendered it. */
  rendered?: RenderedArticle;
  reading: () => StoredReading;
}

/** A notice that withdraws an article. */
export interface IncomingNotice extends IncomingDocument {
  content: null;
  note: string | null;
}

const published: ArticleArrival = { release: 'publish', dueAt: null, statesPublic: false };

/** Returns a document to be written, from a read article, one that a worker thread rendered, or a notice. */
export function incomingDocument(
  document: ReadArticle | PreparedArticle | WithdrawalNotice,
): IncomingArticle | IncomingNotice {
  if ('card' in document) {
    const { id, content, publishedAt, version, modified, stored, arrival, address } = document;
    return {
      ...{ id, content, publishedAt, version, modified, stored, address },
      readingDigest: document.readingDigest,
      identities: document.identities ?? [],
      source: document.source?.slug ?? null,
      arrival: arrival ?? published,
      rendered: document,
      reading: () => readingOfRendered(document),
    };
  }
  if ('kind' in document) {
    const { sourceKey, source, note } = document;
    const id = articleIdOf(sourceKey, source?.slug ?? null);
    return { id, content: null, publishedAt: 0, source: source?.slug ?? null, ...versionOf(document), note };
  }
  return {
    id: idOf(document),
    content: contentDigest(document.contentHash),
    publishedAt: document.publishedAt === null ? null : secondsOf(document.publishedAt),
    ...versionOf(document),
    source: document.source?.slug ?? null,
    address: addressOf(document.url),
    arrival: document.arrival ?? published,
    stored: document.stored,
    identities: document.identities ?? [],
    reading: () => storedReading(document),
  };
}

/** Returns the hash of the address of an article at its source; null if it has none. */
export function addressOf(url: string | null): number | null {
  const address = url === null ? undefined : sourceAddress(url);
  return address === undefined ? null : addressHash(address);
}
