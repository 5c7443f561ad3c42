import { hash } from 'node:crypto';
import type { Draft } from '../model/draft.ts';

/**
 * SHA-256 (hexadecimal) of what a document says: headline, standfirst, byline, dateline, credit, times as read,
 * pictures, keywords and body. How the file is laid out, where it lay, when it was crawled, how its characters
 * were composed and how wide its spaces are don't count, so that the same article gives the same hash.
 */
export function contentHash(draft: Draft): string {
  const said = [
    draft.url,
    draft.headline,
    draft.standfirst,
    draft.byline,
    draft.dateline?.text,
    draft.credit,
    draft.publishedAt,
    draft.updatedAt,
    draft.images.map(({ url, caption, credit }) => [url, caption, credit].map(canonical)),
    draft.keywords.map(canonical),
    draft.body.blocks.map(({ kind, level, start, end }) => [
      kind,
      level,
      canonical(draft.body.text.slice(start, end)),
    ]),
    draft.summaryOnly,
  ].map((part) => (typeof part === 'string' ? canonical(part) : (part ?? null)));
  return hash('sha256', JSON.stringify(said));
}

function canonical(text: string | null): string | null {
  if (text === null) return null;
  const composed = text.normalize('NFC');
  return (unevenSpace.test(composed) ? composed.replace(/\s+/g, ' ') : composed).trim();
}

/** White space that is not one space. To look for it takes a third of the time of replacing it. */
const unevenSpace = /\s\s|[^\S ]/;
