import { instantOf } from '../../../model/instant.ts';
import type { Gone } from '../../state-results.ts';
import type { Connection } from '../connection.ts';
import { createPurgedArticles } from './purged-articles.ts';

/** Creates the look-up of withdrawn and purged articles that were public, by id, slug or former slug. */
export function createGoneArticles(connection: Connection): (reference: string) => Gone | undefined {
  const purged = createPurgedArticles(connection);
  const select = connection.prepare<
    { reference: string },
    { id: string; slug: string; revision: number; at: number; note: string | null }
  >(
    `SELECT id, slug, revision, withdrawn_at AS at, note
     FROM withdrawn_articles
     WHERE id = coalesce((SELECT article FROM former_article_slugs WHERE slug = :reference), :reference)
       AND revision > 0`,
  );
  return (reference) => {
    const row = select.get({ reference });
    if (row) return { kind: 'withdrawn', ...row, at: instantOf(row.at) };
    purged.begin();
    return purged.wasPublic(reference) ? { kind: 'purged' } : undefined;
  };
}
