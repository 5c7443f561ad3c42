import { hash } from 'node:crypto';
import type { AuthorityEntry } from '../../../model/authority.ts';
import type { ArticleArrival, ReadArticle, StoredIdentity, StoredReading } from '../../../model/draft.ts';
import { bandsOf } from '../../../model/fingerprint.ts';
import { headlineSlug } from '../../../model/headline-slug.ts';
import { type Instant, secondsOf } from '../../../model/instant.ts';
import { editorMethod, statedMethod } from '../../../model/mention.ts';
import { type NewsroomWord, newsroomWords } from '../../../model/newsroom-words.ts';
import type { Feature } from '../../../model/query.ts';
import { slugOf } from '../../../model/slug.ts';
import { addressHash, sourceAddress } from '../../../model/source-address.ts';
import type { TagId } from '../../../model/tag.ts';
import type { TagIdentity } from '../../../model/tag-identity.ts';
import type { DocumentVersion } from '../document-version.ts';
import {
  type ArticleBody,
  articleBody,
  type CardContent,
  cardContent,
  type LabelOf,
} from './article-document.ts';
import { articleIdOf } from './article-id.ts';
import type { TagLabel } from './article-tags.ts';
import { cardContext, packDocument, unpackDocument } from './packed-document.ts';
import { quoteTerms, type SearchTerms, searchTerms } from './search-terms.ts';
import { searchableText } from './searchable-text.ts';
import { readingOf, storedReading } from './stored-reading.ts';

/** An article rendered for storage, as far as possible without the archive. Plain data. */
export interface RenderedArticle {
  /** Slug of the headline; empty if it has no letters or digits. */
  slug: string;
  /** Slug that earlier versions made of the headline, if it is another. A stored article keeps it. */
  formerSlug?: string;
  /** Seconds since 1970; null if undated. */
  publishedAt: number | null;
  wordCount: number;
  /** Fingerprint of the body, for near-duplicates; see fingerprint.ts. */
  bands: number[];
  /** Content of the card, as JSON without braces. */
  card: string;
  /** Body, mentions and quotes, packed with `card` as context. */
  body: Uint8Array;
  /** Text of the body. */
  text: string;
  /** Terms for the search index. */
  terms: SearchTerms;
  /** Tags of the article, with the names it was rendered with. */
  tags: TagLabel[];
  /** Tags among these that the source or an editor states. */
  stated: TagId[];
  /** Keywords, sections and authors. */
  words: NewsroomWord[];
  /** Speakers of the quotes, and their terms for the search index. */
  quotes: { speaker: TagLabel | null; terms: string }[];
  source: { slug: string; name: string } | null;
  language: string;
  /** Hash of its address at the source. */
  address: number | null;
  features: Feature[];
  /** Entries for tags that the article introduces. */
  discovered: AuthorityEntry[];
}

/** A rendered article with its identity. Worker threads make it. */
export interface PreparedArticle extends RenderedArticle {
  id: string;
  /** Digest of the content; see `contentDigest`. */
  content: string;
  /** Digest of its reading, see `readingDigest`; absent if nothing was extracted. */
  readingDigest?: string | undefined;
  /** Number of its version, as its source states it. */
  version: number | null;
  /** Time of its modification, in seconds since 1970. */
  modified: number | null;
  /** Decision of the gate. */
  arrival?: ArticleArrival | undefined;
  /** Identity in the archive that exported it. */
  stored?: StoredIdentity | undefined;
  /** Identifiers of its tags that the source states. */
  identities?: TagIdentity[] | undefined;
}

/** Returns the id of a read article: the id in the archive that exported it, else the id of its source key. */
export function idOf({ sourceKey, source, stored }: ReadArticle): string {
  return stored?.id ?? articleIdOf(sourceKey, source?.slug ?? null);
}

/** Returns the version of an article, as its source or the archive that exported it states it. */
export function versionOf({
  version,
  updatedAt,
  modifiedAt = updatedAt,
}: Pick<ReadArticle, 'version' | 'updatedAt'> & {
  modifiedAt?: Instant | null | undefined;
}): DocumentVersion {
  return { version: version ?? null, modified: modifiedAt === null ? null : secondsOf(modifiedAt) };
}

/** Returns half a SHA-256 of the content hash, hexadecimal. Articles with equal content have the same digest. */
export function contentDigest(contentHash: string): string {
  return hash('sha256', contentHash).slice(0, 32);
}

/** Renders a read article for storage. */
export function prepareArticle(article: ReadArticle, label: LabelOf): PreparedArticle {
  return {
    id: idOf(article),
    content: contentDigest(article.contentHash),
    ...versionOf(article),
    arrival: article.arrival,
    stored: article.stored,
    identities: article.identities,
    ...renderArticle(storedReading(article), label),
  };
}

/** Renders a reading. */
export function renderArticle(reading: StoredReading, label: LabelOf): RenderedArticle {
  const content = cardContent(reading, label);
  const json = JSON.stringify(content).slice(1, -1);
  return renderedArticle(content, json, articleBody(reading, label), label, reading.discovered);
}

/** Renders a stored article again. `json` is its card as JSON. */
export function renderStored(card: CardContent, json: string, body: ArticleBody, label: LabelOf) {
  return renderedArticle(card, cardContext(json), body, label, []);
}

function renderedArticle(
  content: CardContent,
  card: string,
  body: ArticleBody,
  label: LabelOf,
  discovered: AuthorityEntry[],
): RenderedArticle {
  const address = content.url === null ? undefined : sourceAddress(content.url);
  return {
    ...slugsOf(content.headline),
    publishedAt: content.publishedAt === null ? null : secondsOf(content.publishedAt),
    wordCount: content.wordCount,
    bands: bandsOf(body.body.text),
    card,
    body: packDocument(JSON.stringify(body), card),
    text: body.body.text,
    terms: searchTerms(searchableText(content, body)),
    tags: content.tags.map(({ id, type, slug, name }) => ({ id, type, slug, name })),
    stated: statedTags(content, body),
    words: newsroomWords(content),
    quotes: body.quotes.map(({ speaker, exact }) => ({
      speaker: speaker?.tag ? label(speaker.tag) : null,
      terms: quoteTerms(exact),
    })),
    source: content.source,
    language: content.language,
    address: address === undefined ? null : addressHash(address),
    features: [
      ...(content.images.length > 0 ? ['image' as const] : []),
      ...(body.quotes.length > 0 ? ['quotes' as const] : []),
    ],
    discovered,
  };
}

function slugsOf(headline: string): Pick<RenderedArticle, 'slug' | 'formerSlug'> {
  const slug = headlineSlug(headline);
  const former = slugOf(headline);
  return { slug, ...(former !== slug && { formerSlug: former }) };
}

/** Returns the tags that the source or an editor gave the article. No mention of such a tag need be in the text. */
function statedTags({ tags }: CardContent, { mentions }: ArticleBody): TagId[] {
  const named = mentions.filter(({ method }) => method === statedMethod || method === editorMethod);
  const unmentioned = tags.filter(({ count }) => count === 0);
  return [...new Set([...named.map(({ tag }) => tag), ...unmentioned.map(({ id }) => id)])];
}

/** Returns the reading that an article was rendered from; see `readingOf`. */
export function readingOfRendered({ card, body, discovered }: RenderedArticle): StoredReading {
  const content: CardContent = JSON.parse(`{${card}}`);
  return { ...readingOf(content, JSON.parse(unpackDocument(body, `{${card},"revision":`))), discovered };
}
