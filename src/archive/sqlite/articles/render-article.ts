import type { StoredReading } from '../../../model/draft.ts';
import type { TagId } from '../../../model/tag.ts';
import { articleBody, cardContent } from '../../core/article-json/article-document.ts';
import type { TagLabel } from '../../core/article-json/article-tags.ts';
import { likelyLabels } from '../../core/article-json/likely-labels.ts';
import { cardContext } from '../../core/article-json/packed-document.ts';
import {
  type RenderedArticle,
  readingOfRendered,
  renderArticle,
} from '../../core/article-json/prepared-article.ts';
import { candidateTag } from '../tags/candidate-tag.ts';
import type { TagRow, TagRows } from '../tags/tag-rows.ts';
import type { StoredArticle } from './article-rows.ts';

/** Renders articles with the present names of tags, and stores tags that are new. */
export interface ArticleRenderer {
  render(reading: StoredReading): RenderedArticle;
  /** Returns an article that was rendered before. Renders it again if a tag has another name or slug now. */
  withPresentNames(article: RenderedArticle): RenderedArticle;
  /** True if the reading renders to the stored article. */
  isAsStored(reading: StoredReading, stored: StoredArticle): boolean;
}

/** Creates a renderer that uses these tags. */
export function createArticleRenderer(tags: TagRows): ArticleRenderer {
  /** Creates a function that finds or stores the tags of one article. */
  const tagFinder = (
    article: Pick<StoredReading, 'discovered'>,
    likely: (id: TagId) => TagLabel,
  ): ((id: TagId) => TagRow) => {
    const entries = new Map(article.discovered.map((entry) => [entry.id, entry]));
    return (id) => tags.find(id) ?? tags.put(entries.get(id) ?? candidateTag(id, likely(id).name));
  };
  const render = (reading: StoredReading): RenderedArticle =>
    renderArticle(reading, tagFinder(reading, likelyLabels(new Map(), reading)));

  return {
    render,
    withPresentNames(article) {
      const speakers = article.quotes.flatMap(({ speaker }) => (speaker ? [speaker] : []));
      const labels = new Map([...article.tags, ...speakers].map((label) => [label.id, label]));
      const find = tagFinder(article, (id) => labels.get(id) ?? candidateTag(id));
      let upToDate = true;
      for (const { id, slug, name } of labels.values()) {
        const present = find(id);
        if (present.name !== name || present.slug !== slug) upToDate = false;
      }
      return upToDate ? article : render(readingOfRendered(article));
    },
    isAsStored(reading, { json, body }) {
      const label = tagFinder(reading, likelyLabels(new Map(), reading));
      const rendered = JSON.stringify([cardContent(reading, label), articleBody(reading, label)]);
      return rendered === `[{${cardContext(json)}},${JSON.stringify(body)}]`;
    },
  };
}
