import type { KeptReading, ReadArticle, StoredIdentity } from '../../../model/draft.ts';
import { secondsOf } from '../../../model/instant.ts';
import { keptOf } from '../../core/article-json/kept-reading.ts';
import {
  contentDigest,
  idOf,
  type PreparedArticle,
  type RenderedArticle,
  readingOfRendered,
} from '../../core/article-json/prepared-article.ts';

/** An article that is to be written, rendered already or not. */
export interface IncomingArticle {
  id: string;
  /** By which equal content is known, hexadecimal. */
  content: string;
  /** Seconds since 1970. */
  publishedAt: number;
  /** What another archive made of it. */
  stored?: StoredIdentity | undefined;
  rendered?: RenderedArticle;
  reading: () => KeptReading;
}

/** Gives an article as the writing of it takes it, whether a reading thread has rendered it or not. */
export function incomingArticle(article: ReadArticle | PreparedArticle): IncomingArticle {
  if ('saying' in article) {
    const { id, content, publishedAt, stored } = article;
    return { id, content, publishedAt, stored, rendered: article, reading: () => readingOfRendered(article) };
  }
  return {
    id: idOf(article),
    content: contentDigest(article.contentHash),
    publishedAt: secondsOf(article.publishedAt),
    stored: article.stored,
    reading: () => keptOf(article),
  };
}
