import { joinObjects } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackBytes } from '../../core/article-json/packed-document.ts';
import { fullPageBytes } from '../../queries.ts';
import type { Rendered } from '../../results.ts';
import type { Connection } from '../connection.ts';

/** JSON of articles by their keys, in the order of the keys. */
export interface ArticleRenderings {
  cards(keys: number[]): Rendered[];
  /** Returns the articles in full form until they exceed `fullPageBytes`, at least one. */
  whole(keys: number[]): Rendered[];
  /** Returns the cards in UTF-8, joined by commas. */
  joined(keys: number[]): Buffer;
}

/** Creates the renderings of a connection. Each key must belong to an article. */
export function createArticleRenderings(connection: Connection): ArticleRenderings {
  const cards = connection
    .prepare<[string], Rendered>(
      `SELECT c.json
       FROM json_each(?) k CROSS JOIN article_cards c ON c.article = k.value
       ORDER BY k.id`,
    )
    .pluck();
  const documents = connection.prepare<[string], { card: string; body: PackedDocument }>(
    `SELECT c.json AS card, d.body
     FROM json_each(?) k
     CROSS JOIN article_cards c ON c.article = k.value
     CROSS JOIN article_documents d ON d.article = k.value
     ORDER BY k.id`,
  );
  // One blob instead of a text per card: for a page of twenty, decoding and encoding the texts took five times as long
  // as finding them. CROSS JOIN keeps the order of the keys; ORDER BY in the aggregate would sort all cards.
  const joinedCards = connection
    .prepare<[string], Buffer | null>(
      `SELECT CAST(group_concat(c.json, ',') AS BLOB)
       FROM json_each(?) k CROSS JOIN article_cards c ON c.article = k.value`,
    )
    .pluck();
  return {
    cards: (keys) => cards.all(JSON.stringify(keys)),
    whole(keys) {
      const articles: Rendered[] = [];
      let bytes = 0;
      // Not all at once, because the rest of a page is read in vain.
      for (const { card, body } of documents.iterate(JSON.stringify(keys))) {
        const context = Buffer.from(card);
        const unpacked = unpackBytes(body, context);
        bytes += context.length + unpacked.length;
        if (bytes > fullPageBytes && articles.length > 0) break;
        articles.push(joinObjects(card, unpacked.toString()));
      }
      return articles;
    },
    joined: (keys) => joinedCards.get(JSON.stringify(keys)) ?? Buffer.alloc(0),
  };
}
