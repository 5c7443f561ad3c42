import { html } from 'htm/preact';
import { monthsBetween } from '../dates.ts';
import { filterSuffix, readFilter } from '../filter.ts';
import { sourceHref } from '../href.ts';
import type { PageMaker } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { articleList } from '../view/article-list.ts';
import { facetList, facetNote, withoutFacets } from '../view/facets.ts';
import { listFeeds } from '../view/feeds.ts';
import { formatLinks } from '../view/format-links.ts';
import { pageHrefs } from '../view/pager.ts';
import { timeline } from '../view/timeline.ts';

const names = ['person', 'topic', 'organization', 'place', 'section', 'keyword', 'author'] as const;

/** `/sources/:slug`: an outlet or collection with its articles, and who and what they are about. */
export const sourcePage: PageMaker = async ({ api, features, path: { slug: reference = '' }, query }) => {
  const path = { slug: reference };
  const cursor = query.get('cursor') ?? undefined;
  const [{ data: source }, articles] = await Promise.all([
    api.get('/v1/sources/{slug}', { path }),
    api.get('/v1/sources/{slug}/articles', { path, query: { limit: 10, cursor, facets: [...names] } }),
  ]);
  const self = sourceHref(source.slug);
  if (source.slug !== reference) return { redirect: self };
  const narrowing = new URLSearchParams({ source: source.slug });
  const bounds = { from: source.firstSeenAt, to: source.lastSeenAt };
  const counted = await readTimeline(api, readFilter(narrowing), bounds);
  const address = `/v1${self}/articles`;
  const list = { path: self, query, source: withoutFacets(articles.links.first) };
  return {
    title: source.name,
    description: `${source.name}: ${pluralize(source.articleCount, 'article')}.`,
    ...(cursor === undefined && { canonical: self }),
    feeds: listFeeds(features, '/v1/sources/{slug}/articles', '', source.name).map((feed) => ({
      ...feed,
      href: feed.href.replace('{slug}', encodeURIComponent(source.slug)),
    })),
    related: pageHrefs(articles.page, self, query),
    view: html`
      <header class="profile">
        <p class="dateline">Source</p>
        <h1 dir="auto">${source.name}</h1>
        ${bounds.from && bounds.to && html`<p class="note">${monthsBetween(bounds.from, bounds.to)}</p>`}
      </header>
      ${timeline(counted, { path: '/search', query: narrowing })}
      <div class="front">
        <div class="front-news">
          <section>
            <h2 class="rubric">${pluralize(source.articleCount, 'article')}</h2>
            ${articleList(articles, { ...list, suffix: filterSuffix(narrowing) })}
          </section>
        </div>
        <aside class="front-side" aria-label=${`About ${source.name}`}>
          ${facetList(articles.facets, { path: '/search', query: narrowing, given: [], names, all: true })}
          ${facetNote(articles.facets)}
          ${formatLinks(features, '/v1/sources/{slug}/articles', address)}
        </aside>
      </div>
    `,
  };
};
