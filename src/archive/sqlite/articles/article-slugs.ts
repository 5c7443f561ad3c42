import type { Connection } from '../connection.ts';
import type { PurgedArticles } from './purged-articles.ts';

/** Finds the slug for an article with an id. */
export type FindSlug = (
  id: string,
  base: string,
  known: {
    /** Slug of the article so far. */
    present: string | undefined;
    /** Base that earlier versions made of the headline, if it is another. */
    former: string | undefined;
    /** Slug in the archive that exported it. */
    exported: string | undefined;
  },
) => string;

/**
 * Creates a function that finds a free slug for an article: `base`, the slug of its headline, with -2, -3 … if another
 * article has or had it, also one that was purged. Returns the id if `base` is empty. An article keeps its `present` slug
 * while its headline has the same base, or the same `former` base, and may take back its own former slugs. `exported`
 * comes first if it is free.
 */
export function createSlugFinder(connection: Connection, purged: PurgedArticles): FindSlug {
  const selectHolder = connection
    .prepare<{ slug: string }, string>(
      `SELECT id FROM articles WHERE slug = :slug
       UNION ALL
       SELECT article FROM former_article_slugs WHERE slug = :slug
       LIMIT 1`,
    )
    .pluck();

  const isFreeFor = (slug: string, id: string): boolean => {
    const holder = selectHolder.get({ slug });
    return holder === undefined ? !purged.has(slug) : holder === id;
  };

  return (id, base, { present, former, exported }) => {
    if (exported !== undefined && isFreeFor(exported, id)) return exported;
    if (base === '') return id;
    const presentBase = present?.replace(/-\d+$/, '');
    if (present !== undefined && presentBase === base) return present;
    if (present !== undefined && former !== undefined) {
      if (former === '' ? present === id : presentBase === former) return present;
    }
    const numbered = (number: number) => (number === 1 ? base : `${base}-${number}`);
    // Binary search: a thousand articles called "Morning briefing" cost ten look-ups each.
    let free = 1;
    while (!isFreeFor(numbered(free), id)) free *= 2;
    let taken = Math.floor(free / 2);
    while (free - taken > 1) {
      const middle = Math.floor((free + taken) / 2);
      if (isFreeFor(numbered(middle), id)) free = middle;
      else taken = middle;
    }
    return numbered(free);
  };
}
