import { readable } from './filter.ts';

export type Kind = 'people' | 'topics' | 'organizations' | 'places';

const kinds: Record<string, Kind> = {
  person: 'people',
  topic: 'topics',
  organization: 'organizations',
  place: 'places',
};

/** The list that a tag is of. `person/josep-borrell` → `people` */
export function kindOf(id: string): Kind | undefined {
  return kinds[id.split('/')[0] ?? ''];
}

/** The page of an article. `/articles/eus-borrell-vows` */
export function articleHref(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** The page of a tag. `person/josep-borrell` → `/people/josep-borrell` */
export function tagHref(id: string): string {
  const [, slug = ''] = id.split('/');
  return `/${kindOf(id) ?? 'tags'}/${encodeURIComponent(slug)}`;
}

/** The same page with some query parameters changed; null takes one away. Paging begins anew. */
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
