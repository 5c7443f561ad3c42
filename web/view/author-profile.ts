import { html } from 'htm/preact';
import type { AuthorSummary } from '../../clients/typescript/src/client.ts';
import { withFilter } from '../filter.ts';
import type { View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { shareBar } from './share-bar.ts';

type Profile = AuthorSummary['profile'];

/** Renders where, when and on what an author wrote. Each value links to the articles; `total` is the number of all. */
export function authorProfile(profile: Profile, query: URLSearchParams, total: number): View {
  const { outlets, years, sections, keywords, examined } = profile;
  const counted = examined.value;
  return html`
    ${list(
      'Outlets',
      outlets.map(({ slug, name, articleCount }) => ({
        ...{ name, articleCount, href: withFilter('/search', query, { name: 'source', value: slug }) },
      })),
      counted,
    )}
    ${list(
      'Years',
      years.map(({ year, articleCount }) => ({
        ...{ name: year, articleCount, href: withFilter('/search', query, { name: 'date', value: year }) },
      })),
      total,
    )}
    ${[
      { title: 'Sections', tags: sections },
      { title: 'Keywords', tags: keywords },
    ].map(({ title, tags }) =>
      list(
        title,
        tags.map(({ type, slug, name, articleCount }) => ({
          ...{ name, articleCount, href: withFilter('/search', query, { name: type, value: slug }) },
        })),
        counted,
      ),
    )}
    ${examined.relation === 'gte' && html`<p class="note">Outlets, sections and keywords of the newest ${pluralize(counted, 'article')}.</p>`}
  `;
}

function list(
  title: string,
  items: { name: string; articleCount: number; href: string }[],
  total: number,
): View {
  if (items.length === 0) return null;
  return html`<section class="facet">
    <h2 class="rubric">${title}</h2>
    <ul class="counts">
      ${items.map(
        ({ name, articleCount, href }) => html`<li>
          <a href=${href} dir="auto">${name}</a>
          <span class="count">${articleCount.toLocaleString('en')}<span class="unseen"> ${articleCount === 1 ? 'article' : 'articles'}</span></span>
          ${shareBar(articleCount, total)}
        </li>`,
      )}
    </ul>
  </section>`;
}
