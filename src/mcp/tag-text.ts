import { pluralize } from '../model/pluralize.ts';
import { TagSummary } from '../model/tag-summary.ts';

/** Formats a tag of a list: name, id and number of articles. */
export function tagText(item: unknown): string {
  const { name, id, articleCount } = TagSummary.parse(item);
  return `${name} (${id}), ${pluralize(articleCount, 'article')}`;
}
