import type { TagType } from '../model/tag.ts';
import type { Site } from './published.ts';

const plurals: Record<TagType, string> = {
  person: 'people',
  topic: 'topics',
  organization: 'organizations',
  place: 'places',
};

/** What names an article wherever it is published; it stays when the slug changes, and leads to the article. */
// https://news.example.org/v1/articles/a7q2k0x9m4v1c8t3
export function uriOf({ id }: { id: string }, { origin }: Site): string {
  return `${origin}/v1/articles/${encodeURIComponent(id)}`;
}

/** The page of an article for people. */
export function pageOf({ slug }: { slug: string }, { origin }: Site): string {
  return `${origin}/articles/${encodeURIComponent(slug)}`;
}

/** An article in a format, by the suffix of the format. */
export function formatOf({ slug }: { slug: string }, suffix: string, { origin }: Site): string {
  return `${origin}/v1/articles/${encodeURIComponent(slug)}.${suffix}`;
}

/** The page of a person, topic, organization or place for people. */
export function tagPageOf({ type, slug }: { type: TagType; slug: string }, { origin }: Site): string {
  return `${origin}/${plurals[type]}/${encodeURIComponent(slug)}`;
}

/** The list of all tags of a type: names the scheme that a category is from. */
export function schemeOf(type: TagType, { origin }: Site): string {
  return `${origin}/${plurals[type]}`;
}

/** The address, if browsers may be led there; a source may have printed anything. */
// "javascript:alert(1)" → null
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
