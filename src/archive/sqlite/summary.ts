import { instantOf } from '../../model/instant.ts';
import { firstDated } from '../../model/undated.ts';
import type { Summary } from '../results.ts';
import type { Connection } from './connection.ts';

/** Creates a read of the size of the archive, from counters. */
export function createSummary(connection: Connection): () => Summary {
  const select = connection.prepare<
    [],
    { articles: number; quotes: number; newest: number | null; oldest: number | null }
  >(
    `SELECT articles, quotes,
            (SELECT max(published_at) FROM articles WHERE published_at >= ${firstDated}) AS newest,
            (SELECT min(published_at) FROM articles WHERE published_at >= ${firstDated}) AS oldest
     FROM archive`,
  );
  const tagsOf = connection
    .prepare<{ type: string }, number>('SELECT tags FROM tag_types WHERE type = :type')
    .pluck();
  const tags = (type: string) => tagsOf.get({ type }) ?? 0;
  const instant = (seconds: number | null) => (seconds === null ? null : instantOf(seconds));

  return () => {
    const row = select.get() ?? { articles: 0, quotes: 0, newest: null, oldest: null };
    return {
      articles: row.articles,
      people: tags('person'),
      topics: tags('topic'),
      organizations: tags('organization'),
      places: tags('place'),
      keywords: tags('keyword'),
      sections: tags('section'),
      authors: tags('author'),
      quotes: row.quotes,
      sources: tags('source'),
      newest: instant(row.newest),
      oldest: instant(row.oldest),
    };
  };
}
