import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** The API calls that a page is made of, each as a line to copy. The first made the page, the others its side. */
export function apiCalls(addresses: string[]): View {
  const [first, ...others] = addresses;
  if (first === undefined) return null;
  return html`<section class="calls" aria-label="How this page was made">
    <p class="calls-title">This page is an API call</p>
    ${line(first)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>and ${others.length} more for what stands beside it</summary>
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
