import type { Connection } from '../connection.ts';

/** A tag and how many of some articles carry it. */
export interface Carried {
  key: number;
  type: string;
  id: string;
  slug: string;
  name: string;
  count: number;
}

/** A tag for each time that one of the articles whose keys are given carries it. */
export const carriedSql = `
  SELECT t.tag FROM json_each(:keys) k CROSS JOIN article_tags t ON t.article = k.value`;

/** Which tags these are, by their keys. */
export const tagsSql = `
  SELECT t.key, t.type, t.id, t.slug, t.name
  FROM json_each(:keys) k CROSS JOIN tags t ON t.key = k.value
  WHERE t.type IN (SELECT value FROM json_each(:types))`;

/**
 * Gives how often tags of some types occur in articles: at least `limit` of each type, where there are so many, the
 * most frequent first, then by id. They are counted here, as SQLite takes three times as long to group and rank them.
 */
export function mostCarried(
  connection: Connection,
): (articles: number[], types: string[], limit: number) => Carried[] {
  const carried = connection.prepare<{ keys: string }, number>(carriedSql).pluck();
  const tagsOf = connection.prepare<{ keys: string; types: string }, Omit<Carried, 'count'>>(tagsSql);

  return (articles, types, limit) => {
    const counts = new Map<number, number>();
    for (const tag of carried.all({ keys: JSON.stringify(articles) })) {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const found: Carried[] = [];
    const look = (single: boolean, wanted: string[]) => {
      const keys = [...counts].flatMap(([tag, count]) => ((count === 1) === single ? tag : []));
      const rows = tagsOf.all({ keys: JSON.stringify(keys), types: JSON.stringify(wanted) });
      for (const row of rows) found.push({ ...row, count: counts.get(row.key) ?? 0 });
    };
    // Most tags occur once, and seldom matter.
    look(false, types);
    const lacking = types.filter((type) => found.filter((row) => row.type === type).length < limit);
    if (lacking.length > 0) look(true, lacking);
    return found.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  };
}
