import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** Renders a message for an empty list, with advice. */
export function empty(title: string, ...advice: View[]): View {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    ${advice.filter(Boolean).map((each) => html`<p>${each}</p>`)}
  </div>`;
}

/** Renders a message for an empty archive that says how to import. */
export function emptyArchive(): View {
  return empty(
    'This archive is empty.',
    html`Import a folder, a file or a feed to see articles here:`,
    html`<code>npm run dateline -- import ~/wire --source 'The Daily Example'</code>`,
  );
}
