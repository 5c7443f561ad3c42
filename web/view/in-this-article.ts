import { html } from 'htm/preact';
import type { Article } from '../../clients/typescript/src/client.ts';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { spoken } from './quote-card.ts';

type Tag = Article['tags'][number];

/** Number of people and quotes shown before the rest is collapsed. */
const shown = 8;
/** Maximum number of tags of a type, and of quotes. The rest is in the API. */
const most = 200;

/** Renders the tags of an article (people with roles, then topics, organizations, places and keywords) and its quotes. */
export function inThisArticle({ tags, quotes, keywords }: Article): View {
  const of = (type: Tag['type']) => tags.filter((tag) => tag.type === type);
  const people = of('person').slice(0, most).map(person);
  const said = quotes.slice(0, most).map(quoteLink);
  return html`
    ${
      people.length > 0 &&
      html`<section>
        <h2 class="rubric">People</h2>
        <ul class="people">${people.slice(0, shown)}</ul>
        ${folded('people', people.slice(shown))}
      </section>`
    }
    ${named('Topics', of('topic'))} ${named('Organizations', of('organization'))} ${named('Places', of('place'))}
    ${named(
      'Keywords',
      keywords.map((name) => ({ id: `keyword/${name}`, name })),
    )}
    ${
      quotes.length > 0 &&
      html`<section>
        <h2 class="rubric">Said in it</h2>
        <ol class="said-list">${said.slice(0, shown)}</ol>
        ${folded('said-list', said.slice(shown))}
      </section>`
    }
  `;
}

function folded(kind: string, items: View[]): View {
  if (items.length === 0) return null;
  return html`<details>
    <summary>and ${items.length.toLocaleString('en')} more</summary>
    <ul class=${kind}>${items}</ul>
  </details>`;
}

function quoteLink(quote: Article['quotes'][number], index: number): View {
  const { speaker } = quote;
  return html`<li dir="auto">
    <a href=${`#quote-${index + 1}`}>${shortened(spoken(quote))}</a>
    ${speaker && html` <span>${speaker.name}</span>`}
  </li>`;
}

function person({ id, slug, name, role, count }: Tag): View {
  return html`<li>
    <a href=${tagHref(id, slug)} data-tag=${id} dir="auto">${name}</a>
    ${count > 1 && html`<span class="count"><span class="unseen">named </span>${count}<span aria-hidden="true"> ×</span><span class="unseen"> times</span></span>`}
    ${role && html`<span class="role" dir="auto">${role}</span>`}
  </li>`;
}

function named(title: string, tags: (Pick<Tag, 'id' | 'name'> & { slug?: string })[]): View {
  if (tags.length === 0) return null;
  return html`<section>
    <h2 class="rubric">${title}</h2>
    <ul class="tags">${tags.slice(0, most).map(({ id, slug, name }) => html`<li><a href=${tagHref(id, slug)} dir="auto">${name}</a></li>`)}</ul>
  </section>`;
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90).replace(/\s\S*$/, '')} …` : text;
}
