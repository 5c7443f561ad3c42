import { html } from 'htm/preact';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';

/** Tags as bars: how often each appears, beside the most frequent of them. */
export function tagCounts(
  tags: { id: string; name: string; count: number }[],
  { href = tagHref, unit = 'articles' }: { href?: (id: string) => string; unit?: string } = {},
): View {
  const most = Math.max(1, ...tags.map(({ count }) => count));
  return html`<ul class="counts">
    ${tags.map(
      ({ id, name, count }) => html`<li>
        <a href=${href(id)} dir="auto">${name}</a>
        <span class="count" title=${`${count} ${unit}`}>${count.toLocaleString('en')}</span>
        <svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * count) / most} height="2" /></svg>
      </li>`,
    )}
  </ul>`;
}
