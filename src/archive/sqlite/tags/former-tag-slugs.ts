import type { Connection } from '../connection.ts';

export type FormerTagSlugs = ReturnType<typeof createFormerTagSlugs>;

/** Former slugs of tags, which redirect to their tag. */
export function createFormerTagSlugs(connection: Connection) {
  const select = connection
    .prepare<[number], string>('SELECT slug FROM former_tag_slugs WHERE tag = ? ORDER BY slug')
    .pluck();
  const selectHolder = connection
    .prepare<[string, string], string>(
      `SELECT t.id FROM former_tag_slugs f CROSS JOIN tags t ON t.key = f.tag
       WHERE f.type = ? AND f.slug = ?`,
    )
    .pluck();
  const put = connection.prepare<[string, string, number]>(
    'INSERT OR REPLACE INTO former_tag_slugs (type, slug, tag) VALUES (?, ?, ?)',
  );
  const add = connection.prepare<{ type: string; slug: string; tag: number }>(
    `INSERT OR IGNORE INTO former_tag_slugs (type, slug, tag)
     SELECT :type, :slug, :tag
     WHERE NOT EXISTS (SELECT 1 FROM tags WHERE type = :type AND slug = :slug)`,
  );
  const free = connection.prepare<[string, string]>(
    'DELETE FROM former_tag_slugs WHERE type = ? AND slug = ?',
  );
  const remove = connection.prepare<[string, string, number]>(
    'DELETE FROM former_tag_slugs WHERE type = ? AND slug = ? AND tag = ?',
  );
  const move = connection.prepare<[number, number]>('UPDATE former_tag_slugs SET tag = ? WHERE tag = ?');
  return {
    /** Returns the former slugs of a tag, sorted. */
    of: (tag: number) => select.all(tag),
    /** Returns the id of the tag that a slug redirects to. */
    holder: (type: string, slug: string) => selectHolder.get(type, slug),
    /** Redirects a slug to a tag, even if it redirects to another one. */
    put: (type: string, slug: string, tag: number) => put.run(type, slug, tag),
    /** Redirects a slug to a tag unless it is in use. Returns true if it was added. */
    add: (type: string, slug: string, tag: number) => add.run({ type, slug, tag }).changes > 0,
    /** Frees a slug for a tag that takes it. */
    free: (type: string, slug: string) => free.run(type, slug),
    /** Deletes a redirect if it leads to this tag. */
    remove: (type: string, slug: string, tag: number) => remove.run(type, slug, tag),
    /** Redirects all former slugs of a tag to another. */
    move: (from: number, to: number) => move.run(to, from),
  };
}
