import type { KeptReading, ReadArticle } from '../../../model/draft.ts';
import type { ArticleBody, CardContent } from './article-document.ts';

/** Returns the part of a read article that the archive keeps. */
export function keptOf(article: ReadArticle): KeptReading {
  const { sourceKey: _key, origin: _origin, stored: _stored, ...kept } = article;
  return kept;
}

/**
 * Returns the reading that a stored article was rendered from. The methods that found inferred topics are lost, and the
 * discovered tags are in the archive already.
 */
export function readingOf(card: CardContent, { body, mentions, quotes }: ArticleBody): KeptReading {
  return {
    url: card.url,
    headline: card.headline,
    standfirst: card.standfirst,
    byline: card.byline,
    authors: card.authors,
    dateline: card.dateline,
    credit: card.credit,
    source: card.source,
    language: card.language,
    publishedAt: card.publishedAt,
    publication: card.publication,
    updatedAt: card.updatedAt,
    crawledAt: card.crawledAt,
    images: card.images,
    keywords: card.keywords,
    wordCount: card.wordCount,
    summaryOnly: card.summaryOnly,
    warnings: card.warnings,
    contentHash: card.contentHash,
    body,
    mentions,
    quotes,
    inferredTopics: card.tags
      .filter(({ count }) => count === 0)
      .map(({ id, name }) => ({ tag: id, name, method: 'stored', confidence: 1 })),
    discovered: [],
  };
}
