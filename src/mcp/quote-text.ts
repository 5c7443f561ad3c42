import type { Quote } from '../model/quote.ts';
import { QuoteEntry } from '../model/quote-entry.ts';
import { articleAddress } from './addresses.ts';

/** A quote and who says it: `“We will build it.” — Ada Birch (person/ada-birch)`. */
export function quoteWords({ exact, speaker }: Pick<Quote, 'exact' | 'speaker'>): string {
  const who = speaker
    ? `${speaker.name}${speaker.tag ? ` (${speaker.tag})` : ''}`
    : 'the article does not say who';
  return `“${exact}” — ${who}`;
}

/** A quote of a list as text: with the article that it is from. */
export function quoteText(item: unknown): string {
  const { article, ...quote } = QuoteEntry.parse(item);
  const outlet = article.source ? `, ${article.source.name}` : '';
  return `${quoteWords(quote)}\nin “${article.headline}”${outlet}, ${article.publishedAt} · ${articleAddress(article.slug)}`;
}
