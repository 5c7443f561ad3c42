import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** Renders the API calls of a page as lines to copy, the main one first. */
export function apiCalls(addresses: string[]): View {
  const [first, ...others] = addresses;
  if (first === undefined) return null;
  return html`<section class="calls" aria-label="How this page was made">
    <p class="calls-title">This page is an API call</p>
    ${line(first)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>and ${others.length} more for the other parts</summary>
        ${others.map(line)}
      </details>`
    }
  </section>`;
}

function line(address: string): View {
  return html`<div class="call">
    <code tabindex="0">curl '${address.replaceAll("'", '%27')}'</code>
    <button type="button" class="copy" hidden>Copy</button>
  </div>`;
}
