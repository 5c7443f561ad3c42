import { readable } from './filter.ts';
import { kindOf } from './tag-types.ts';

/** Returns the path of an article's page: `/articles/eus-borrell-vows`. */
export function articleHref(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** Returns the path of a source's page. */
export function sourceHref(slug: string): string {
  return `/sources/${encodeURIComponent(slug)}`;
}

/**
 * Returns the path of a tag's page, by its present slug if it is known: the id of a renamed tag has its first slug. Keywords, sections and authors may be named as printed: plain words become the slug,
 * and from others the server redirects.
 * `person/josep-borrell` → `/people/josep-borrell`, `keyword/Open Data` → `/keywords/open-data`
 */
export function tagHref(id: string, present?: string): string {
  if (present !== undefined) return `/${kindOf(id) ?? 'tags'}/${encodeURIComponent(present)}`;
  const name = id.slice(id.indexOf('/') + 1);
  const isPlain = /^[a-z0-9 -]{1,80}$/i.test(name);
  const slug = isPlain ? (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-') : name;
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
