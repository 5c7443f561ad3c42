import type { ArticleCard } from '../../../model/article.ts';
import type { Quote } from '../../../model/quote.ts';
import type { QuoteEntry } from '../../../model/quote-entry.ts';

/** Returns the quotes of an article as in lists of quotes, numbered from 1 in reading order. */
export function quoteEntries(card: ArticleCard, quotes: Quote[]): QuoteEntry[] {
  const { id, slug, headline, publishedAt, source } = card;
  const article = { id, slug, headline, publishedAt, source };
  return quotes.map((quote, index) => ({ id: quoteId(id, index), ...quote, article }));
}

/** Returns the id of the quote at `index` (from 0) of an article. */
export function quoteId(article: string, index: number): string {
  return `${article}-${index + 1}`;
}

/** Parses a quote id, `a7q2-3` → article a7q2, number 3. Returns undefined if it is none. */
export function quotePlace(quoteId: string): { article: string; number: number } | undefined {
  const parts = /^([0-9a-z]+)-([1-9]\d{0,8})$/.exec(quoteId);
  if (!parts?.[1] || !parts[2]) return undefined;
  return { article: parts[1], number: Number(parts[2]) };
}
