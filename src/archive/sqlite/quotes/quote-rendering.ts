import type { ArticleCard } from '../../../model/article.ts';
import type { ArticleBody } from '../../core/article-json/article-document.ts';
import { quoteEntries } from '../../core/article-json/quote-entries.ts';
import type { Rendered } from '../../results.ts';
import { createTextReader } from '../articles/stored-text.ts';
import type { Connection } from '../connection.ts';
import { articleOfQuote, quoteIndex } from '../publication-keys.ts';

/**
 * Creates a function that renders quotes by their keys, in the order given. Quotes are read from their articles, about
 * 50 µs each: a stored copy would add a third of the text's size.
 */
export function createQuoteRendering(connection: Connection): (keys: number[]) => Rendered[] {
  const read = createTextReader(connection);
  const entriesOf = (key: number) => {
    const found = read(key);
    if (found === undefined) return [];
    const card: ArticleCard = JSON.parse(found.card);
    const { quotes }: Pick<ArticleBody, 'quotes'> = JSON.parse(found.body);
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
