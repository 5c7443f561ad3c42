import { html } from 'htm/preact';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { shareBar } from './share-bar.ts';

/** Tag with its number of articles and their address. */
interface Counted {
  id: string;
  slug: string;
  name: string;
  count: number;
  articles: string;
}

/** Renders tags as bars, by their share of `total` articles. */
export function tagCounts(tags: Counted[], total: number): View {
  return html`<ul class="counts">
    ${tags.map(
      ({ id, slug, name, count, articles }) => html`<li>
        <a href=${tagHref(id, slug)} dir="auto">${name}</a>
        <a class="count" href=${articles} aria-label=${`${pluralize(count, 'article')} in common with ${name}`}>${count.toLocaleString('en')}</a>
        ${shareBar(count, total)}
      </li>`,
    )}
  </ul>`;
}
