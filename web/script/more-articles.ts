import { html, render } from 'htm/preact';
import type { ArticleCard, Client } from '../../clients/typescript/src/client.ts';
import { listFilters } from '../filter.ts';
import { tagKinds } from '../tag-types.ts';
import { articleCard } from '../view/article-card.ts';
import { loadError, skeleton } from './load-error.ts';

/** Appends older articles to the list instead of loading a new page, using the API call of the list. */
export function moreArticles(api: Client): void {
  const list = document.querySelector<HTMLOListElement>('.cards[data-source]');
  const link = document.querySelector<HTMLAnchorElement>('.pager a[rel="next"]');
  const pager = link?.closest('.pager');
  const source = list?.dataset.source;
  if (!list || !link || !pager || !source) return;

  const place = document.createElement('div');
  list.after(place);
  let cursor = new URL(link.href).searchParams.get('cursor') ?? '';
  let isLoading = false;

  const load = async () => {
    if (isLoading) return;
    isLoading = true;
    render(html`${skeleton(6)}`, place);
    try {
      const page = await nextPage(api, source, cursor);
      render(html`${null}`, place);
      const first = append(list, page.data);
      first?.focus();
      cursor = page.page.next ?? '';
      if (cursor) link.href = withCursor(link.href, cursor);
      else link.remove();
    } catch {
      render(html`${loadError('The older articles could not be loaded.', load)}`, place);
    }
    isLoading = false;
  };
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    load();
  });
}

/** Appends articles to the list. Returns the link of the first one, to focus it. */
function append(list: HTMLOListElement, articles: ArticleCard[]): HTMLAnchorElement | null {
  const { suffix, except } = list.dataset;
  const form = { ...(suffix && { suffix }), ...(except && { except }) };
  const added = articles.map((article) => {
    const item = document.createElement('li');
    render(html`${articleCard(article, form)}`, item);
    return item;
  });
  list.append(...added);
  return added[0]?.querySelector<HTMLAnchorElement>('.card-headline a') ?? null;
}

/** Requests the next page of a list. `source` is the API address of the list. */
function nextPage(api: Client, source: string, cursor: string) {
  const { pathname, searchParams } = new URL(source, location.origin);
  const tag = /^\/v1\/(\w+)\/([^/]+)\/articles$/.exec(pathname);
  const lists = new Set<string>(listFilters);
  const query = Object.fromEntries(
    [...searchParams].map(([name, value]) => [name, lists.has(name) ? searchParams.getAll(name) : value]),
  );
  const kind = tagKinds.find((each) => each === tag?.[1]);
  if (kind) {
    const slug = decodeURIComponent(tag?.[2] ?? '');
    return api.get(`/v1/${kind}/{slug}/articles`, { path: { slug }, query: { ...query, cursor } });
  }
  return api.get('/v1/articles', { query: { ...query, cursor } });
}

function withCursor(href: string, cursor: string): string {
  const url = new URL(href);
  url.searchParams.set('cursor', cursor);
  return url.href;
}
