import type { ReadArticle, StoredIdentity, StoredReading } from '../../../model/draft.ts';
import { secondsOf } from '../../../model/instant.ts';
import type { TagIdentity } from '../../../model/tag-identity.ts';
import {
  contentDigest,
  idOf,
  type PreparedArticle,
  type RenderedArticle,
  readingOfRendered,
} from '../../core/article-json/prepared-article.ts';
import { storedReading } from '../../core/article-json/stored-reading.ts';

export interface IncomingArticle {
  id: string;
  /** Digest of the content, hexadecimal. */
  content: string;
  /** Seconds since 1970. */
  publishedAt: number;
  /** Identity in the archive that exported it. */
  stored?: StoredIdentity | undefined;
  /** Identifiers of its tags that the source states. */
  identities: TagIdentity[];
  /** Set if a worker thread rendered it. */
  rendered?: RenderedArticle;
  reading: () => StoredReading;
}

/** Returns an article to be written, from a read article or one that a worker thread rendered. */
export function incomingArticle(article: ReadArticle | PreparedArticle): IncomingArticle {
  if ('card' in article) {
    const { id, content, publishedAt, stored, identities = [] } = article;
    return {
      ...{ id, content, publishedAt, stored, identities },
      rendered: article,
      reading: () => readingOfRendered(article),
    };
  }
  return {
    id: idOf(article),
    content: contentDigest(article.contentHash),
    publishedAt: secondsOf(article.publishedAt),
    stored: article.stored,
    identities: article.identities ?? [],
    reading: () => storedReading(article),
  };
}
