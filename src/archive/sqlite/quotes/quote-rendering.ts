import type { ArticleCard } from '../../../model/article.ts';
import type { Rendered } from '../../answers.ts';
import type { ArticleRest } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import { quoteEntries } from '../../core/article-json/quote-entries.ts';
import type { Connection } from '../connection.ts';
import { articleOfQuote, quoteIndex } from '../publication-keys.ts';

/**
 * Creates a function that renders quotes by their keys, in the order given. Quotes are read from their articles, about
 * 50 µs each: a stored copy would add a third of the text's size.
 */
export function createQuoteRendering(connection: Connection): (keys: number[]) => Rendered[] {
  const selectArticle = connection.prepare<{ key: number }, { card: string; rest: PackedDocument }>(
    `SELECT c.json AS card, d.rest
     FROM article_cards c CROSS JOIN article_documents d ON d.article = c.article
     WHERE c.article = :key`,
  );
  const entriesOf = (key: number) => {
    const row = selectArticle.get({ key });
    if (row === undefined) return [];
    const card: ArticleCard = JSON.parse(row.card);
    const { quotes }: Pick<ArticleRest, 'quotes'> = JSON.parse(unpackDocument(row.rest, row.card));
    return quoteEntries(card, quotes);
  };
  return (keys) => {
    const articles = new Map<number, ReturnType<typeof entriesOf>>();
    return keys.flatMap((key) => {
      const article = articleOfQuote(key);
      const entries = articles.get(article) ?? entriesOf(article);
      articles.set(article, entries);
      const entry = entries[quoteIndex(key)];
      return entry ? [JSON.stringify(entry)] : [];
    });
  };
}
