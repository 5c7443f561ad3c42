import type { UncorrectedArticle } from '../archive/results.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { StatedEntity, StoredReading } from '../model/draft.ts';
import { statedMethod } from '../model/mention.ts';
import { entityTypes } from '../model/tag.ts';
import { createExtractor } from '../reading/extract.ts';

/**
 * Creates a function that extracts from a stored article again. The text stays the same; mentions, quotes and
 * topics may change.
 */
export function createRereader(
  authority: AuthorityEntry[],
): (article: UncorrectedArticle) => UncorrectedArticle {
  const extract = createExtractor(authority);
  return ({ id, reading }) => {
    const origin = { path: id, line: null, format: 'archive' };
    const stated = statedIn(reading);
    return { id, reading: { ...reading, ...extract({ ...reading, stated, sourceKey: id, origin }) } };
  };
}

/** Returns the entities that the source stated, as far as the archive knows. Topics are found again by their keywords. */
function statedIn({ mentions, inferredTopics }: StoredReading): StatedEntity[] {
  const named = mentions.filter(({ method }) => method === statedMethod);
  return [...named, ...inferredTopics].flatMap(({ tag, name }) => {
    const type = entityTypes.find((each) => tag.startsWith(`${each}/`));
    if (type === undefined || type === 'topic') return [];
    return [{ type, name, id: tag, codes: { wikidata: null, mediatopic: null }, geo: null }];
  });
}
