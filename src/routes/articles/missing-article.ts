import type { ArchiveReads } from '../../archive/reads.ts';
import type { Gone } from '../../archive/state-results.ts';
import { Problem } from '../../errors.ts';
import { cacheControl } from '../../http/send.ts';

/**
 * Returns the Problem of an id or slug that no public article has: `gone` if an article had it, else `not-found`. Held
 * copy and drafts are as unknown as an article that never was.
 */
export async function missingArticle(archive: ArchiveReads, reference: string): Promise<Problem> {
  const gone = await archive.gone(reference);
  return gone ? goneArticle(gone) : noArticle(reference);
}

/** Returns the Problem of an article that was withdrawn, with date and note, or purged, without details. */
export function goneArticle(gone: Gone): Problem {
  const detail =
    gone.kind === 'purged'
      ? 'The article was removed.'
      : `The article was withdrawn at ${gone.at}.${gone.note === null ? '' : ` ${gone.note}`}`;
  return new Problem('gone', detail, { headers: { 'cache-control': cacheControl.gone } });
}

/** Returns the Problem of an id or slug that no article has. */
export function noArticle(reference: string): Problem {
  return new Problem('not-found', `There is no article ${JSON.stringify(reference.slice(0, 100))}.`);
}
