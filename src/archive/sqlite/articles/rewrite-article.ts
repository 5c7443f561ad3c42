import type { KeptReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import type { RewriteResult } from '../../answers.ts';
import { readingOf } from '../../core/article-json/kept-reading.ts';
import { correctedReading } from '../corrections/corrected-reading.ts';
import type { ArticleParts } from './article-parts.ts';

/** What an article says of itself, without what was found in it. */
function saidBy({ mentions: _m, quotes: _q, inferredTopics: _i, discovered: _d, ...said }: KeptReading) {
  return Object.fromEntries(Object.entries(said).sort());
}

/** Gives the writing of stored articles again, from a new reading or the one that they have. */
export function articleRewriter({ known, rows, corrections, rendering, putting }: ArticleParts) {
  return (id: string, reading: KeptReading | undefined, now: number): RewriteResult => {
    const before = known.byId(id);
    if (before === undefined) return { id, outcome: 'absent' };
    const stored = rows.read(before.key);
    const { card, rest } = stored;
    // The source has corrected it meanwhile, and with that it was read again.
    if (reading && reading.contentHash !== card.contentHash) return { id, outcome: 'same' };
    const article = correctedReading(
      corrections,
      id,
      reading ?? corrections.uncorrected(id) ?? readingOf(card, rest),
    );
    const { revision, storedAt } = card;
    if (rendering.isAsStored(article, stored)) return { id, outcome: 'same' };
    const saysTheSame = JSON.stringify(saidBy(article)) === JSON.stringify(saidBy(readingOf(card, rest)));
    const placement = {
      ...{ id, content: before.content, before },
      revision: saysTheSame ? revision : revision + 1,
      storedAt: saysTheSame ? storedAt : instantOf(now),
    };
    putting.put(rendering.render(article), placement, now);
    return { id, outcome: 'changed' };
  };
}
