import type { Quote } from '../model/quote.ts';
import { QuoteEntry } from '../model/quote-entry.ts';
import { articleAddress } from './addresses.ts';
import { shortField } from './article-part.ts';

/** Formats a quote with its speaker: `“We will build it.” — Ada Birch (person/ada-birch)`. */
export function quoteWords({ exact, speaker }: Pick<Quote, 'exact' | 'speaker'>): string {
  const who = speaker ? `${speaker.name}${speaker.tag ? ` (${speaker.tag})` : ''}` : 'speaker not named';
  return `“${shortField(exact)}” — ${who}`;
}

/** Formats a quote of a list, with its article. */
export function quoteText(item: unknown): string {
  const { article, ...quote } = QuoteEntry.parse(item);
  const outlet = article.source ? `, ${article.source.name}` : '';
  return `${quoteWords(quote)}\nin “${article.headline}”${outlet}, ${article.publishedAt ?? 'undated'} · ${articleAddress(article.slug)}`;
}
