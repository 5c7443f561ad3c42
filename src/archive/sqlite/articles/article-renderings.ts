import type { Rendered } from '../../answers.ts';
import { joinObjects } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { Connection } from '../connection.ts';

/** What articles look like, by their keys and in their order. */
export interface ArticleRenderings {
  /** Each as JSON; bodies are unpacked only for the full form. */
  each(keys: number[], form: ArticleQuery['form']): Rendered[];
  /** Their cards in UTF-8, joined by commas. */
  joined(keys: number[]): Buffer;
}

/** Gives the renderings in one connection. Keys must be those of articles. */
export function articleRenderings(connection: Connection): ArticleRenderings {
  const cards = connection
    .prepare<[string], Rendered>(
      `SELECT c.json
       FROM json_each(?) k CROSS JOIN article_cards c ON c.article = k.value
       ORDER BY k.id`,
    )
    .pluck();
  const documents = connection.prepare<[string], { card: string; rest: PackedDocument }>(
    `SELECT c.json AS card, d.rest
     FROM json_each(?) k
     CROSS JOIN article_cards c ON c.article = k.value
     CROSS JOIN article_documents d ON d.article = k.value
     ORDER BY k.id`,
  );
  // One value of bytes and not a text for each: texts are decoded when they are read and encoded when they are sent,
  // which for a page of twenty took five times as long as finding it. CROSS JOIN keeps the order of the keys;
  // to say so in the aggregate would sort all cards.
  const joinedCards = connection
    .prepare<[string], Buffer | null>(
      `SELECT CAST(group_concat(c.json, ',') AS BLOB)
       FROM json_each(?) k CROSS JOIN article_cards c ON c.article = k.value`,
    )
    .pluck();
  return {
    each(keys, form) {
      const list = JSON.stringify(keys);
      if (form === 'card') return cards.all(list);
      return documents.all(list).map(({ card, rest }) => joinObjects(card, unpackDocument(rest, card)));
    },
    joined: (keys) => joinedCards.get(JSON.stringify(keys)) ?? Buffer.alloc(0),
  };
}
