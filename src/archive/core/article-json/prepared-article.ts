import { hash } from 'node:crypto';
import type { AuthorityEntry } from '../../../model/authority.ts';
import type { KeptReading, ReadArticle, StoredIdentity } from '../../../model/draft.ts';
import { bandsOf } from '../../../model/fingerprint.ts';
import { secondsOf } from '../../../model/instant.ts';
import { slugOf } from '../../../model/slug.ts';
import {
  type ArticleRest,
  type ArticleSaying,
  articleRest,
  articleSaying,
  type LabelOf,
} from './article-document.ts';
import { articleIdOf } from './article-id.ts';
import type { TagLabel } from './article-tags.ts';
import { keptOf, readingOf } from './kept-reading.ts';
import { cardContext, packDocument, unpackDocument } from './packed-document.ts';
import { type SearchableText, searchableText } from './searchable-text.ts';

/** All that can be said of an article without asking the archive, as it will be stored. */
export interface RenderedArticle {
  /** The slug that its headline gives; empty where that has no Latin letters. */
  slug: string;
  /** Seconds since 1970. */
  publishedAt: number;
  wordCount: number;
  /** By which near-duplicates of the body find each other; see fingerprint.ts. */
  bands: number[];
  /** What its card says, as JSON without the braces. */
  saying: string;
  /** Body, mentions and quotes, packed beside `saying`. */
  rest: Uint8Array;
  text: SearchableText;
  /** The tags that it carries, under the names that it was rendered with. */
  tags: TagLabel[];
  quotes: { speaker: TagLabel | null; exact: string }[];
  source: { slug: string; name: string } | null;
  language: string;
  /** Tags that no authority knows and this article describes. */
  discovered: AuthorityEntry[];
}

/** A read article made ready for the archive, on whatever thread. Plain data. */
export interface PreparedArticle extends RenderedArticle {
  id: string;
  /** By which equal content is known: see `contentDigest`. */
  content: string;
  /** What another archive made of it, when it comes out of an export. */
  stored?: StoredIdentity | undefined;
}

/** The id of a read article: the one that it had in another archive, else the one that its source key gives. */
export function idOf({ sourceKey, source, stored }: ReadArticle): string {
  return stored?.id ?? articleIdOf(sourceKey, source?.slug ?? null);
}

/** Half a SHA-256 of the content hash, hexadecimal: enough to know equal content by. */
export function contentDigest(contentHash: string): string {
  return hash('sha256', contentHash).slice(0, 32);
}

/** Makes a read article ready; `label` says what its tags are called. */
export function prepareArticle(article: ReadArticle, label: LabelOf): PreparedArticle {
  return {
    id: idOf(article),
    content: contentDigest(article.contentHash),
    stored: article.stored,
    ...renderArticle(keptOf(article), label),
  };
}

/** Renders what a reading says. */
export function renderArticle(reading: KeptReading, label: LabelOf): RenderedArticle {
  const saying = articleSaying(reading, label);
  const json = JSON.stringify(saying).slice(1, -1);
  return renderedArticle(saying, json, articleRest(reading, label), label, reading.discovered);
}

/** The same from an article as it is stored: its card, as JSON and parsed, and the rest. */
export function renderStored(card: ArticleSaying, json: string, rest: ArticleRest, label: LabelOf) {
  return renderedArticle(card, cardContext(json), rest, label, []);
}

function renderedArticle(
  saying: ArticleSaying,
  json: string,
  rest: ArticleRest,
  label: LabelOf,
  discovered: AuthorityEntry[],
): RenderedArticle {
  return {
    slug: slugOf(saying.headline),
    publishedAt: secondsOf(saying.publishedAt),
    wordCount: saying.wordCount,
    bands: bandsOf(rest.body.text),
    saying: json,
    rest: packDocument(JSON.stringify(rest), json),
    text: searchableText(saying, rest),
    tags: saying.tags.map(({ id, type, slug, name }) => ({ id, type, slug, name })),
    quotes: rest.quotes.map(({ speaker, exact }) => ({
      speaker: speaker?.tag ? label(speaker.tag) : null,
      exact,
    })),
    source: saying.source,
    language: saying.language,
    discovered,
  };
}

/** The reading that an article was rendered from; see `readingOf`. */
export function readingOfRendered({ saying, rest, discovered }: RenderedArticle): KeptReading {
  const said: ArticleSaying = JSON.parse(`{${saying}}`);
  return { ...readingOf(said, JSON.parse(unpackDocument(rest, `{${saying},"revision":`))), discovered };
}
