import { html } from 'htm/preact';
import { counted } from '../counted.ts';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { shareBar } from './share-bar.ts';

/** A tag, how many articles of a list have it, and where these are listed. */
interface Counted {
  id: string;
  name: string;
  count: number;
  articles: string;
}

/** Tags as bars: in how many of `total` articles each appears. */
export function tagCounts(tags: Counted[], total: number): View {
  return html`<ul class="counts">
    ${tags.map(
      ({ id, name, count, articles }) => html`<li>
        <a href=${tagHref(id)} dir="auto">${name}</a>
        <a class="count" href=${articles} aria-label=${`${counted(count, 'article')} in common with ${name}`}>${count.toLocaleString('en')}</a>
        ${shareBar(count, total)}
      </li>`,
    )}
  </ul>`;
}
