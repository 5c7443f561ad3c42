import { html } from 'htm/preact';
import type { TagSummary, TogetherList } from '../../clients/typescript/src/client.ts';
import { monthsBetween } from '../dates.ts';
import { filterSuffix, readFilter, withFilter } from '../filter.ts';
import { readHierarchy } from '../hierarchy.ts';
import type { PageMaker, View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { isPrinted, type Kind } from '../tag-types.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { articleList } from '../view/article-list.ts';
import { authorProfile } from '../view/author-profile.ts';
import { empty } from '../view/empty.ts';
import { facetList, withoutFacets } from '../view/facets.ts';
import { listFeeds } from '../view/feeds.ts';
import { formatLinks } from '../view/format-links.ts';
import { graph } from '../view/graph.ts';
import { below, pathTo } from '../view/hierarchy.ts';
import { pageHrefs } from '../view/pager.ts';
import { quoteCard } from '../view/quote-card.ts';
import { rolesOverTime } from '../view/roles-over-time.ts';
import { tagCounts } from '../view/tag-counts.ts';
import { timeline } from '../view/timeline.ts';

const kindNames: Record<Kind, string> = {
  people: 'Person',
  topics: 'Topic',
  organizations: 'Organization',
  places: 'Place',
  sections: 'Section',
  keywords: 'Keyword',
  authors: 'Author',
};

/** Facets in the side column for types without a list of companions. */
const aside = ['organization', 'place', 'section', 'keyword', 'author', 'source'] as const;

/** Facets of an author that the profile does not have. */
const asideOfAuthors = ['organization', 'place', 'author'] as const;

/** Returns the headings of a page. Who is named in articles by an author is not named together with the author. */
function wordsOf(kind: Kind) {
  const inArticles = { said: 'Said in these articles', drawn: 'People in these articles', people: 'People' };
  if (kind === 'authors') return { ...inArticles, topics: 'Writes about' };
  if (isPrinted(kind)) return { ...inArticles, topics: 'Topics' };
  const said = kind === 'people' || kind === 'organizations' ? 'Said' : 'Said about it';
  return { said, drawn: 'Mentioned together', people: 'Together with', topics: 'Often about' };
}

/** Returns the path of the page for an address of the API. */
function pageOf(address: string): string {
  return address.replace(/^.*\/v1/, '');
}

/** `/people/:slug`, `/topics/:slug` and so on: a tag with its quotes, articles and companions. */
export function tagPage(kind: Kind): PageMaker {
  return async ({ api, features, path: { slug: reference = '' }, query, origin }) => {
    const path = { slug: reference };
    const cursor = query.get('cursor') ?? undefined;
    const [{ data: tag, links }, articles, quotes, people, others] = await Promise.all([
      api.get(`/v1/${kind}/{slug}`, { path }),
      api.get(`/v1/${kind}/{slug}/articles`, { path, query: { limit: 10, cursor, facets: [...aside] } }),
      api.get(`/v1/${kind}/{slug}/quotes`, { path, query: { limit: 6 } }),
      api.get(`/v1/${kind}/{slug}/together`, { path, query: { type: 'person', limit: 12 } }),
      api.get(`/v1/${kind}/{slug}/together`, { path, query: { type: 'topic', limit: 10 } }),
    ]);
    const self = `/${kind}/${encodeURIComponent(tag.slug)}`;
    if (tag.slug !== reference) return { redirect: self };
    const filter = { [tag.type]: tag.slug };
    const narrowing = new URLSearchParams(filter);
    const suffix = filterSuffix(narrowing);
    const [hierarchy, counted] = await Promise.all([
      readHierarchy(api, tag),
      readTimeline(api, readFilter(narrowing), { from: tag.firstSeenAt, to: tag.lastSeenAt }),
    ]);
    const companions = people.data.map(({ id, slug, name, sharedCount }) => ({
      id,
      slug,
      name,
      count: sharedCount,
    }));
    const address = `/v1/${kind}/${encodeURIComponent(tag.slug)}/articles`;
    const speaks = kind === 'people' || kind === 'organizations';
    const words = wordsOf(kind);
    const profile = 'profile' in tag ? tag.profile : undefined;
    const said =
      quotes.data.length > 0 &&
      html`<section>
        <h2 class="rubric">
          ${words.said}
          ${speaks && quotes.page.next && html` <a class="more" href=${`/quotes?${tag.type}=${encodeURIComponent(tag.slug)}`}>all quotes</a>`}
        </h2>
        <div class="quotes">${quotes.data.map((quote) => quoteCard(quote, { named: !speaks }))}</div>
      </section>`;
    const drawn =
      companions.length > 2 &&
      html`<section>
        <h2 class="rubric">
          ${words.drawn}
          <span class="rubric-note">a line for articles in common, the thicker the more</span>
        </h2>
        ${graph(tag, companions, people.edges, `${words.drawn}: ${tag.name}`)}
        ${people.meta.articles.relation === 'gte' && html`<p class="note">In the newest ${people.meta.articles.value.toLocaleString('en')} articles.</p>`}
      </section>`;
    const listed = html`<section>
      <h2 class="rubric">${kind === 'authors' ? '' : 'In '}${count(articles.page.total, 'article')}</h2>
      ${
        articles.data.length > 0
          ? articleList(articles, {
              path: self,
              query,
              source: withoutFacets(articles.links.first),
              suffix,
              except: tag.id,
            })
          : empty(
              'No articles yet.',
              `It is in the vocabulary, but no article ${isPrinted(kind) ? 'has' : 'mentions'} it.`,
            )
      }
    </section>`;
    return {
      title: tag.name,
      description:
        tag.description ??
        `${tag.name}: ${pluralize(tag.articleCount, 'article')}${isPrinted(kind) ? '' : ` and ${pluralize(tag.quoteCount, 'quote')}`}.`,
      section: kind,
      ...(cursor === undefined && { canonical: self }),
      feeds: listFeeds(features, `/v1/${kind}/{slug}/articles`, '', tag.name).map((feed) => ({
        ...feed,
        href: feed.href.replace('{slug}', encodeURIComponent(tag.slug)),
      })),
      related: pageHrefs(articles.page, self, query),
      ...(kind === 'people' && { linkedData: person(tag, origin) }),
      view: html`
        <header class="profile">
          ${pathTo(hierarchy)}
          <p class="dateline">${tag.kind === 'agency' ? 'Agency or desk' : kindNames[kind]}${tag.discovered && !isPrinted(kind) && ', found in the articles'}</p>
          <h1 dir="auto">${tag.name}</h1>
          ${tag.description && html`<p class="standfirst" dir="auto">${tag.description}</p>`}
          ${'person' in links && links.person && html`<p class="note"><a href=${pageOf(links.person)}>What articles say about ${tag.name}</a></p>`}
          ${'author' in links && links.author && html`<p class="note"><a href=${pageOf(links.author)}>Articles by ${tag.name}</a></p>`}
          ${below(hierarchy)}
        </header>
        ${timeline(counted, { path: '/search', query: narrowing })}
        <div class="front">
          <div class="front-news">
            ${isPrinted(kind) ? [listed, drawn, said] : [said, drawn, listed]}
          </div>
          <aside class="front-side" aria-label=${`About ${tag.name}`}>
            ${rolesOverTime(tag.roles)} ${facts(tag)}
            ${profile && authorProfile(profile, narrowing, tag.articleCount)}
            ${company(words.people, people, suffix)} ${company(words.topics, others, suffix)}
            ${facetList(articles.facets, { path: '/search', query: narrowing, given: [{ name: tag.type, value: tag.slug }], names: profile ? asideOfAuthors : aside, all: true })}
            ${formatLinks(features, `/v1/${kind}/{slug}/articles`, address)}
          </aside>
        </div>
      `,
    };
  };
}

function facts(tag: TagSummary): View {
  const { aliases, firstSeenAt, lastSeenAt, quoteCount, externalIds, geo, sourceIds } = tag;
  const addresses = sourceIds
    .map(({ scheme, value }) => `${scheme}${value}`)
    .filter((address) => /^https?:/i.test(address) && URL.canParse(address));
  const rows: [string, View][] = [
    ['Also', aliases.length > 0 && html`<span dir="auto">${listed(aliases)}</span>`],
    ['Appears', firstSeenAt && lastSeenAt && monthsBetween(firstSeenAt, lastSeenAt)],
    ['Quotes', quoteCount > 0 && quoteCount.toLocaleString('en')],
    [
      'Wikidata',
      externalIds.wikidata &&
        html`<a href=${`https://www.wikidata.org/wiki/${encodeURIComponent(externalIds.wikidata)}`} rel="noreferrer external">${externalIds.wikidata}</a>`,
    ],
    ['IPTC', externalIds.mediatopic],
    [
      'At its source',
      addresses.length > 0 &&
        addresses
          .slice(0, 3)
          .map(
            (address) =>
              html`<div><a href=${address} rel="noreferrer external">${new URL(address).host}</a></div>`,
          ),
    ],
    ['Coordinates', geo && html`<a href=${`geo:${geo.latitude},${geo.longitude}`}>${degrees(geo)}</a>`],
  ];
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return html`<section>
    <h2 class="rubric">Facts</h2>
    <dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}

/** `{ latitude: 52.5, longitude: -13.4 }` → `52.5° N, 13.4° W` */
function degrees({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const north = `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}`;
  return `${north}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`;
}

/** Lists the first few names and the number of the others. */
function listed(names: string[]): string {
  const more = names.length - 5;
  return more > 1 ? `${names.slice(0, 5).join(', ')} and ${more} more` : names.join(', ');
}

/** Renders tags that occur together with this one. Each number links to the shared articles. */
function company(title: string, { data: tags, meta }: TogetherList, suffix: string): View {
  if (tags.length === 0) return null;
  return html`<section>
    <h2 class="rubric">${title}</h2>
    ${tagCounts(
      tags.map(({ id, type, slug, name, sharedCount }) => ({
        id,
        slug,
        name,
        count: sharedCount,
        articles: withFilter('/search', new URLSearchParams(suffix), { name: type, value: slug }),
      })),
      meta.articles.value,
    )}
  </section>`;
}

function count(total: { value: number; relation: 'eq' | 'gte' } | null, unit: string): string {
  if (!total) return `${unit}s`;
  const more = total.relation === 'gte' ? 'more than ' : '';
  return `${more}${pluralize(total.value, unit)}`;
}

/** Describes a person for search engines (https://schema.org/Person). */
function person({ name, description, aliases, slug, externalIds }: TagSummary, origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name,
    url: `${origin}/people/${slug}`,
    ...(description && { description }),
    ...(aliases.length > 0 && { alternateName: aliases }),
    ...(externalIds.wikidata && { sameAs: `https://www.wikidata.org/wiki/${externalIds.wikidata}` }),
  };
}
