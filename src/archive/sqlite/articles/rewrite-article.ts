import type { StoredReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import { readingOf } from '../../core/article-json/stored-reading.ts';
import type { RewriteResult } from '../../results.ts';
import type { ArticleParts } from './article-parts.ts';

/** Returns the text and metadata of a reading as JSON, without the tags and quotes found in it. */
function contentOf({
  mentions: _m,
  quotes: _q,
  inferredTopics: _i,
  discovered: _d,
  ...content
}: StoredReading) {
  return JSON.stringify(Object.entries(content).sort());
}

/**
 * Creates a function that renders a stored article again, from a new reading or the stored one, with the present
 * corrections. The revision grows only if the text or metadata changed.
 */
export function createArticleRewriter({ known, rows, corrections, renderer, store }: ArticleParts) {
  return (id: string, reading: StoredReading | undefined, now: number): RewriteResult => {
    const before = known.byId(id);
    if (before === undefined) return { id, outcome: 'absent' };
    const stored = rows.read(before.key);
    const { card, body } = stored;
    // The source published a new version meanwhile, which was read with the present rules.
    if (reading && reading.contentHash !== card.contentHash) return { id, outcome: 'same' };
    const present = readingOf(card, body);
    const article = corrections.apply(id, reading ?? corrections.uncorrected(id) ?? present);
    if (renderer.isAsStored(article, stored)) return { id, outcome: 'same' };
    const placement =
      contentOf(article) === contentOf(present)
        ? { revision: card.revision, storedAt: card.storedAt }
        : { revision: card.revision + 1, storedAt: instantOf(now) };
    const { content, version, modified } = before;
    store.put(renderer.render(article), { id, content, version, modified, before, ...placement }, now);
    return { id, outcome: 'changed' };
  };
}
