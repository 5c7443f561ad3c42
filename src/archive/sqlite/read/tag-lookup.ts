import type { TagName } from '../../../news/query.ts';
import { tagTypes } from '../../../news/tag.ts';
import type { KnownTag } from '../../tag-plan.ts';
import type { Connection } from '../connection.ts';

/** What a tag name leads to. */
export type TagLookup =
  | { kind: 'known'; tag: KnownTag }
  | { kind: 'unknown' }
  | { kind: 'ambiguous'; ids: string[] };

interface Row extends KnownTag {
  id: string;
}

/** Gives a function that looks up tag names: by slug, by former slug, by id. */
export function tagLookup(connection: Connection): (name: TagName) => TagLookup {
  const bySlug = connection.prepare<{ type: string; slug: string }, Row>(
    'SELECT key, article_count AS articles, id FROM tags WHERE type = :type AND slug = :slug',
  );
  const byFormerSlug = connection.prepare<{ type: string; slug: string }, Row>(
    `SELECT t.key, t.article_count AS articles, t.id
     FROM former_tag_slugs f CROSS JOIN tags t ON t.key = f.tag
     WHERE f.type = :type AND f.slug = :slug`,
  );
  const byId = connection.prepare<{ id: string }, Row>(
    'SELECT key, article_count AS articles, id FROM tags WHERE id = :id',
  );
  const typed = (type: string, slug: string): Row | undefined =>
    bySlug.get({ type, slug }) ?? byFormerSlug.get({ type, slug }) ?? byId.get({ id: `${type}/${slug}` });

  return (name) => {
    const slug = name.slug.toLowerCase();
    const types = name.type === null ? tagTypes : [name.type];
    const current = types.map((type) => bySlug.get({ type, slug })).filter((row) => row !== undefined);
    const rows =
      current.length > 0
        ? current
        : types.map((type) => typed(type, slug)).filter((row) => row !== undefined);
    const [row] = rows;
    if (row === undefined) return { kind: 'unknown' };
    if (rows.length > 1) return { kind: 'ambiguous', ids: rows.map(({ id }) => id) };
    return { kind: 'known', tag: { key: row.key, articles: row.articles } };
  };
}
