import type { Article, ArticleCard } from '../../../model/article.ts';
import type { KeptReading } from '../../../model/draft.ts';
import type { Instant } from '../../../model/instant.ts';
import type { TagId } from '../../../model/tag.ts';
import { articleTags, type TagLabel } from './article-tags.ts';

/** The present name and slug of a tag. */
export type LabelOf = (id: TagId) => TagLabel;

/** What the archive adds to an article. */
export interface Placing {
  id: string;
  slug: string;
  revision: number;
  storedAt: Instant;
}

/** What a card says without what the archive adds. */
export type ArticleSaying = Omit<ArticleCard, keyof Placing>;

/** What an article has in its full form only. */
export type ArticleRest = Omit<Article, keyof ArticleCard>;

/** What a card says of an article, its keys in the order of the schema. */
export function articleSaying(article: KeptReading, label: LabelOf): ArticleSaying {
  return {
    url: article.url,
    headline: article.headline,
    standfirst: article.standfirst,
    byline: article.byline,
    authors: article.authors,
    dateline: article.dateline,
    credit: article.credit,
    source: article.source,
    language: article.language,
    publishedAt: article.publishedAt,
    publication: article.publication,
    updatedAt: article.updatedAt,
    crawledAt: article.crawledAt,
    images: article.images,
    keywords: article.keywords,
    wordCount: article.wordCount,
    summaryOnly: article.summaryOnly,
    tags: articleTags(article, label),
    quoteCount: article.quotes.length,
    warnings: article.warnings,
    contentHash: article.contentHash,
  };
}

/** The card of an article as JSON, from what it says (`"url":…,"contentHash":…`) and what the archive adds. */
export function cardJson(saying: string, { id, slug, revision, storedAt }: Placing): string {
  return `{"id":"${id}","slug":"${slug}",${saying},"revision":${revision},"storedAt":"${storedAt}"}`;
}

/** Body, mentions and quotes of an article, the names of its tags as they are now. */
export function articleRest(article: KeptReading, label: LabelOf): ArticleRest {
  return {
    body: article.body,
    mentions: article.mentions.map((mention) => ({ ...mention, name: label(mention.tag).name })),
    quotes: article.quotes.map((quote) =>
      quote.speaker?.tag
        ? { ...quote, speaker: { ...quote.speaker, name: label(quote.speaker.tag).name } }
        : quote,
    ),
  };
}

/** One JSON object of two: `{"a":1}` and `{"b":2}` → `{"a":1,"b":2}`. Neither is parsed; neither may be empty. */
export function joinObjects(first: string, second: string): string {
  return `${first.slice(0, -1)},${second.slice(1)}`;
}

const comma = Buffer.from(',');

/** The same in UTF-8. */
export function joinBytes(first: Buffer, second: Buffer): Buffer {
  return Buffer.concat([first.subarray(0, -1), comma, second.subarray(1)]);
}
