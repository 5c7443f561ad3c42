import { foldedWords } from '../../../model/fold.ts';
import type { TagQuery } from '../../queries.ts';
import type { Connection } from '../connection.ts';
import { listing } from './listing.ts';

/** Conditions of a list of tags in SQL, about `tags t`. */
export interface TagConditions {
  /** The conditions without `listed`. */
  where: string;
  /** Values of `listed`: the beginning of a name and an id find rare tags, too. */
  listings: number[];
  parameters: Record<string, number | string>;
  /** Clause that names the index of the few tags that match; undefined if they may be many. */
  few?: string;
}

/** Maximum number of tags with a word for a prefix search to start from the word. Above it, it walks the list. */
const FEW = 500;

/** SQL of the Wikidata item of a tag, as the index has it. */
export const wikidataSql = `t.json ->> '$.externalIds.wikidata'`;

/** Returns the SQL of all conditions. */
export function wholeCondition({ where, listings }: TagConditions): string {
  return `${where} AND t.listed IN (${listings.join(', ')})`;
}

/** Creates the conditions of lists of tags. Returns undefined if no tag can match. */
export function createTagConditions(connection: Connection): (query: TagQuery) => TagConditions | undefined {
  const wordsFrom = connection
    .prepare<{ low: string; high: string; limit: number }, number>(
      'SELECT count(*) FROM (SELECT 1 FROM tag_words WHERE word >= :low AND word < :high LIMIT :limit)',
    )
    .pluck();

  return ({ type, prefix = '', wikidata }) => {
    const parameters: TagConditions['parameters'] = {};
    const conditions = type === undefined ? ['TRUE'] : ['t.type = :type'];
    if (type !== undefined) parameters.type = type;
    let few: string | undefined;
    if (wikidata !== undefined) {
      conditions.push(`${wikidataSql} = :wikidata`);
      parameters.wikidata = wikidata;
      few = 'INDEXED BY tags_by_wikidata';
    }
    const words = foldedWords(prefix).slice(0, 8);
    if (words.length === 0 && prefix.trim() !== '') return undefined;
    let rarest = { count: Number.POSITIVE_INFINITY, index: -1 };
    for (const [index, word] of words.entries()) {
      const low = word;
      const high = `${word}\u{10FFFF}`;
      parameters[`low${index}`] = low;
      parameters[`high${index}`] = high;
      const count = few ? Number.POSITIVE_INFINITY : (wordsFrom.get({ low, high, limit: FEW + 1 }) ?? 0);
      if (count < rarest.count) rarest = { count, index };
    }
    for (const index of words.keys()) {
      const range = `word >= :low${index} AND word < :high${index}`;
      conditions.push(
        index === rarest.index && rarest.count <= FEW
          ? `t.key IN (SELECT tag FROM tag_words WHERE ${range})`
          : `(SELECT 1 FROM tag_words WHERE tag = t.key AND ${range} LIMIT 1) IS NOT NULL`,
      );
    }
    if (rarest.count <= FEW) few = 'NOT INDEXED';
    const isSearch = words.length > 0 || wikidata !== undefined;
    const listings =
      type === 'source' ? [listing.never] : isSearch ? [listing.listed, listing.rare] : [listing.listed];
    return { where: conditions.join(' AND '), listings, parameters, ...(few !== undefined && { few }) };
  };
}
