import type { KeptReading } from '../../../model/draft.ts';
import type { TagId } from '../../../model/tag.ts';
import { articleRest, articleSaying } from '../../core/article-json/article-document.ts';
import type { TagLabel } from '../../core/article-json/article-tags.ts';
import { likelyLabels } from '../../core/article-json/likely-labels.ts';
import { cardContext } from '../../core/article-json/packed-document.ts';
import {
  type RenderedArticle,
  readingOfRendered,
  renderArticle,
} from '../../core/article-json/prepared-article.ts';
import { unconfirmedTag } from '../tags/candidate-tag.ts';
import type { TagRow, TagRows } from '../tags/tag-rows.ts';
import type { StoredArticle } from './article-rows.ts';

/** Rendering with what tags are called now; those that are new are made. */
export interface TaggedRendering {
  render(reading: KeptReading): RenderedArticle;
  /** An article that was rendered elsewhere: as it is, where its tags are still called that. */
  underPresentNames(article: RenderedArticle): RenderedArticle;
  /** Whether a reading would be stored as it is already. */
  isAsStored(reading: KeptReading, stored: StoredArticle): boolean;
}

/** Gives the rendering under these tags. */
export function taggedRendering(tags: TagRows): TaggedRendering {
  /** Finds or makes the tags of one article. */
  const tagFinder = (
    article: Pick<KeptReading, 'discovered'>,
    likely: (id: TagId) => TagLabel,
  ): ((id: TagId) => TagRow) => {
    return (id) =>
      tags.find(id) ??
      tags.put(article.discovered.find((entry) => entry.id === id) ?? unconfirmedTag(id, likely(id).name));
  };
  const render = (reading: KeptReading): RenderedArticle =>
    renderArticle(reading, tagFinder(reading, likelyLabels(new Map(), reading)));

  return {
    render,
    underPresentNames(article) {
      const speakers = article.quotes.flatMap(({ speaker }) => (speaker ? [speaker] : []));
      const labels = new Map([...article.tags, ...speakers].map((label) => [label.id, label]));
      const find = tagFinder(article, (id) => labels.get(id) ?? unconfirmedTag(id, undefined));
      let holds = true;
      for (const { id, slug, name } of labels.values()) {
        const present = find(id);
        if (present.name !== name || present.slug !== slug) holds = false;
      }
      return holds ? article : render(readingOfRendered(article));
    },
    isAsStored(reading, { json, rest }) {
      const label = tagFinder(reading, likelyLabels(new Map(), reading));
      const written = JSON.stringify([articleSaying(reading, label), articleRest(reading, label)]);
      return written === `[{${cardContext(json)}},${JSON.stringify(rest)}]`;
    },
  };
}
