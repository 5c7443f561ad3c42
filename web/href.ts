import { readable } from './filter.ts';

export type Kind = 'people' | 'topics' | 'organizations' | 'places';

const kinds: Record<string, Kind> = {
  person: 'people',
  topic: 'topics',
  organization: 'organizations',
  place: 'places',
};

/** Returns the path segment of a tag's type. `person/josep-borrell` → `people` */
export function kindOf(id: string): Kind | undefined {
  return kinds[id.split('/')[0] ?? ''];
}

/** Returns the path of an article's page: `/articles/eus-borrell-vows`. */
export function articleHref(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** Returns the path of a tag's page. `person/josep-borrell` → `/people/josep-borrell` */
export function tagHref(id: string): string {
  const [, slug = ''] = id.split('/');
  return `/${kindOf(id) ?? 'tags'}/${encodeURIComponent(slug)}`;
}

/** Returns the path with some query parameters changed; null removes one. Pagination starts again. */
export function withQuery(
  path: string,
  query: URLSearchParams,
  changes: Record<string, string | null>,
): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const written = readable(next);
  return written ? `${path}?${written}` : path;
}
