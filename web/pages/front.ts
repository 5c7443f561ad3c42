import { html } from 'htm/preact';
import type { Article, QuoteEntry, TagSummary } from '../../clients/typescript/src/client.ts';
import { shortDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref, tagHref } from '../href.ts';
import type { PageMaker, View } from '../page.ts';
import { datelineOf } from '../view/article-card.ts';
import { articleList } from '../view/article-list.ts';
import { empty } from '../view/empty.ts';
import { listFeeds } from '../view/feeds.ts';
import { pageHrefs } from '../view/pager.ts';
import { bare, quoteCard } from '../view/quote-card.ts';
import { tagCounts } from '../view/tag-counts.ts';

/** `/`: the newest articles, led by the first, with who and what they are about beside them. */
export const frontPage: PageMaker = async ({ api, features, query }) => {
  const cursor = query.get('cursor') ?? undefined;
  const [listed, archive, people, topics, quotes] = await Promise.all([
    api.get('/v1/articles', { query: { limit: 20, cursor } }),
    api.get('/v1'),
    api.get('/v1/people', { query: { limit: 8, count: 'none' } }),
    api.get('/v1/topics', { query: { limit: 8, count: 'none' } }),
    api.get('/v1/quotes', { query: { limit: 3, count: 'none' } }),
  ]);
  const { counts, oldest, newest } = archive.data;
  const [first, ...others] = listed.data;
  if (!first) return { title: 'Dateline', section: 'articles', canonical: '/', view: emptyArchive() };

  const isFirstPage = cursor === undefined;
  const lead = isFirstPage
    ? await api.get('/v1/articles/{article}', { path: { article: first.slug } })
    : undefined;
  const list = { ...listed, data: lead ? others : listed.data };
  return {
    title: 'Dateline',
    description: `A news archive of ${counts.articles} articles: the people and topics in them, and who said what.`,
    section: 'articles',
    ...(isFirstPage && { canonical: '/' }),
    feeds: listFeeds(features, '/v1/articles', '', 'All articles'),
    related: pageHrefs(listed.page, '/', query),
    view: html`
      <h1 class="unseen">The newest articles</h1>
      <p class="tally">
        ${number(counts.articles)} ${counts.articles === 1 ? 'article' : 'articles'}
        ${oldest && newest && html`, ${span(oldest, newest)}`} · ${number(counts.people)} people · ${number(counts.topics)} topics ·
        ${' '}${number(counts.quotes)} quotes
      </p>
      <div class="front">
        <div class="front-news">
          ${lead && leadArticle(lead.data, others.length)}
          ${articleList(list, { path: '/', query, source: '/v1/articles?limit=20' })}
        </div>
        <aside class="front-side" aria-label="In the news">
          ${side('People in the news', '/people', people.data)}
          ${side('Topics', '/topics', topics.data)}
          ${latestQuotes(quotes.data)}
        </aside>
      </div>
    `,
  };
};

/** The article on top. Where few follow it, more of its text stands here. */
function leadArticle(article: Article, followers: number): View {
  const { slug, headline, standfirst, language, body, quotes } = article;
  const paragraphs = (standfirst ? 1 : 2) + (followers < 3 ? 3 : 0);
  const opening = body.blocks.filter(({ kind }) => kind === 'paragraph').slice(0, paragraphs);
  // What stands here in its sentence is not pulled out of it again.
  const end = opening.at(-1)?.end ?? 0;
  const quote = quotes.find(({ complete, speaker, start }) => complete && speaker && start >= end);
  return html`<article class="lead" lang=${language} dir=${directionOf(language)}>
    <p class="dateline">${datelineOf(article)}</p>
    <h2><a href=${articleHref(slug)}>${headline}</a></h2>
    ${standfirst && html`<p class="standfirst">${standfirst}</p>`}
    ${opening.slice(0, 2).map((block) => html`<p>${body.text.slice(block.start, block.end)}</p>`)}
    ${
      quote?.speaker &&
      html`<figure class="pull">
        <blockquote><p>${bare(quote.exact)}</p></blockquote>
        <figcaption>${quote.speaker.tag ? html`<a href=${tagHref(quote.speaker.tag)}>${quote.speaker.name}</a>` : quote.speaker.name}</figcaption>
      </figure>`
    }
    ${opening.slice(2).map((block) => html`<p>${body.text.slice(block.start, block.end)}</p>`)}
    <p class="read-on"><a href=${articleHref(slug)} aria-label=${`Read on: ${headline}`}>Read on</a></p>
  </article>`;
}

function side(title: string, href: string, all: TagSummary[]): View {
  const tags = all.filter(({ articleCount }) => articleCount > 0);
  if (tags.length === 0) return null;
  return html`<section>
    <h2 class="rubric"><a href=${href}>${title}</a></h2>
    ${tagCounts(tags.map((tag) => ({ ...tag, count: tag.articleCount })))}
  </section>`;
}

function latestQuotes(quotes: QuoteEntry[]): View {
  if (quotes.length === 0) return null;
  return html`<section>
    <h2 class="rubric"><a href="/quotes">Said</a></h2>
    ${quotes.map((quote) => quoteCard(quote))}
  </section>`;
}

function emptyArchive(): View {
  return html`
    <h1 class="unseen">The newest articles</h1>
    ${empty(
      'This archive is empty.',
      html`Bring in a folder, a feed or a file, and the articles appear here:`,
      html`<code>npm run dateline -- import ~/wire --source 'The Daily Example'</code>`,
    )}
  `;
}

function span(oldest: string, newest: string): string {
  const [from, to] = [shortDay(oldest), shortDay(newest)];
  return from === to ? from : `${from} – ${to}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
