import type { Connection } from '../connection.ts';

/**
 * Creates a function that finds a free slug for an article: `base`, the slug of its headline, with -2, -3 … if another
 * article has or had it. Returns the id if `base` is empty. An article keeps its `present` slug while its headline has
 * the same base, and may take back its own former slugs. `exported`, its slug in the archive that exported it, comes
 * first if it is free.
 */
export function createSlugFinder(
  connection: Connection,
): (id: string, base: string, present: string | undefined, exported?: string) => string {
  const selectHolder = connection
    .prepare<{ slug: string }, string>(
      `SELECT id FROM articles WHERE slug = :slug
       UNION ALL
       SELECT article FROM former_article_slugs WHERE slug = :slug
       LIMIT 1`,
    )
    .pluck();

  return (id, base, present, exported) => {
    if (exported !== undefined && (selectHolder.get({ slug: exported }) ?? id) === id) return exported;
    if (base === '') return id;
    if (present !== undefined && present.replace(/-\d+$/, '') === base) return present;
    const numbered = (number: number) => (number === 1 ? base : `${base}-${number}`);
    const isFree = (number: number) => {
      const holder = selectHolder.get({ slug: numbered(number) });
      return holder === undefined || holder === id;
    };
    // Binary search: a thousand articles called "Morning briefing" cost ten look-ups each.
    let free = 1;
    while (!isFree(free)) free *= 2;
    let taken = Math.floor(free / 2);
    while (free - taken > 1) {
      const middle = Math.floor((free + taken) / 2);
      if (isFree(middle)) free = middle;
      else taken = middle;
    }
    return numbered(free);
  };
}
