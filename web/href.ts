import type { Section } from './page.ts';

const folders: Record<string, Section> = {
  person: 'people',
  topic: 'topics',
  organization: 'organizations',
  place: 'places',
};

/** The page of an article. `/articles/eus-borrell-vows` */
export function articleHref(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** The page of a tag. `person/josep-borrell` → `/people/josep-borrell` */
export function tagHref(id: string): string {
  const [type = '', slug = ''] = id.split('/');
  return `/${folders[type] ?? 'tags'}/${encodeURIComponent(slug)}`;
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
  const written = String(next).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written ? `${path}?${written}` : path;
}
