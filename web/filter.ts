/** What readers can narrow the archive by, as page and API name it, with the word that goes before it in a sentence. */
export const filters = {
  tag: 'with',
  person: 'on',
  topic: 'about',
  organization: 'on',
  place: 'in',
  source: 'from',
  language: 'in',
  date: 'of',
  from: 'since',
  to: 'until',
} as const;

export type FilterName = keyof typeof filters;

/** One thing that an archive is narrowed by. */
export interface Narrowing {
  name: FilterName;
  value: string;
}

const lists = ['tag', 'person', 'topic', 'organization', 'place', 'source', 'language'] as const;
const single = ['date', 'from', 'to'] as const;

/** The filter in the address of a page, as the API takes it. What else is in the address is left alone. */
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
    source: all('source'),
    language: all('language'),
    date: query.get('date') || undefined,
    from: query.get('from') || undefined,
    to: query.get('to') || undefined,
  };
}

/** What the address of a page narrows by, without the words searched for, one entry for each value. */
export function narrowings(query: URLSearchParams): Narrowing[] {
  return [
    ...lists.flatMap((name) => query.getAll(name).map((value) => ({ name, value }))),
    ...single.flatMap((name) => ({ name, value: query.get(name) ?? '' })),
  ].filter(({ value }) => value !== '');
}

/** Words and filter alone, to be put behind the address of an article: `?q=pier&person=ada-birch`, or nothing. */
export function filterSuffix(query: URLSearchParams): string {
  const q = query.get('q')?.trim();
  const kept = new URLSearchParams(q ? { q } : {});
  for (const { name, value } of narrowings(query)) kept.append(name, value);
  return kept.size > 0 ? `?${readable(kept)}` : '';
}

/** The same page narrowed by one more thing. Paging begins anew. */
export function narrowed(path: string, query: URLSearchParams, { name, value }: Narrowing): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  next.append(name, value);
  return `${path}?${readable(next)}`;
}

/** The same page without one of the things that it is narrowed by. */
export function widened(path: string, query: URLSearchParams, { name, value }: Narrowing): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  next.delete(name, value);
  return next.size > 0 ? `${path}?${readable(next)}` : path;
}

/** A query with those characters as they are that may be, as addresses are read by people. */
export function readable(query: URLSearchParams): string {
  return String(query).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
}
