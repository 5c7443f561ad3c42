import { html } from 'htm/preact';
import type { TagSummary } from '../../clients/typescript/src/client.ts';
import type { Hierarchy } from '../hierarchy.ts';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';

/** Renders the ancestors of a topic, above its name. */
export function pathTo({ path }: Hierarchy): View {
  if (path.length === 0) return null;
  return html`<nav class="path" aria-label="Part of">
    <ol>${path.map(({ id, slug, name }) => html`<li><a href=${tagHref(id, slug)} dir="auto">${name}</a></li>`)}</ol>
  </nav>`;
}

/** Renders the children of a topic and its other parents. */
export function below({ narrower, more, alsoIn }: Hierarchy): View {
  return html`
    ${alsoIn.length > 0 && html`<dl class="hierarchy"><div><dt>Also part of</dt><dd>${links(alsoIn)}</dd></div></dl>`}
    ${
      narrower.length > 0 &&
      html`<dl class="hierarchy"><div><dt>Within it</dt><dd>${links(narrower, more)}</dd></div></dl>`
    }
  `;
}

function links(tags: TagSummary[], more = 0): View {
  return html`<ul class="tags">
    ${tags.map(
      ({ id, slug, name, articleCount }) =>
        html`<li><a href=${tagHref(id, slug)} dir="auto">${name}</a>${articleCount > 0 && html` <span class="count">${articleCount.toLocaleString('en')}</span>`}</li>`,
    )}
    ${more > 0 && html`<li class="count">and ${more.toLocaleString('en')} more</li>`}
  </ul>`;
}
