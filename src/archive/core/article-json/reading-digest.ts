import { hash } from 'node:crypto';
import { statedFieldsOf } from '../../../model/article.ts';
import type { ReadArticle } from '../../../model/draft.ts';

/** Length of the hash of the format, in hexadecimal digits. */
const formatLength = 4;

/**
 * Returns a digest of what a reader found in a document beside the content that `contentHash` covers: 16 hexadecimal
 * digits. It does not depend on the archive, nor on the times of crawl and import. The first four digits are those of the
 * format.
 */
export function readingDigest(article: ReadArticle): string {
  const { headline, standfirst, authors, dateline, source, language, keywords, sections, images } = article;
  const { publishedAt, publication, updatedAt, stated = [], warnings, origin } = article;
  const found = [
    ...[headline, standfirst, authors, dateline, source, language, keywords, sections, images],
    ...[publishedAt, publication, updatedAt, stated, warnings.map(({ code }) => code)],
    statedFieldsOf(article),
  ];
  return (
    hash('sha256', origin.format).slice(0, formatLength) +
    hash('sha256', JSON.stringify(found)).slice(0, 16 - formatLength)
  );
}

/**
 * True if a stored article should get a reading: its own is of the same format, or unknown. A document in another format
 * may say less, and both may be imported again and again.
 */
export function supersedes(digest: Buffer, stored: Buffer | null): boolean {
  if (stored === null) return true;
  const length = formatLength / 2;
  return !digest.equals(stored) && digest.subarray(0, length).equals(stored.subarray(0, length));
}
