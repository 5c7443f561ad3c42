import type { KeptReading, ReadArticle } from '../../../model/draft.ts';
import type { ArticleRest, ArticleSaying } from './article-document.ts';

/** What an archive keeps of a read article. */
export function keptOf(article: ReadArticle): KeptReading {
  const { sourceKey: _key, origin: _origin, stored: _stored, ...kept } = article;
  return kept;
}

/**
 * The reading that a stored article was rendered from. How topics without a mention were found is not in it; the
 * tags that the article discovered are in the archive already.
 */
export function readingOf(saying: ArticleSaying, { body, mentions, quotes }: ArticleRest): KeptReading {
  return {
    url: saying.url,
    headline: saying.headline,
    standfirst: saying.standfirst,
    byline: saying.byline,
    authors: saying.authors,
    dateline: saying.dateline,
    credit: saying.credit,
    source: saying.source,
    language: saying.language,
    publishedAt: saying.publishedAt,
    publication: saying.publication,
    updatedAt: saying.updatedAt,
    crawledAt: saying.crawledAt,
    images: saying.images,
    keywords: saying.keywords,
    wordCount: saying.wordCount,
    summaryOnly: saying.summaryOnly,
    warnings: saying.warnings,
    contentHash: saying.contentHash,
    body,
    mentions,
    quotes,
    inferredTopics: saying.tags
      .filter(({ count }) => count === 0)
      .map(({ id, name }) => ({ tag: id, name, method: 'stored', confidence: 1 })),
    discovered: [],
  };
}
