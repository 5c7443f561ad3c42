import { html } from 'htm/preact';
import type { ArticleCard } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';
import { articleCard, type CardForm } from './article-card.ts';
import { pager } from './pager.ts';

/** Page of a list, as returned by the API. */
interface Listed {
  data: ArticleCard[];
  page: { next: string | null; prev: string | null };
}

/**
 * Renders articles and pagination. `source` is the API address of the list. In a ledger, date and place have
 * their own column; otherwise cards are in columns.
 */
export function articleList(
  { data, page }: Listed,
  {
    path,
    query,
    source,
    suffix,
    except,
    form = 'ledger',
  }: { path: string; query: URLSearchParams; source: string; form?: 'ledger' | 'columns' } & CardForm,
): View {
  const card = { ...(suffix && { suffix }), ...(except && { except }) };
  return html`
    <ol class=${`cards ${form}`} data-source=${source} data-suffix=${suffix} data-except=${except}>
      ${data.map((article) => html`<li key=${article.id}>${articleCard(article, card)}</li>`)}
    </ol>
    ${pager(page, { path, query, older: 'Older articles', newer: 'Newer articles' })}
  `;
}
