import { html } from 'htm/preact';
import type { QuoteEntry } from '../../clients/typescript/src/client.ts';
import { shortDay } from '../dates.ts';
import { articleHref, tagHref } from '../href.ts';
import type { View } from '../page.ts';

/** What someone said, and the article that says so. */
export function quoteCard(quote: QuoteEntry, { named = true }: { named?: boolean } = {}): View {
  const { id, exact, speaker, article } = quote;
  const number = /-(\d+)$/.exec(id)?.[1];
  const href = `${articleHref(article.slug)}${number ? `#quote-${number}` : ''}`;
  return html`<figure class="said">
    <blockquote dir="auto"><p>${bare(exact)}</p></blockquote>
    <figcaption>
      ${
        named &&
        speaker &&
        html`<b dir="auto">${speaker.tag ? html`<a href=${tagHref(speaker.tag)}>${speaker.name}</a>` : speaker.name}</b>${', '}`
      }
      <time datetime=${article.publishedAt}>${shortDay(article.publishedAt)}</time>
      <a class="said-in" href=${href} dir="auto">${article.headline}</a>
    </figcaption>
  </figure>`;
}

/** A quote without the comma that joined it to its sentence: `made progress,` → `made progress` */
export function bare(exact: string): string {
  return exact.replace(/,$/, '');
}
