import { html } from 'htm/preact';
import type { Facet, Facets } from '../../clients/typescript/src/client.ts';
import { type Narrowing, narrowed } from '../filter.ts';
import { withQuery } from '../href.ts';
import type { View } from '../page.ts';
import { shareBar } from './share-bar.ts';

/** The facets that lists ask the API for, as they are shown. */
const titles = {
  topic: 'Topics',
  person: 'People',
  organization: 'Organizations',
  place: 'Places',
  source: 'Sources',
  language: 'Languages',
} as const;

type FacetName = keyof typeof titles;

/** What to ask the API for, in the order in which it is shown. */
export const facetNames = ['topic', 'person', 'organization', 'place', 'source', 'language'] as const;

/** Those that tell something even where each article has them. */
const tagTypes = new Set<FacetName>(['topic', 'person', 'organization', 'place']);

/** How many values stand there before the others are folded away. */
const shown = 6;

/**
 * What the articles of a list are about and where they come from, each a link that narrows the list, with how many
 * articles it leaves. What would leave the list as it is stands there only where `all` are wanted.
 */
export function facetList(
  facets: Facets | undefined,
  {
    path,
    query,
    given,
    all = false,
    names = facetNames,
  }: {
    path: string;
    query: URLSearchParams;
    given: Narrowing[];
    all?: boolean;
    names?: readonly FacetName[];
  },
): View {
  return names.map((name) => {
    const facet = facets?.[name];
    if (!facet) return null;
    const { value: total, relation } = facet.articles;
    const values = facet.values.filter(
      ({ value, count }) =>
        ((all && tagTypes.has(name)) || count < total || relation === 'gte') &&
        !given.some((each) => each.name === name && each.value === value),
    );
    if (values.length === 0) return null;
    const items = values.map((value) =>
      valueView(value, name, total, narrowed(path, query, { name, value: value.value })),
    );
    return html`<section class="facet">
      <h3 class="rubric">${titles[name]}</h3>
      <ul class="counts">${items.slice(0, shown)}</ul>
      ${
        items.length > shown &&
        html`<details><summary>${items.length - shown} more <span class="unseen">${titles[name].toLowerCase()}</span></summary><ul class="counts">${items.slice(shown)}</ul></details>`
      }
    </section>`;
  });
}

/** The address of a list in the API without its facets: pages that follow need not count again. */
export function withoutFacets(address: string): string {
  const [path = '', search = ''] = address.split('?');
  return withQuery(path, new URLSearchParams(search), { facets: null });
}

/** How much the facets cover, where that is not all; else nothing. */
export function facetNote(facets: Facets | undefined): View {
  const cut = Object.values(facets ?? {}).find(({ articles }) => articles.relation === 'gte');
  return (
    cut &&
    html`<p class="note">Counted over the newest ${cut.articles.value.toLocaleString('en')} articles.</p>`
  );
}

/** The name of a value that a list is narrowed by, as the facets know it; else as its slug spells it. */
export function narrowingName({ name, value }: Narrowing, facets: Facets | undefined): string {
  const facet = isFacet(name) ? facets?.[name] : undefined;
  return facet?.values.find((each) => each.value === value)?.name ?? spelled(name, value);
}

/** `person`, `ada-birch` → `Ada Birch`; what is no slug stays as it is. */
function spelled(name: string, value: string): string {
  if (!isFacet(name) || name === 'language' || !/^[a-z][a-z0-9-]*$/.test(value)) return value;
  const words = value.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join(' ');
}

function isFacet(name: string): name is FacetName {
  return name in titles;
}

function valueView(
  { name, count }: Facet['values'][number],
  kind: FacetName,
  total: number,
  href: string,
): View {
  return html`<li>
    <a href=${href} dir="auto">${kind === 'language' ? languageName(name) : name}</a>
    <span class="count">${count.toLocaleString('en')}<span class="unseen"> ${count === 1 ? 'article' : 'articles'}</span></span>
    ${shareBar(count, total)}
  </li>`;
}

/** `fr` → `French`; the tag itself where it has no name. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
