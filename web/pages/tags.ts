import { html } from 'htm/preact';
import { tagHref } from '../href.ts';
import type { PageMaker } from '../page.ts';
import type { Kind } from '../tag-types.ts';
import { empty } from '../view/empty.ts';
import { pageHrefs, pager } from '../view/pager.ts';

/** `/people`, `/topics` and so on: tags of a type, most frequent first; with `q`, those with a word that begins so. */
export function tagsPage(kind: Kind): PageMaker {
  return async ({ api, query }) => {
    const q = query.get('q') || undefined;
    const cursor = query.get('cursor') ?? undefined;
    const { data, page } = await api.get(`/v1/${kind}`, { query: { q, cursor, limit: 60 } });
    const title = kind.charAt(0).toUpperCase() + kind.slice(1);
    const path = `/${kind}`;
    return {
      title,
      description: `${title} in the articles of this archive.`,
      section: kind,
      ...(cursor === undefined && q === undefined && { canonical: path }),
      related: pageHrefs(page, path, query),
      view: html`
        <header class="profile">
          <h1>${title}</h1>
          <form class="narrow" action=${path}>
            <label for="narrow">Name begins with</label>
            <input id="narrow" name="q" value=${q ?? ''} maxlength="200" autocomplete="off" />
            <button>Show</button>
          </form>
        </header>
        ${
          data.length === 0
            ? q
              ? empty(
                  `No ${kind} with a name that begins with “${q}”.`,
                  html`<a href=${path}>Show all ${kind}</a>`,
                )
              : empty(`No ${kind} yet.`)
            : html`<ul class="index">
                ${data.map(
                  (tag) => html`<li>
                    <a href=${tagHref(tag.id, tag.slug)} dir="auto">${tag.name}</a>
                    ${tag.articleCount > 0 && html`<span class="count">${tag.articleCount.toLocaleString('en')}<span class="unseen"> ${tag.articleCount === 1 ? 'article' : 'articles'}</span></span>`}
                    ${tag.description && html`<span class="role" dir="auto">${tag.description}</span>`}
                  </li>`,
                )}
              </ul>`
        }
        ${pager(page, { path, query, older: 'More', newer: 'Back' })}
      `,
    };
  };
}
