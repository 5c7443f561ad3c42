import type { StoredIdentity } from '../../../model/draft.ts';
import type { WriteResult } from '../../answers.ts';
import type { Connection } from '../connection.ts';
import { correctedReading } from '../corrections/corrected-reading.ts';
import { articleHistories } from '../exports/article-histories.ts';
import { type ArticleParts, unchanged } from './article-parts.ts';
import type { IncomingArticle } from './incoming-article.ts';

/** Gives a function that makes an article what it was in the archive that exported it. */
export function articleRestorer(
  connection: Connection,
  { known, rows, corrections, rendering, putting }: ArticleParts,
) {
  const histories = articleHistories(connection);
  return (article: IncomingArticle, stored: StoredIdentity, now: number): WriteResult => {
    const content = Buffer.from(article.content, 'hex');
    const { id, slug, revision, storedAt, history } = stored;
    const deleted = known.deleted(id);
    if (deleted) return unchanged({ id, ...deleted });
    const own = known.byId(id);
    const equal = own ? undefined : known.byContent(content);
    if (equal) {
      known.putAlias(id, equal.id, content);
      return unchanged(equal);
    }
    if (own && own.revision > revision) return unchanged(own);
    if (history) {
      histories.restoreCorrections(id, history);
      corrections.forget();
    }
    const reading = correctedReading(corrections, id, history?.uncorrected ?? article.reading());
    if (own) {
      const present = rows.read(own.key);
      const equal = present.card.revision === revision && present.card.storedAt === storedAt;
      if (equal && rendering.isAsStored(reading, present)) return unchanged(own);
    }
    const result = putting.put(
      rendering.render(reading),
      { id, content, before: own, revision, storedAt, slug },
      now,
    );
    if (history) {
      histories.restorePast(id, history);
      putting.noteFormerSlugs();
    }
    return result;
  };
}
