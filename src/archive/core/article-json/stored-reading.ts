import type { ReadArticle, StoredReading } from '../../../model/draft.ts';
import type { ArticleBody, CardContent, StoredFields } from './article-document.ts';

/** Returns the part of a read article that the archive stores. */
export function storedReading(article: ReadArticle): StoredReading {
  const { sourceKey: _key, origin: _origin, stored: _stored, stated: _stated, ...rest } = article;
  const { identities: _identities, version: _version, modifiedAt: _modified, ...others } = rest;
  const { release: _release, arrival: _arrival, ...reading } = others;
  return reading;
}

/**
 * Returns the reading that a stored article was rendered from. The methods that found inferred topics are lost, and the
 * discovered tags are in the archive already.
 */
export function readingOf(
  card: CardContent & Partial<StoredFields>,
  { body, mentions, quotes }: ArticleBody,
): StoredReading {
  const {
    id: _id,
    slug: _slug,
    revision: _revision,
    storedAt: _at,
    tags,
    quoteCount: _quotes,
    ...content
  } = card;
  return {
    ...content,
    // Cards of earlier versions have no sections.
    sections: content.sections ?? [],
    ...{ body, mentions, quotes },
    inferredTopics: tags
      .filter(({ count }) => count === 0)
      .map(({ id, name }) => ({ tag: id, name, method: 'stored', confidence: 1 })),
    discovered: [],
  };
}
