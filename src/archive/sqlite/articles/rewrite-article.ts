import type { StoredReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import { readingOf } from '../../core/article-json/stored-reading.ts';
import type { RewriteResult } from '../../results.ts';
import type { ArticleParts } from './article-parts.ts';

/** Renders a stored article again. */
export type RewriteArticle = (
  id: string,
  reading: StoredReading | undefined,
  now: number,
  digest?: Buffer,
) => RewriteResult;

/**
 * Returns the text and metadata of a reading as JSON, without the tags and quotes found in it, and without remarks about
 * the reading.
 */
function contentOf({
  mentions: _m,
  crawledAt: _c,
  warnings: _w,
  quotes: _q,
  inferredTopics: _i,
  discovered: _d,
  ...content
}: StoredReading) {
  return JSON.stringify(Object.entries(content).sort());
}

/**
 * Creates a function that renders a stored article again, from a new reading or the stored one, with the present
 * corrections. The revision grows only if the text or metadata changed. `digest` is that of the reading, if it was read
 * from the document again.
 */
export function createArticleRewriter({
  known,
  rows,
  corrections,
  renderer,
  store,
}: ArticleParts): RewriteArticle {
  return (id, reading, now, digest) => {
    const before = known.byId(id);
    if (before === undefined) return { id, outcome: 'absent' };
    const stored = rows.read(before.key);
    const { card, body } = stored;
    // The source published a new version meanwhile, which was read with the present rules.
    if (reading && reading.contentHash !== card.contentHash) return { id, outcome: 'same' };
    const present = readingOf(card, body);
    const article = corrections.apply(id, reading ?? corrections.uncorrected(id) ?? present);
    if (renderer.isAsStored(article, stored)) {
      if (digest) known.putReading(before.key, digest);
      return { id, outcome: 'same' };
    }
    const placement =
      contentOf(article) === contentOf(present)
        ? { revision: card.revision, storedAt: card.storedAt }
        : { revision: card.revision + 1, storedAt: instantOf(now) };
    const { content, version, modified } = before;
    const kept = { id, content, version, modified, before, reading: digest ?? before.reading };
    store.put(renderer.render(article), { ...kept, ...placement }, now);
    return { id, outcome: 'changed' };
  };
}
