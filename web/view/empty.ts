import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** What stands where nothing was found: what it means and where to go on. */
export function empty(title: string, ...advice: View[]): View {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    ${advice.map((each) => html`<p>${each}</p>`)}
  </div>`;
}
