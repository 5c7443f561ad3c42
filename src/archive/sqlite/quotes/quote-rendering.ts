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
export function createQuoteRendering(
  connection: Connection,
  maxBytes: number | undefined,
): (keys: number[]) => Rendered[] {
  const read = createTextReader(connection, maxBytes);
  const entriesOf = (key: number) => {
    const found = read(key);
    if (found === undefined) return [];
    const card: ArticleCard = JSON.parse(found.card);
    return quoteEntries(card, quotesIn(found.body));
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

const beforeQuotes = '],"quotes":';

/** Parses the quotes of a body without its text and mentions. No text contains what is before them, unescaped. */
function quotesIn(body: string): ArticleBody['quotes'] {
  const at = body.indexOf(beforeQuotes);
  const { quotes }: Pick<ArticleBody, 'quotes'> = JSON.parse(at < 0 ? body : `{${body.slice(at + 2)}`);
  return quotes;
}
