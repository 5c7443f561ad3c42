import { joinBytes } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackBytes } from '../../core/article-json/packed-document.ts';
import type { Found, Rendered, WholeArticle } from '../../results.ts';
import type { Connection } from '../connection.ts';

export interface ArticleRow extends Omit<WholeArticle, 'json'> {
  card: Buffer;
  body: PackedDocument;
}

/** Looks up an article by id, slug or former slug. */
export interface ArticleLookup {
  /** Returns the article as it is stored. */
  row(reference: string): Found<ArticleRow>;
  whole(reference: string): Found<WholeArticle>;
  /** Returns only the full form as JSON. */
  full(reference: string): Found<Rendered>;
}

/** Creates the look-up of a connection. */
export function createArticleLookup(connection: Connection): ArticleLookup {
  const select = (column: 'id' | 'slug') =>
    connection.prepare<[string], ArticleRow>(
      `SELECT a.id, a.slug, CAST(c.json AS BLOB) AS card, d.body, c.json ->> 'storedAt' AS storedAt
       FROM articles a
       CROSS JOIN article_cards c ON c.article = a.key
       CROSS JOIN article_documents d ON d.article = a.key
       WHERE a.${column} = ?`,
    );
  const byId = select('id');
  const bySlug = select('slug');
  const formerSlug = connection
    .prepare<[string], string>(
      `SELECT a.slug
       FROM former_article_slugs f CROSS JOIN articles a ON a.id = f.article
       WHERE f.slug = ?`,
    )
    .pluck();

  const row = (reference: string): Found<ArticleRow> => {
    const value = byId.get(reference) ?? bySlug.get(reference);
    if (value) return { kind: 'found', value };
    const slug = formerSlug.get(reference);
    return slug === undefined ? { kind: 'absent' } : { kind: 'moved', slug };
  };
  const whole = (reference: string): Found<WholeArticle> => {
    const found = row(reference);
    if (found.kind !== 'found') return found;
    const { id, slug, storedAt, card, body } = found.value;
    return { kind: 'found', value: { id, slug, json: joinBytes(card, unpackBytes(body, card)), storedAt } };
  };
  return {
    row,
    whole,
    full(reference) {
      const found = whole(reference);
      return found.kind === 'found' ? { kind: 'found', value: found.value.json.toString() } : found;
    },
  };
}
