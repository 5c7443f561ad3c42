import type { TagCorrection } from '../../../model/correction.ts';
import { isSameTag, ruledTags } from '../../../model/newsroom-words.ts';
import { isNewsroomTag } from '../../../model/tag.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';

/**
 * True if rules may change a rendered article. Names of tags do not count, because articles are stored with the present
 * ones, nor does merging keywords, sections or authors, because articles show them as printed.
 */
export function rulesConcern(
  rules: readonly TagCorrection[],
  { tags, words, quotes, discovered }: RenderedArticle,
): boolean {
  const effective = rules.filter(({ do: verb, tag }) =>
    isNewsroomTag(tag)
      ? verb === 'lead-tag' || verb === 'drop-tag'
      : verb === 'merge-tags' || verb === 'drop-tag',
  );
  if (effective.length === 0) return false;
  const speakers = quotes.flatMap(({ speaker }) => speaker ?? []);
  const ids = new Set([...tags, ...speakers, ...discovered].map(({ id }) => id));
  const ofWords = rules.filter(({ tag }) => isNewsroomTag(tag));
  const wordIds = words.flatMap(({ id }) => ruledTags(id, ofWords));
  return effective.some(({ tag }) =>
    isNewsroomTag(tag) ? wordIds.some((id) => isSameTag(id, tag)) : ids.has(tag),
  );
}
