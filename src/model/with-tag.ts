import type { Annotations } from './draft.ts';
import { nameOfSlug } from './name-of-slug.ts';
import type { TagId } from './tag.ts';

/** Adds a tag to an article as a whole, unless it has the tag. Returns a new article. */
export function withTag<A extends Pick<Annotations, 'mentions' | 'inferredTopics'>>(
  article: A,
  tag: TagId,
  name: string | undefined,
): A {
  const carried = [...article.mentions, ...article.inferredTopics].some((carrier) => carrier.tag === tag);
  if (carried) return article;
  const inferred = { tag, name: name ?? nameOfSlug(tag), method: 'editor', confidence: 1 };
  return { ...article, inferredTopics: [...article.inferredTopics, inferred] };
}
