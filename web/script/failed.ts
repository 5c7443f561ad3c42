import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** A part that did not come: what is missing, and a button to try again. */
export function failed(what: string, retry: () => void): View {
  return html`<div class="failed" role="alert">
    <span>${what}</span>
    <button type="button" onClick=${retry}>Try again</button>
  </div>`;
}

/** Lines that stand for text on its way. */
export function skeleton(lines: number): View {
  return html`<div role="status" aria-label="Loading">
    ${Array.from({ length: lines }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}
