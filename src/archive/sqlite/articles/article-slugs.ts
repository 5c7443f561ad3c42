import type { Connection } from '../connection.ts';

/**
 * Gives a function that finds the slug for an article: from the one that its headline gives, with -2, -3 … where another article
 * has or had it, or its id where the headline has no Latin letters. An article keeps its slug, or takes back
 * a former one, while the headline still leads to it. `wished` is the slug that it had in another archive.
 */
export function articleSlugs(
  connection: Connection,
): (id: string, base: string, present: string | undefined, wished?: string) => string {
  const selectHolder = connection
    .prepare<{ slug: string }, string>(
      `SELECT id FROM articles WHERE slug = :slug
       UNION ALL
       SELECT article FROM former_article_slugs WHERE slug = :slug
       LIMIT 1`,
    )
    .pluck();

  return (id, base, present, wished) => {
    if (wished !== undefined && (selectHolder.get({ slug: wished }) ?? id) === id) return wished;
    if (base === '') return id;
    if (present !== undefined && present.replace(/-\d+$/, '') === base) return present;
    const numbered = (number: number) => (number === 1 ? base : `${base}-${number}`);
    const isFree = (number: number) => {
      const holder = selectHolder.get({ slug: numbered(number) });
      return holder === undefined || holder === id;
    };
    // Doubling and then halving: a thousand articles called "Morning briefing" cost ten look-ups each.
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
