import { html } from 'htm/preact';
import type { PageMaker } from '../page.ts';
import { empty } from '../view/empty.ts';
import { pageHrefs, pager } from '../view/pager.ts';
import { quoteCard } from '../view/quote-card.ts';

/** `/quotes`: quotes, newest first, filtered by speaker or words. */
export const quotesPage: PageMaker = async ({ api, query }) => {
  const of = (name: string) => query.get(name) || undefined;
  const [q, person, organization, cursor] = [of('q'), of('person'), of('organization'), of('cursor')];
  const { data, page, meta } = await api.get('/v1/quotes', { query: { q, person, organization, cursor } });
  return {
    title: 'Quotes',
    description: 'Quotes from the articles of this archive.',
    section: 'quotes',
    ...(!q && !person && !organization && !cursor && { canonical: '/quotes' }),
    related: pageHrefs(page, '/quotes', query),
    view: html`
      <header class="profile">
        <h1>Quotes</h1>
        ${(q || person || organization) && html`<p class="standfirst">${meta.words}</p>`}
        <form class="narrow" action="/quotes">
          <label for="narrow">Words in the quote</label>
          <input id="narrow" name="q" value=${q ?? ''} maxlength="200" autocomplete="off" />
          ${person && html`<input type="hidden" name="person" value=${person} />`}
          ${organization && html`<input type="hidden" name="organization" value=${organization} />`}
          <button>Show</button>
        </form>
      </header>
      ${
        data.length > 0
          ? html`<div class="quotes quotes-wide">${data.map((quote) => quoteCard(quote))}</div>`
          : empty('No matching quotes.', html`<a href="/quotes">Show all quotes</a>`)
      }
      ${pager(page, { path: '/quotes', query, older: 'Older quotes', newer: 'Newer quotes' })}
    `,
  };
};
