import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** What stands where nothing was found: what it means and where to go on. */
export function empty(title: string, ...advice: View[]): View {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    ${advice.filter(Boolean).map((each) => html`<p>${each}</p>`)}
  </div>`;
}

/** What stands in an archive that has no article yet: how to bring some in. */
export function emptyArchive(): View {
  return empty(
    'This archive is empty.',
    html`Bring in a folder, a feed or a file, and the articles appear here:`,
    html`<code>npm run dateline -- import ~/wire --source 'The Daily Example'</code>`,
  );
}
