import type { StoredReading } from '../../../model/draft.ts';
import { type TagId, TagType } from '../../../model/tag.ts';
import type { LabelOf } from './article-document.ts';
import type { TagLabel } from './article-tags.ts';

/**
 * Predicts the labels of an article's tags in an archive that has the `known` tags. Other tags are labelled as the
 * article discovered them, else as it names them.
 */
export function likelyLabels(
  known: ReadonlyMap<TagId, TagLabel>,
  { mentions, inferredTopics, discovered }: Pick<StoredReading, 'mentions' | 'inferredTopics' | 'discovered'>,
): LabelOf {
  const names = new Map([...mentions, ...inferredTopics].map(({ tag, name }) => [tag, name]));
  const entries = new Map(discovered.map((entry) => [entry.id, entry]));
  return (id) => {
    const entry = known.get(id) ?? entries.get(id);
    if (entry) return { id, type: entry.type, slug: entry.slug, name: entry.name };
    const [type, slug = ''] = id.split('/');
    return { id, type: TagType.parse(type), slug, name: names.get(id) ?? slug };
  };
}
