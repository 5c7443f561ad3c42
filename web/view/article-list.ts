import { html } from 'htm/preact';
import type { ArticleCard } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';
import { articleCard } from './article-card.ts';
import { pager } from './pager.ts';

/** A page of a list, as the API answers it. */
interface Listed {
  data: ArticleCard[];
  page: { next: string | null; prev: string | null };
}

/**
 * Articles and the way to more of them. `source` is the address of the list in the API; `suffix` is put behind their addresses, so that an article knows the list it
 * was found in.
 */
export function articleList(
  { data, page }: Listed,
  {
    path,
    query,
    source,
    suffix = '',
  }: { path: string; query: URLSearchParams; source: string; suffix?: string },
): View {
  return html`
    <ol class="cards" data-source=${source} data-list=${suffix}>
      ${data.map((article) => html`<li key=${article.id}>${articleCard(article, suffix)}</li>`)}
    </ol>
    ${pager(page, { path, query, older: 'Older articles', newer: 'Newer articles' })}
  `;
}
