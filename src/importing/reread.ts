import type { UncorrectedArticle } from '../archive/results.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { StatedEntity, StoredReading } from '../model/draft.ts';
import { statedMethod } from '../model/mention.ts';
import { entityTypes } from '../model/tag.ts';
import { createExtractor } from '../reading/extract.ts';

/**
 * Creates a function that extracts from a stored article again. The text stays the same; mentions, quotes and
 * topics may change. A date that was that of the import or crawl is removed.
 */
export function createRereader(
  authority: AuthorityEntry[],
): (article: UncorrectedArticle) => UncorrectedArticle {
  const extract = createExtractor(authority);
  return ({ id, reading }) => {
    const origin = { path: id, line: null, format: 'archive' };
    const stated = statedIn(reading);
    const draft = { ...reading, ...withoutGuessedDate(reading) };
    return { id, reading: { ...draft, ...extract({ ...draft, stated, sourceKey: id, origin }) } };
  };
}

/** Makes an article undated that an earlier version dated by its import or crawl. */
function withoutGuessedDate({
  publishedAt,
  publication,
  warnings,
}: StoredReading): Pick<StoredReading, 'publishedAt' | 'publication' | 'warnings'> {
  const isGuessed = publication?.basis === 'imported' || publication?.basis === 'crawled';
  if (!isGuessed) return { publishedAt, publication, warnings };
  const others = warnings.filter(({ code }) => !/^published-from-(import|crawl)$/.test(code));
  const message = 'No publication date found.';
  return { publishedAt: null, publication: null, warnings: [...others, { code: 'undated', message }] };
}

/** Returns the entities that the source stated, as far as the archive knows. Topics are found again by their keywords. */
function statedIn({ mentions, inferredTopics }: StoredReading): StatedEntity[] {
  const named = mentions.filter(({ method }) => method === statedMethod);
  // The source may have spelled the name in another way, which is what the text has.
  const spelled = named.map(({ tag, exact }) => ({ tag, name: exact }));
  const stated = new Map(
    [...named, ...inferredTopics, ...spelled].map((each) => [JSON.stringify([each.tag, each.name]), each]),
  );
  return [...stated.values()].flatMap(({ tag, name }) => {
    const type = entityTypes.find((each) => tag.startsWith(`${each}/`));
    if (type === undefined || type === 'topic') return [];
    return [{ type, name, tag, ids: [], codes: { wikidata: null, mediatopic: null }, geo: null }];
  });
}
