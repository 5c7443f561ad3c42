import type { ArticleCard } from '../../news/article.ts';
import type { KeptReading, ReadArticle } from '../../news/draft.ts';
import type { ArticleRest } from './article-document.ts';

/** What an archive keeps of a read article. */
export function keptOf(article: ReadArticle): KeptReading {
  const { sourceKey: _key, origin: _origin, bands: _bands, stored: _stored, ...kept } = article;
  return kept;
}

/**
 * The reading that a stored article was rendered from. How topics without a mention were found is not in it; the
 * tags that the article discovered are in the archive already.
 */
export function readingOf(card: ArticleCard, { body, mentions, quotes }: ArticleRest): KeptReading {
  const {
    id: _id,
    slug: _slug,
    revision: _revision,
    storedAt: _storedAt,
    tags,
    quoteCount: _,
    ...said
  } = card;
  return {
    ...said,
    body,
    mentions,
    quotes,
    inferredTopics: tags
      .filter(({ count }) => count === 0)
      .map(({ id, name }) => ({ tag: id, name, method: 'stored', confidence: 1 })),
    discovered: [],
  };
}
