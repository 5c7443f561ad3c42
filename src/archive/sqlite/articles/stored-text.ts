import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';

/** Card and body of an article, as JSON. */
export interface StoredText {
  card: string;
  body: string;
}

/** Creates a function that reads card and body of the article with a key. */
export function createTextReader(connection: Connection): (key: number) => StoredText | undefined {
  const select = connection.prepare<[number], { card: string; body: PackedDocument }>(
    `SELECT c.json AS card, d.body
     FROM article_cards c CROSS JOIN article_documents d ON d.article = c.article
     WHERE c.article = ?`,
  );
  return (key) => {
    const row = select.get(key);
    return row && { card: row.card, body: unpackDocument(row.body, row.card) };
  };
}
