import type { TagName } from '../../../model/query.ts';
import { entityTypes, newsroomTagTypes } from '../../../model/tag.ts';
import type { KnownTag } from '../../core/tag-plan.ts';
import type { Connection } from '../connection.ts';

/** Result of looking up a tag name. */
export type TagLookup =
  | { kind: 'known'; tags: KnownTag[] }
  | { kind: 'unknown' }
  | { kind: 'ambiguous'; ids: string[] };

interface Row extends KnownTag {
  id: string;
}

/** SQL of the languages that a range with subtags matches: `en` matches `en-gb` (RFC 4647, 3.3.1). */
export const languagesSql = `
  SELECT key, article_count AS articles FROM tags
  WHERE type = 'language' AND slug = :slug
  UNION ALL
  SELECT key, article_count AS articles FROM tags
  WHERE type = 'language' AND slug >= :slug || '-' AND slug < :slug || '.'`;

/**
 * Types of a slug without a type, in the order in which they are tried. The newsroom's words follow, because they often
 * repeat a topic or a person.
 */
const typesOfBareSlugs = [entityTypes, ...newsroomTagTypes.map((type) => [type])];

/** Looks up a tag name by slug, former slug or id. The name of a language stands for all languages in its range. */
export type FindTag = (name: TagName) => TagLookup;

/** Creates the look-up of tag names in one connection. */
export function createTagLookup(connection: Connection): FindTag {
  const bySlug = connection.prepare<[string, string], Row>(
    'SELECT key, article_count AS articles, id FROM tags WHERE type = ? AND slug = ?',
  );
  const byFormerSlug = connection.prepare<[string, string], Row>(
    `SELECT t.key, t.article_count AS articles, t.id
     FROM former_tag_slugs f CROSS JOIN tags t ON t.key = f.tag
     WHERE f.type = ? AND f.slug = ?`,
  );
  const byId = connection.prepare<[string], Row>(
    'SELECT key, article_count AS articles, id FROM tags WHERE id = ?',
  );
  const inRange = connection.prepare<{ slug: string }, KnownTag>(languagesSql);
  const typed = (type: string, slug: string): Row | undefined =>
    bySlug.get(type, slug) ?? byFormerSlug.get(type, slug) ?? byId.get(`${type}/${slug}`);

  const find = (types: readonly string[], slug: string): TagLookup => {
    const current = types.map((type) => bySlug.get(type, slug)).filter((row) => row !== undefined);
    const rows =
      current.length > 0
        ? current
        : types.map((type) => typed(type, slug)).filter((row) => row !== undefined);
    const [row] = rows;
    if (row === undefined) return { kind: 'unknown' };
    if (rows.length > 1) return { kind: 'ambiguous', ids: rows.map(({ id }) => id) };
    return { kind: 'known', tags: [{ key: row.key, articles: row.articles }] };
  };

  return ({ type, slug: given }) => {
    const slug = given.toLowerCase();
    if (type === null) {
      const found = typesOfBareSlugs.map((types) => find(types, slug));
      return found.find(({ kind }) => kind !== 'unknown') ?? { kind: 'unknown' };
    }
    if (type !== 'language') return find([type], slug);
    const tags = inRange.all({ slug }).map((tag) => ({ ...tag, exclusive: true }));
    return tags.length > 0 ? { kind: 'known', tags } : { kind: 'unknown' };
  };
}
