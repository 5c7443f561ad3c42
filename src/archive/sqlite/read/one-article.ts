import type { Found, Rendered } from '../../archive.ts';
import { joinObjects } from '../../rendering/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../rendering/packed-document.ts';
import type { Connection } from '../connection.ts';

/** Gives the look-up of one article by id, slug or former slug, in its full form. */
export function articleLookup(connection: Connection): (reference: string) => Found<Rendered> {
  const select = (column: 'id' | 'slug') =>
    connection.prepare<{ reference: string }, { card: string; rest: PackedDocument }>(
      `SELECT c.json AS card, d.rest
       FROM articles a
       CROSS JOIN article_cards c ON c.article = a.key
       CROSS JOIN article_documents d ON d.article = a.key
       WHERE a.${column} = :reference`,
    );
  const byId = select('id');
  const bySlug = select('slug');
  const formerSlug = connection
    .prepare<{ reference: string }, string>(
      `SELECT a.slug
       FROM former_article_slugs f CROSS JOIN articles a ON a.id = f.article
       WHERE f.slug = :reference`,
    )
    .pluck();

  return (reference) => {
    const row = byId.get({ reference }) ?? bySlug.get({ reference });
    if (row) return { kind: 'found', value: joinObjects(row.card, unpackDocument(row.rest, row.card)) };
    const slug = formerSlug.get({ reference });
    return slug === undefined ? { kind: 'absent' } : { kind: 'moved', slug };
  };
}
