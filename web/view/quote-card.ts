import { html } from 'htm/preact';
import type { QuoteEntry } from '../../clients/typescript/src/client.ts';
import { publishedDay } from '../dates.ts';
import { articleHref, tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { publishedTime } from './published-time.ts';

/** Renders a quote and the article that contains it. */
export function quoteCard(quote: QuoteEntry, { named = true }: { named?: boolean } = {}): View {
  const { id, speaker, article } = quote;
  const number = /-(\d+)$/.exec(id)?.[1];
  const href = `${articleHref(article.slug)}${number ? `#quote-${number}` : ''}`;
  return html`<figure class="said">
    <blockquote dir="auto"><p>${spoken(quote)}</p></blockquote>
    <figcaption>
      ${
        named &&
        speaker &&
        html`<b dir="auto">${speaker.tag ? html`<a href=${tagHref(speaker.tag)}>${speaker.name}</a>` : speaker.name}</b>${', '}`
      }
      ${publishedTime(article.publishedAt, publishedDay(article))}
      <a class="said-in" href=${href} dir="auto">${article.headline}</a>
    </figcaption>
  </figure>`;
}

/**
 * Joins the segments of a quote, without the comma that leads into the sentence: `“We will,” she said, “go,”`
 * → `We will, … go`
 */
export function spoken({ segments }: Pick<QuoteEntry, 'segments'>): string {
  return segments
    .map(({ exact }) => exact)
    .join(' … ')
    .replace(/,$/, '');
}
