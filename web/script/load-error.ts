import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** Renders an error for a part that could not be loaded, with a retry button. */
export function loadError(what: string, retry: () => void): View {
  return html`<div class="failed" role="alert">
    <span>${what}</span>
    <button type="button" onClick=${retry}>Try again</button>
  </div>`;
}

/** Renders placeholder lines for text that is loading. */
export function skeleton(lines: number): View {
  return html`<div role="status" aria-label="Loading">
    ${Array.from({ length: lines }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}
