import { html } from 'htm/preact';
import type {
  Client,
  Facets,
  RelaxedSearch,
  SearchSuggestion,
  TagSummary,
} from '../../clients/typescript/src/client.ts';
import {
  type FilterValue,
  filterSuffix,
  filters,
  filterValues,
  readFilter,
  withoutFilter,
} from '../filter.ts';
import { tagHref, withQuery } from '../href.ts';
import type { PageMaker, View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { tagTypes } from '../tag-types.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { articleList } from '../view/article-list.ts';
import { empty, emptyArchive } from '../view/empty.ts';
import { facetList, facetNames, facetNote, filterValueName, withoutFacets } from '../view/facets.ts';
import { listFeeds } from '../view/feeds.ts';
import { formatLinks } from '../view/format-links.ts';
import { pageHrefs } from '../view/pager.ts';
import { timeline } from '../view/timeline.ts';

const path = '/search';

/** `/search`: articles by words and filters, and matching people and topics. */
export const searchPage: PageMaker = async ({ api, features, query }) => {
  const filter = readFilter(query);
  const { q } = filter;
  const given = filterValues(query);
  const sort = sortOf(query.get('sort'), q);
  const cursor = query.get('cursor') ?? undefined;
  const match = query.get('match') === 'all' ? ('all' as const) : undefined;
  const highlight = q ? ('true' as const) : undefined;
  const list = { ...filter, sort, match, cursor, facets: [...facetNames], highlight };
  const [{ data, page, meta, links, facets }, tags, archive] = await Promise.all([
    api.get('/v1/articles', { query: list }),
    q && !cursor ? namesLike(api, q) : [],
    api.get('/v1'),
  ]);
  // What counts, links and feeds show is what the page shows.
  const shown = new URLSearchParams(query);
  if (meta.relaxed) shown.set('q', meta.relaxed.q);
  const counted = await readTimeline(api, readFilter(shown), {
    from: meta.query.from ?? archive.data.oldest,
    to: meta.query.to ?? archive.data.newest,
  });
  const suffix = filterSuffix(shown);
  const total = page.total;
  const source = withoutFacets(links.first);
  return {
    title: q ? `Search: ${q}` : 'Search',
    section: 'articles',
    feeds: listFeeds(features, '/v1/articles', suffix, 'This search'),
    related: pageHrefs(page, path, query),
    view: html`
      <header class="profile">
        <p class="dateline">${total && (total.relation === 'gte' ? `More than ${total.value.toLocaleString('en')}` : total.value.toLocaleString('en'))}${' '}
          ${total?.value === 1 ? 'article' : 'articles'}</p>
        <h1 dir="auto">${q ? `“${q}”` : given.length > 0 ? 'Articles' : 'All articles'}</h1>
        ${chips(given, facets, query)}
        ${meta.suggestion && didYouMean(meta.suggestion, query)}
        ${meta.relaxed && relaxedTo(meta.relaxed, query)}
        ${meta.warnings.map(({ message }) => html`<p class="note">${message}</p>`)}
        ${data.length > 0 && html`<p class="to-filters"><a href="#filters">Filters</a></p>`}
      </header>
      ${timeline(counted, { path, query })}
      <div class="front">
        <div class="front-news">
          ${found(tags)}
          ${data.length > 0 && html`<h2 class="unseen">Found</h2>`}
          ${data.length > 0 && orders(sort, q, query)}
          ${data.length > 0 ? articleList({ data, page }, { path, query, source, suffix }) : archive.data.counts.articles === 0 ? emptyArchive() : nothing(q, given.length > 0, query)}
        </div>
        <aside class="front-side" id="filters" aria-label="Filters">
          <h2 class="unseen">Filters</h2>
          ${facetList(facets, { path, query, given })} ${facetNote(facets)}
          ${dates(query)}
          ${formatLinks(features, '/v1/articles', '/v1/articles', suffix)}
        </aside>
      </div>
    `,
  };
};

type Sort = 'newest' | 'oldest' | 'relevance';

function sortOf(written: string | null, q: string | undefined): Sort {
  if (written === 'oldest' || (written === 'newest' && q)) return written;
  return defaultSort(q);
}

/** Returns the order of a list: of a search the best match first. */
function defaultSort(q: string | undefined): Sort {
  return q ? 'relevance' : 'newest';
}

async function namesLike(api: Client, q: string): Promise<TagSummary[]> {
  const { data } = await api.get('/v1/tags', { query: { q: q.slice(0, 200), limit: 5, count: 'none' } });
  return data;
}

function found(tags: TagSummary[]): View {
  if (tags.length === 0) return null;
  return html`<section class="found" aria-label="People and topics">
    <ul class="index">
      ${tags.map(
        ({ id, slug, name, type, description, articleCount }) => html`<li>
          <a href=${tagHref(id, slug)} dir="auto">${name}</a>
          <span class="count">${type}, ${pluralize(articleCount, 'article')}</span>
          ${description && html`<span class="role" dir="auto">${description}</span>`}
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * Renders the active filters, each with a link that removes it, and links to the pages of people and topics
 * among them.
 */
function chips(given: FilterValue[], facets: Facets | undefined, query: URLSearchParams): View {
  if (given.length === 0) return null;
  const named = given.map((narrowing) => ({ narrowing, name: filterValueName(narrowing, facets) }));
  const pages = named.filter(
    ({ narrowing }) => tagTypes.some((type) => type === narrowing.name) && /^[\w-]+$/.test(narrowing.value),
  );
  return html`
    <ul class="chips" aria-label="Filters">
      ${named.map(
        ({ narrowing, name }) => html`<li>
          <a href=${withoutFilter(path, query, narrowing)} aria-label=${`Remove filter: ${filters[narrowing.name]} ${name}`}>
            ${filters[narrowing.name]} <b>${name}</b> <span aria-hidden="true">×</span>
          </a>
        </li>`,
      )}
    </ul>
    ${
      pages.length > 0 &&
      html`<p class="aside-line">
        More on ${pages.map(
          ({ narrowing, name }, index) =>
            html`${index > 0 && ', '}<a href=${tagHref(`${narrowing.name}/${narrowing.value}`)} dir="auto">${name}</a>`,
        )}
      </p>`
    }
  `;
}

function didYouMean({ q }: SearchSuggestion, query: URLSearchParams): View {
  return html`<p class="meant">Did you mean <a href=${withQuery(path, query, { q })}>${q}</a>?</p>`;
}

/** Renders what was searched for instead of the words as typed. */
function relaxedTo({ from, q }: RelaxedSearch, query: URLSearchParams): View {
  return html`<p class="meant">
    Few articles match all of “${from}”. Searched for <a href=${withQuery(path, query, { q })}>${q}</a>. ${' '}
    <a href=${withQuery(path, query, { match: 'all' })}>Only all words</a>
  </p>`;
}

/** Renders links that sort the list. */
function orders(sort: Sort, q: string | undefined, query: URLSearchParams): View {
  const names: [Sort, string][] = [
    ...(q ? [['relevance', 'Best match first'] satisfies [Sort, string]] : []),
    ['newest', 'Newest first'],
    ['oldest', 'Oldest first'],
  ];
  return html`<nav class="orders" aria-label="Order">
    ${names.map(
      ([order, name]) =>
        html`<a href=${withQuery(path, query, { sort: order === defaultSort(q) ? null : order })} aria-current=${order === sort ? 'true' : undefined}>${name}</a>`,
    )}
  </nav>`;
}

/** Renders date fields, for days that the timeline has no bar for. */
function dates(query: URLSearchParams): View {
  const kept = [...query].filter(([name]) => !['from', 'to', 'date', 'cursor'].includes(name));
  return html`<form class="filters" action=${path}>
    ${kept.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
    <h3 class="rubric">Published</h3>
    <label>since <input name="from" type="date" value=${dayOf(query.get('from'))} /></label>
    <label>until <input name="to" type="date" value=${dayOf(query.get('to'))} /></label>
    <button>Show</button>
  </form>`;
}

function nothing(q: string | undefined, isFiltered: boolean, query: URLSearchParams): View {
  const wider = Object.fromEntries(Object.keys(filters).map((name) => [name, null]));
  return empty(
    'No results.',
    q &&
      html`No article has these words. Try other words, a prefix (<code>secur*</code>), or <code>one OR another</code>.`,
    isFiltered && html`<a href=${withQuery(path, query, wider)}>Search without the filters</a>`,
    html`<a href="/">Newest articles</a>`,
  );
}

function dayOf(value: string | null): string | undefined {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
