import { html } from 'htm/preact';
import type { Client, TagSummary } from '../../clients/typescript/src/client.ts';
import { tagHref, withQuery } from '../href.ts';
import type { PageMaker, View } from '../page.ts';
import { articleList } from '../view/article-list.ts';
import { empty } from '../view/empty.ts';
import { listFeeds } from '../view/feeds.ts';
import { formatLinks } from '../view/format-links.ts';
import { pageHrefs } from '../view/pager.ts';

/** The parameters of a search that readers can set, and take away again one by one. */
const filters = {
  tag: 'with',
  person: 'on',
  topic: 'about',
  organization: 'on',
  place: 'in',
  source: 'from',
  language: 'in',
  date: 'of',
  from: 'since',
  to: 'until',
} as const;

type FilterName = keyof typeof filters;
const lists = new Set<FilterName>(['tag', 'person', 'topic', 'organization', 'place', 'source', 'language']);

/** `/search`: articles by words and filters, with the people and topics that are called so. */
export const searchPage: PageMaker = async ({ api, features, query }) => {
  const q = query.get('q')?.trim() || undefined;
  const sort =
    query.get('sort') === 'relevance' && q
      ? 'relevance'
      : query.get('sort') === 'oldest'
        ? 'oldest'
        : 'newest';
  const given = Object.keys(filters).flatMap((name) => {
    const value = query.get(name);
    return isFilter(name) && value ? [[name, value] as const] : [];
  });
  const filter = Object.fromEntries(given.map(([name, value]) => [name, lists.has(name) ? [value] : value]));
  const cursor = query.get('cursor') ?? undefined;
  const [{ data, page, meta, links }, tags, sources] = await Promise.all([
    api.get('/v1/articles', { query: { q, sort, cursor, ...filter } }),
    q && !cursor ? namesLike(api, q) : [],
    api.get('/v1/sources'),
  ]);
  const search = links.first.replace(/^[^?]*/, '');
  const total = page.total;
  return {
    title: q ? `Search: ${q}` : 'Search',
    section: 'articles',
    feeds: listFeeds(features, '/v1/articles', search, 'This search'),
    related: pageHrefs(page, '/search', query),
    view: html`
      <header class="profile">
        <p class="dateline">${total && (total.relation === 'gte' ? `More than ${total.value.toLocaleString('en')}` : total.value.toLocaleString('en'))}${' '}
          ${total?.value === 1 ? 'article' : 'articles'}</p>
        <h1 dir="auto">${q ? `“${q}”` : 'All articles'}</h1>
        ${chips(given, query)}
        ${meta.warnings.map(({ message }) => html`<p class="note">${message}</p>`)}
      </header>
      <div class="front">
        <div class="front-news">
          ${found(tags)}
          <h2 class="unseen">Articles</h2>
          ${data.length > 0 ? articleList({ data, page }, { path: '/search', query, source: links.first }) : nothing(q, given.length > 0, query)}
        </div>
        <aside class="front-side" aria-label="Narrow the search">
          <form class="filters" action="/search">
            ${q && html`<input type="hidden" name="q" value=${q} />`}
            ${given.filter(([name]) => !['from', 'to', 'source'].includes(name)).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
            <h2 class="rubric">Narrow it</h2>
            <label>Published since <input name="from" type="date" value=${dayOf(query.get('from'))} /></label>
            <label>Published until <input name="to" type="date" value=${dayOf(query.get('to'))} /></label>
            <label>Source
              <select name="source">
                <option value="">any</option>
                ${sources.data.map(({ slug, name }) => html`<option value=${slug} selected=${query.get('source') === slug}>${name}</option>`)}
              </select>
            </label>
            <label>Order
              <select name="sort">
                <option value="newest" selected=${sort === 'newest'}>newest first</option>
                <option value="oldest" selected=${sort === 'oldest'}>oldest first</option>
                ${q && html`<option value="relevance" selected=${sort === 'relevance'}>best match first</option>`}
              </select>
            </label>
            <button>Show</button>
          </form>
          ${formatLinks(features, '/v1/articles', '/v1/articles', search)}
        </aside>
      </div>
    `,
  };
};

async function namesLike(api: Client, q: string): Promise<TagSummary[]> {
  const { data } = await api.get('/v1/tags', { query: { q: q.slice(0, 200), limit: 5, count: 'none' } });
  return data;
}

function found(tags: TagSummary[]): View {
  if (tags.length === 0) return null;
  return html`<section class="found" aria-label="People and topics">
    <ul class="index">
      ${tags.map(
        ({ id, name, type, description, articleCount }) => html`<li>
          <a href=${tagHref(id)} dir="auto">${name}</a>
          <span class="count">${type}, ${articleCount.toLocaleString('en')} ${articleCount === 1 ? 'article' : 'articles'}</span>
          ${description && html`<span class="role" dir="auto">${description}</span>`}
        </li>`,
      )}
    </ul>
  </section>`;
}

function chips(given: (readonly [FilterName, string])[], query: URLSearchParams): View {
  if (given.length === 0) return null;
  return html`<ul class="chips" aria-label="Filters">
    ${given.map(
      ([name, value]) => html`<li>
        <a href=${withQuery('/search', query, { [name]: null })} aria-label=${`Take away: ${filters[name]} ${value}`}>
          ${filters[name]} <b>${value}</b> <span aria-hidden="true">×</span>
        </a>
      </li>`,
    )}
  </ul>`;
}

function nothing(q: string | undefined, isFiltered: boolean, query: URLSearchParams): View {
  const wider = Object.fromEntries(Object.keys(filters).map((name) => [name, null]));
  return empty(
    'Nothing was found.',
    q &&
      html`All words have to be in the article. Try fewer, the beginning of one with a star (<code>secur*</code>), or <code>one OR another</code>.`,
    isFiltered && html`<a href=${withQuery('/search', query, wider)}>Search without the filters</a>`,
    html`<a href="/">See the newest articles</a>`,
  );
}

function isFilter(name: string): name is FilterName {
  return name in filters;
}

function dayOf(value: string | null): string | undefined {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
