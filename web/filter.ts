import { tagTypes } from './tag-types.ts';

/** Filters by name (in pages and in the API), with the word that precedes their value in a sentence. */
export const filters = {
  tag: 'with',
  person: 'on',
  topic: 'about',
  organization: 'on',
  place: 'in',
  keyword: 'with',
  section: 'in',
  author: 'by',
  source: 'from',
  language: 'in',
  has: 'with',
  ids: 'with the ids',
  url: 'from the address',
  'updated-since': 'changed since',
  date: 'of',
  from: 'since',
  to: 'until',
} as const;

export type FilterName = keyof typeof filters;

/** One value of a filter. */
export interface FilterValue {
  name: FilterName;
  value: string;
}

/** Filters that may be repeated. */
export const listFilters = ['tag', ...tagTypes, 'source', 'language', 'has', 'ids'] as const;
const single = ['url', 'updated-since', 'date', 'from', 'to'] as const;

/** Reads the filter from a page's query, in the form of the API. Ignores other parameters. */
export function readFilter(query: URLSearchParams) {
  const all = (name: FilterName) => {
    const values = query.getAll(name).filter((value) => value !== '');
    return values.length > 0 ? values : undefined;
  };
  return {
    q: query.get('q')?.trim() || undefined,
    tag: all('tag'),
    person: all('person'),
    topic: all('topic'),
    organization: all('organization'),
    place: all('place'),
    keyword: all('keyword'),
    section: all('section'),
    author: all('author'),
    source: all('source'),
    language: all('language'),
    has: all('has')
      ?.flatMap((each) => each.split(','))
      .filter(isFeature),
    ids: all('ids')?.flatMap((each) => each.split(',')),
    url: query.get('url') || undefined,
    'updated-since': query.get('updated-since') || undefined,
    date: query.get('date') || undefined,
    from: query.get('from') || undefined,
    to: query.get('to') || undefined,
  };
}

/** Returns the filter values of a page's query, without search words. */
export function filterValues(query: URLSearchParams): FilterValue[] {
  return [
    ...listFilters.flatMap((name) => query.getAll(name).map((value) => ({ name, value }))),
    ...single.flatMap((name) => ({ name, value: query.get(name) ?? '' })),
  ].filter(({ value }) => value !== '');
}

/** Returns only the search words and filter of a query, for links to articles: `?q=pier&person=ada-birch`, or ''. */
export function filterSuffix(query: URLSearchParams): string {
  const q = query.get('q')?.trim();
  const kept = new URLSearchParams(q ? { q } : {});
  for (const { name, value } of filterValues(query)) kept.append(name, value);
  return kept.size > 0 ? `?${readable(kept)}` : '';
}

/** Returns the page's address with one more filter value, at the first page. */
export function withFilter(path: string, query: URLSearchParams, { name, value }: FilterValue): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  next.append(name, value);
  return `${path}?${readable(next)}`;
}

/** Returns the page's address without one filter value. */
export function withoutFilter(path: string, query: URLSearchParams, { name, value }: FilterValue): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  next.delete(name, value);
  return next.size > 0 ? `${path}?${readable(next)}` : path;
}

/** Formats a query without needless escapes, for people who read addresses. */
export function readable(query: URLSearchParams): string {
  return String(query).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
}

function isFeature(value: string): value is 'image' | 'quotes' {
  return value === 'image' || value === 'quotes';
}
