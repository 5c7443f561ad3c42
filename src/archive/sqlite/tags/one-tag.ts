import { type TagType, wikidataItem } from '../../../model/tag.ts';
import type { Found, Rendered } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { wikidataSql } from './tag-conditions.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

/**
 * Creates a function that finds a tag by slug. A former slug, the slug in its id, or its Wikidata item redirects to the
 * present one.
 */
export function createTagBySlug(
  connection: Connection,
): (type: TagType | 'source', slug: string) => Found<Rendered> {
  const bySlug = connection.prepare<{ type: string; slug: string }, TagColumns>(
    `SELECT ${tagColumns} FROM tags t WHERE t.type = :type AND t.slug = :slug`,
  );
  const presentSlug = connection
    .prepare<{ type: string; slug: string; id: string }, string>(
      `SELECT t.slug
       FROM former_tag_slugs f CROSS JOIN tags t ON t.key = f.tag
       WHERE f.type = :type AND f.slug = :slug
       UNION ALL
       SELECT slug FROM tags WHERE id = :id
       LIMIT 1`,
    )
    .pluck();
  const byWikidata = connection
    .prepare<{ type: string; item: string }, string>(
      `SELECT t.slug FROM tags t INDEXED BY tags_by_wikidata
       WHERE ${wikidataSql} = :item AND t.type = :type
       ORDER BY t.id
       LIMIT 1`,
    )
    .pluck();

  return (type, slug) => {
    const row = bySlug.get({ type, slug });
    if (row) return { kind: 'found', value: tagJson(row, type) };
    const item = wikidataItem.test(slug) ? slug.toUpperCase() : undefined;
    const present =
      presentSlug.get({ type, slug, id: `${type}/${slug}` }) ?? (item && byWikidata.get({ type, item }));
    return present === undefined ? { kind: 'absent' } : { kind: 'moved', slug: present };
  };
}
