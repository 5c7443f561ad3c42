import { html } from 'htm/preact';
import type { ArticleCard } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';
import { articleCard, type CardForm } from './article-card.ts';
import { pager } from './pager.ts';

/** A page of a list, as the API answers it. */
interface Listed {
  data: ArticleCard[];
  page: { next: string | null; prev: string | null };
}

/**
 * Articles and the way to more of them. `source` is the address of the list in the API. In a ledger, when and where have
 * a column of their own; else cards stand in columns.
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
