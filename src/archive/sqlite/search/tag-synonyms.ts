import { z } from 'zod';
import { fold } from '../../../model/fold.ts';
import { acronymOf, findSynonyms, type NamedTag } from '../../core/words/find-synonyms.ts';
import type { Synonym } from '../../core/words/relax-search.ts';
import type { Connection } from '../connection.ts';
import { listing } from '../tags/listing.ts';

/** Maximum number of tags with the same word that are read. Those of authority files come first. */
const MOST_TAGS = 300;

/** Maximum number of organizations whose acronyms are known: those with most articles. */
const MOST_ORGANIZATIONS = 2_000;

interface Row {
  name: string;
  isOrganization: number;
  aliases: string;
  articles: number;
}

const Aliases = z.array(z.string());

function namedTag({ name, isOrganization, aliases, articles }: Row): NamedTag {
  const acronym = isOrganization === 1 ? acronymOf(name) : undefined;
  const names = [name, ...Aliases.parse(JSON.parse(aliases)), ...(acronym === undefined ? [] : [acronym])];
  return { names, articles };
}

/** Creates a read of the synonyms among the words of a search: other names of the same person, organization, place or topic. */
export function createTagSynonyms(connection: Connection): (words: string[]) => Synonym[] {
  const columns = `t.name, t.type = 'organization' AS isOrganization, t.json ->> '$.aliases' AS aliases,
              t.article_count AS articles`;
  const withWord = connection.prepare<{ word: string }, Row>(
    `SELECT ${columns}
     FROM (SELECT tag FROM tag_words WHERE word = :word LIMIT ${MOST_TAGS}) w CROSS JOIN tags t ON t.key = w.tag
     WHERE t.type IN ('person', 'organization', 'place', 'topic')`,
  );
  const organizations = connection.prepare<{ listed: number }, Row>(
    `SELECT ${columns} FROM tags t
     WHERE t.type = 'organization' AND t.listed = :listed
     ORDER BY t.articles_rank, t.id
     LIMIT ${MOST_ORGANIZATIONS}`,
  );

  /** Returns organizations by acronym that have it as no alias. */
  const byAcronym = (): Map<string, NamedTag[]> => {
    const rows = [listing.listed, listing.rare].flatMap((listed) => organizations.all({ listed }));
    const tags = rows.flatMap((row) => {
      const acronym = acronymOf(row.name);
      return acronym === undefined ? [] : [{ acronym: fold(acronym), tag: namedTag(row) }];
    });
    const grouped = Map.groupBy(tags, ({ acronym }) => acronym);
    return new Map([...grouped].map(([acronym, each]) => [acronym, each.map(({ tag }) => tag)]));
  };

  return (words) => {
    let acronyms: Map<string, NamedTag[]> | undefined;
    return findSynonyms(words, (word) => {
      const tags = withWord.all({ word }).map(namedTag);
      if (!/^\p{L}{3,6}$/u.test(word)) return tags;
      acronyms ??= byAcronym();
      return [...tags, ...(acronyms.get(word) ?? [])];
    });
  };
}
