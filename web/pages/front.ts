import { html } from 'htm/preact';
import type { Article, QuoteEntry } from '../../clients/typescript/src/client.ts';
import { shortDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref, tagHref } from '../href.ts';
import type { PageMaker, View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { datelineOf } from '../view/article-card.ts';
import { articleList } from '../view/article-list.ts';
import { emptyArchive } from '../view/empty.ts';
import { facetList, facetNames, facetNote } from '../view/facets.ts';
import { listFeeds } from '../view/feeds.ts';
import { lengthClass } from '../view/headline-length.ts';
import { pageHrefs } from '../view/pager.ts';
import { quoteCard, spoken } from '../view/quote-card.ts';
import { timeline } from '../view/timeline.ts';

/** Number of articles per page, including the top article. */
const perPage = 21;

/** `/`: the newest articles, with a timeline and the facets beside them. */
export const frontPage: PageMaker = async ({ api, features, query }) => {
  const cursor = query.get('cursor') ?? undefined;
  const isFirstPage = cursor === undefined;
  const [listed, archive, quotes] = await Promise.all([
    api.get('/v1/articles', { query: { limit: perPage, cursor, facets: [...facetNames] } }),
    api.get('/v1'),
    api.get('/v1/quotes', { query: { limit: 12, count: 'none' } }),
  ]);
  const { counts, oldest, newest } = archive.data;
  const [first, ...others] = listed.data;
  if (!first)
    return {
      title: 'Dateline',
      section: 'articles',
      canonical: '/',
      view: html`<h1 class="unseen">The newest articles</h1>${emptyArchive()}`,
    };

  const [lead, overTime] = await Promise.all([
    isFirstPage ? api.get('/v1/articles/{article}', { path: { article: first.slug } }) : undefined,
    isFirstPage ? readTimeline(api, {}, { from: oldest, to: newest }) : undefined,
  ]);
  const list = { ...listed, data: lead ? others : listed.data };
  const narrowing = { path: '/search', query: new URLSearchParams() };
  return {
    title: 'Dateline',
    description: `A news archive of ${pluralize(counts.articles, 'article')}: the people and topics in them, and who said what.`,
    section: 'articles',
    ...(isFirstPage && { canonical: '/' }),
    feeds: listFeeds(features, '/v1/articles', '', 'All articles'),
    related: pageHrefs(listed.page, '/', query),
    view: html`
      <h1 class="unseen">The newest articles</h1>
      <p class="tally">
        <span>${pluralize(counts.articles, 'article')}</span>
        ${oldest && newest && html`<span>${span(oldest, newest)}</span>`}
        <span>${pluralize(counts.people, 'person', 'people')}</span> <span>${pluralize(counts.topics, 'topic')}</span>
        <span>${pluralize(counts.quotes, 'quote')}</span>
      </p>
      <div class="front">
        <div class="front-news">
          ${lead && leadArticle(lead.data, others.length)}
          ${timeline(overTime, { ...narrowing, title: 'The archive over time' })}
          ${articleList(list, { path: '/', query, source: `/v1/articles?limit=${perPage}`, form: 'columns' })}
        </div>
        <aside class="front-side" aria-label="In the news">
          <h2 class="unseen">Filters</h2>
          ${facetList(listed.facets, { ...narrowing, given: [], all: true })} ${facetNote(listed.facets)}
          ${latestQuotes(quotes.data)}
        </aside>
      </div>
    `,
  };
};

/** Renders the top article. With few articles below it, more of its text is shown. */
function leadArticle(article: Article, followers: number): View {
  const { slug, headline, standfirst, language, body, quotes } = article;
  const paragraphs = (standfirst ? 1 : 2) + (followers < 3 ? 3 : 0);
  const opening = body.blocks.filter(({ kind }) => kind === 'paragraph').slice(0, paragraphs);
  // A quote in the text that is shown is no pull quote.
  const end = opening.at(-1)?.end ?? 0;
  const quote = quotes.find(({ complete, speaker, start }) => complete && speaker && start >= end);
  return html`<article class="lead" lang=${language} dir=${directionOf(language)}>
    <p class="dateline">${datelineOf(article)}</p>
    <h2 class=${lengthClass(headline)}><a href=${articleHref(slug)}>${headline}</a></h2>
    <div class="lead-columns">
      <div class="lead-text">
        ${standfirst && html`<p class="standfirst">${standfirst}</p>`}
        ${opening.map((block) => html`<p>${body.text.slice(block.start, block.end)}</p>`)}
        <p class="read-on"><a href=${articleHref(slug)} aria-label=${`Read on: ${headline}`}>Read on</a></p>
      </div>
      ${
        quote?.speaker &&
        html`<figure class="pull">
          <blockquote><p>${spoken(quote)}</p></blockquote>
          <figcaption>${quote.speaker.tag ? html`<a href=${tagHref(quote.speaker.tag)}>${quote.speaker.name}</a>` : quote.speaker.name}</figcaption>
        </figure>`
      }
    </div>
  </article>`;
}

/** Renders the newest quotes, whole sentences first, at most one per article. */
function latestQuotes(quotes: QuoteEntry[]): View {
  const whole = quotes.filter(({ complete, speaker }) => complete && speaker);
  const [...picked] = new Map(
    (whole.length > 0 ? whole : quotes).toReversed().map((quote) => [quote.article.slug, quote]),
  ).values();
  if (picked.length === 0) return null;
  return html`<section>
    <h3 class="rubric"><a href="/quotes">Said</a></h3>
    ${picked
      .toReversed()
      .slice(0, 3)
      .map((quote) => quoteCard(quote))}
  </section>`;
}

function span(oldest: string, newest: string): string {
  const [from, to] = [shortDay(oldest), shortDay(newest)];
  return from === to ? from : `${from} – ${to}`;
}
