import type { Quote } from '../model/quote.ts';
import { QuoteEntry } from '../model/quote-entry.ts';
import { articleAddress } from './addresses.ts';
import { shortField } from './limits.ts';
import type { ToolResult } from './tool.ts';

/** Formats a quote with its speaker: `“We will build it.” — Ada Birch (person/ada-birch)`. */
export function quoteWords({ exact, speaker }: Pick<Quote, 'exact' | 'speaker'>): ToolResult {
  const words = shortField(exact, 2_000);
  const named = speaker && { tag: speaker.tag, name: shortField(speaker.name, 200) };
  const who = named ? `${named.name}${named.tag ? ` (${named.tag})` : ''}` : 'speaker not named';
  return { data: { exact: words, speaker: named }, text: `“${words}” — ${who}` };
}

/** Formats a quote of a list, with its article. */
export function quoteItem(item: unknown): ToolResult {
  const { article, ...quote } = QuoteEntry.parse(item);
  const { data, text } = quoteWords(quote);
  const headline = shortField(article.headline);
  const outlet = article.source ? `, ${article.source.name}` : '';
  return {
    data: { ...data, article: { ...article, headline } },
    text: `${text}\nin “${headline}”${outlet}, ${article.publishedAt ?? 'undated'} · ${articleAddress(article.slug)}`,
  };
}
