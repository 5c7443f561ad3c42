import { html } from 'htm/preact';
import type { Facet, Facets } from '../../clients/typescript/src/client.ts';
import { type FilterValue, withFilter } from '../filter.ts';
import { withQuery } from '../href.ts';
import type { View } from '../page.ts';
import { tagTypes } from '../tag-types.ts';
import { shareBar } from './share-bar.ts';

/** Facets requested for lists, with their titles. */
const titles = {
  topic: 'Topics',
  person: 'People',
  organization: 'Organizations',
  place: 'Places',
  section: 'Sections',
  keyword: 'Keywords',
  author: 'Authors',
  source: 'Sources',
  language: 'Languages',
} as const;

type FacetName = keyof typeof titles;

/** Names of the facets in display order. */
export const facetNames = Object.keys(titles).filter(isFacet);

/** Facets that `all` shows even if all articles have the value. */
const alwaysShown = new Set<string>([...tagTypes, 'source']);

/** Number of values shown before the rest is collapsed. */
const shown = 6;

/**
 * Renders the facets of a list. Each value links to the list filtered by it, with the number of articles.
 * A value that all articles have is no choice in a search. With `all` it is shown: on the page of a tag it says something
 * about the tag.
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
    given: FilterValue[];
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
        ((all && alwaysShown.has(name)) || count < total || relation === 'gte') &&
        !given.some((each) => each.name === name && each.value === value),
    );
    if (values.length === 0) return null;
    const items = values.map((value) =>
      valueView(value, name, total, withFilter(path, query, { name, value: value.value })),
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

/** Removes `facets` from a list's API address, because further pages do not show them. */
export function withoutFacets(address: string): string {
  const [path = '', search = ''] = address.split('?');
  return withQuery(path, new URLSearchParams(search), { facets: null });
}

/** Renders the number of articles that the facets count, if not all. */
export function facetNote(facets: Facets | undefined): View {
  const cut = Object.values(facets ?? {}).find(({ articles }) => articles.relation === 'gte');
  return (
    cut &&
    html`<p class="note">Counted over the newest ${cut.articles.value.toLocaleString('en')} articles.</p>`
  );
}

/** Returns the display name of a filter value, from the facets or else from its slug. */
export function filterValueName({ name, value }: FilterValue, facets: Facets | undefined): string {
  const facet = isFacet(name) ? facets?.[name] : undefined;
  return facet?.values.find((each) => each.value === value)?.name ?? spelled(name, value);
}

/** Returns a name for a slug. (`person`, `ada-birch`) → `Ada Birch`. Other values are unchanged. */
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

/** Returns the English name of a language, or the tag itself. `fr` → `French` */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
