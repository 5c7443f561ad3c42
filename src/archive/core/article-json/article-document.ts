import { type Article, type ArticleCard, statedFieldsOf } from '../../../model/article.ts';
import type { StoredReading } from '../../../model/draft.ts';
import type { Instant } from '../../../model/instant.ts';
import type { TagId } from '../../../model/tag.ts';
import { articleTags, type TagLabel } from './article-tags.ts';

/** The present name and slug of a tag. */
export type LabelOf = (id: TagId) => TagLabel;

/** Fields that the archive adds to an article. */
export interface StoredFields {
  id: string;
  slug: string;
  revision: number;
  storedAt: Instant;
}

/** Fields of a card that come from the document. */
export type CardContent = Omit<ArticleCard, keyof StoredFields>;

/** Members of an article that its card lacks. */
export type ArticleBody = Omit<Article, keyof ArticleCard>;

/** Returns the content of a card, with its keys in the order of the schema. */
export function cardContent(article: StoredReading, label: LabelOf): CardContent {
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
    sections: article.sections,
    ...statedFieldsOf(article),
    wordCount: article.wordCount,
    summaryOnly: article.summaryOnly,
    tags: articleTags(article, label),
    quoteCount: article.quotes.length,
    warnings: article.warnings,
    contentHash: article.contentHash,
  };
}

/** Returns a card as JSON. `content` is its content as JSON without braces: `"url":…,"contentHash":…`. */
export function cardJson(content: string, { id, slug, revision, storedAt }: StoredFields): string {
  return `{"id":"${id}","slug":"${slug}",${content},"revision":${revision},"storedAt":"${storedAt}"}`;
}

/** Returns body, mentions and quotes of an article, with the present names of its tags. */
export function articleBody(article: StoredReading, label: LabelOf): ArticleBody {
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

/** Joins two JSON objects without parsing them: `{"a":1}` and `{"b":2}` → `{"a":1,"b":2}`. Neither may be empty. */
export function joinObjects(first: string, second: string): string {
  return `${first.slice(0, -1)},${second.slice(1)}`;
}

const comma = Buffer.from(',');

/** Joins two JSON objects in UTF-8, as `joinObjects` does. */
export function joinBytes(first: Buffer, second: Buffer): Buffer {
  return Buffer.concat([first.subarray(0, -1), comma, second.subarray(1)]);
}
