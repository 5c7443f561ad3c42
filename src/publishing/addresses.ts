import { type TagType, tagPlurals } from '../model/tag.ts';
import type { Site } from './published.ts';

/** Returns the permanent identifier of an article. It does not change with the slug, and resolves to the article. */
// https://news.example.org/v1/articles/a7q2k0x9m4v1c8t3
export function uriOf({ id }: { id: string }, { origin }: Site): string {
  return `${origin}/v1/articles/${encodeURIComponent(id)}`;
}

/** Returns the address of an article's page. */
export function pageOf({ slug }: { slug: string }, { origin }: Site): string {
  return `${origin}/articles/${encodeURIComponent(slug)}`;
}

/** Returns the address of an article in a format, given by its suffix. */
export function formatOf({ slug }: { slug: string }, suffix: string, { origin }: Site): string {
  return `${origin}/v1/articles/${encodeURIComponent(slug)}.${suffix}`;
}

/** Returns the address of a tag's page. */
export function tagPageOf({ type, slug }: { type: TagType; slug: string }, { origin }: Site): string {
  return `${origin}/${tagPlurals[type]}/${encodeURIComponent(slug)}`;
}

/** Returns the address of the list of all tags of a type, used as the scheme of categories. */
export function schemeOf(type: TagType, { origin }: Site): string {
  return `${origin}/${tagPlurals[type]}`;
}

/** Returns the address if it is http(s), else null. A source may contain any text as its address. */
// "javascript:alert(1)" → null
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
