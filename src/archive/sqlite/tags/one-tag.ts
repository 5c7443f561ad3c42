import type { TagType } from '../../../model/tag.ts';
import type { Found, Rendered } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

/** Creates a function that finds a tag by slug. A former slug, or the slug in its id, redirects to the present one. */
export function createTagBySlug(connection: Connection): (type: TagType, slug: string) => Found<Rendered> {
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

  return (type, slug) => {
    const row = bySlug.get({ type, slug });
    if (row) return { kind: 'found', value: tagJson(row) };
    const present = presentSlug.get({ type, slug, id: `${type}/${slug}` });
    return present === undefined ? { kind: 'absent' } : { kind: 'moved', slug: present };
  };
}
