import type { ArticleTag } from '../../../model/article.ts';
import type { Annotations } from '../../../model/draft.ts';
import type { TagId, TagType } from '../../../model/tag.ts';

/** Present name and slug of a tag. */
export interface TagLabel {
  id: TagId;
  type: TagType;
  slug: string;
  name: string;
}

/**
 * Returns the tags of an article from its mentions and inferred topics: most mentioned first, then by first mention.
 * Mentions must be in reading order.
 */
export function articleTags(
  { mentions, inferredTopics }: Pick<Annotations, 'mentions' | 'inferredTopics'>,
  label: (id: TagId) => TagLabel,
): ArticleTag[] {
  const tags = new Map<TagId, ArticleTag>();
  for (const [index, mention] of mentions.entries()) {
    const known = tags.get(mention.tag);
    if (known) {
      known.count += 1;
      known.role ??= mention.role;
      continue;
    }
    const { id, type, slug, name } = label(mention.tag);
    tags.set(mention.tag, { id, type, slug, name, role: mention.role, count: 1, firstMention: index });
  }
  for (const topic of inferredTopics) {
    if (tags.has(topic.tag)) continue;
    const { id, type, slug, name } = label(topic.tag);
    tags.set(topic.tag, { id, type, slug, name, role: null, count: 0, firstMention: null });
  }
  return [...tags.values()].sort((a, b) => b.count - a.count);
}
