import { html } from 'htm/preact';
import { sourceHref } from '../href.ts';
import type { PageMaker } from '../page.ts';
import { empty } from '../view/empty.ts';
import { pageHrefs, pager } from '../view/pager.ts';

const path = '/sources';

/** `/sources`: the outlets and collections that articles come from, those with the most articles first. */
export const sourcesPage: PageMaker = async ({ api, query }) => {
  const cursor = query.get('cursor') ?? undefined;
  const { data, page } = await api.get('/v1/sources', { query: { cursor, limit: 60 } });
  return {
    title: 'Sources',
    description: 'Outlets and collections that the articles of this archive come from.',
    ...(cursor === undefined && { canonical: path }),
    related: pageHrefs(page, path, query),
    view: html`
      <header class="profile"><h1>Sources</h1></header>
      ${
        data.length === 0
          ? empty('No sources yet.')
          : html`<ul class="index">
              ${data.map(
                ({ slug, name, articleCount }) => html`<li>
                  <a href=${sourceHref(slug)} dir="auto">${name}</a>
                  <span class="count">${articleCount.toLocaleString('en')}<span class="unseen"> ${articleCount === 1 ? 'article' : 'articles'}</span></span>
                </li>`,
              )}
            </ul>`
      }
      ${pager(page, { path, query, older: 'More', newer: 'Back' })}
    `,
  };
};
