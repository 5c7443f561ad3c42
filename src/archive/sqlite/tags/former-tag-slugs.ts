import type { Connection } from '../connection.ts';

/** Former slugs of tags, which redirect to their tag. */
export interface FormerTagSlugs {
  /** Returns the former slugs of a tag, sorted. */
  of(tag: number): string[];
  /** Redirects a slug to a tag, even if it redirects to another one. */
  put(type: string, slug: string, tag: number): void;
  /** Redirects a slug to a tag unless it is in use. Returns true if it was added. */
  add(type: string, slug: string, tag: number): boolean;
  /** Makes a slug free for a tag that takes it. */
  free(type: string, slug: string): void;
  /** Deletes a redirect if it leads to this tag. */
  remove(type: string, slug: string, tag: number): void;
  /** Redirects all former slugs of a tag to another. */
  move(from: number, to: number): void;
}

/** Creates the rows of a connection. */
export function createFormerTagSlugs(connection: Connection): FormerTagSlugs {
  const select = connection
    .prepare<[number], string>('SELECT slug FROM former_tag_slugs WHERE tag = ? ORDER BY slug')
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
    of: (tag) => select.all(tag),
    put: (type, slug, tag) => put.run(type, slug, tag),
    add: (type, slug, tag) => add.run({ type, slug, tag }).changes > 0,
    free: (type, slug) => free.run(type, slug),
    remove: (type, slug, tag) => remove.run(type, slug, tag),
    move: (from, to) => move.run(to, from),
  };
}
