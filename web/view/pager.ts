import { html } from 'htm/preact';
import { withQuery } from '../href.ts';
import type { View } from '../page.ts';

/** Returns the addresses of the next and previous pages. */
export function pageHrefs(
  page: { next: string | null; prev: string | null },
  path: string,
  query: URLSearchParams,
): { next?: string | undefined; prev?: string | undefined } {
  const at = (cursor: string | null) => (cursor ? withQuery(path, query, { cursor }) : undefined);
  return { next: at(page.next), prev: at(page.prev) };
}

/** Renders links to the next and previous pages, if any. */
export function pager(
  page: { next: string | null; prev: string | null },
  { path, query, older, newer }: { path: string; query: URLSearchParams; older: string; newer: string },
): View {
  const { next, prev } = pageHrefs(page, path, query);
  if (!next && !prev) return null;
  return html`<nav class="pager" aria-label="Pages">
    ${prev && html`<a rel="prev" href=${prev}>← ${newer}</a>`}
    ${next && html`<a rel="next" href=${next}>${older} →</a>`}
  </nav>`;
}
