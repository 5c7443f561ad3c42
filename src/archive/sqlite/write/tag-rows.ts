import type { AuthorityEntry } from '../../../news/authority.ts';
import { fold, foldedWords } from '../../../news/fold.ts';
import type { TagType } from '../../../news/tag.ts';
import type { TagLabel } from '../../rendering/article-tags.ts';
import { tagDocument } from '../../rendering/tag-document.ts';
import type { Connection } from '../connection.ts';

/** A tag's row, as far as writing needs it. */
export interface TagRow extends TagLabel {
  key: number;
  discovered: boolean;
}

/** The rows of tags. */
export interface TagRows {
  find(id: string): TagRow | undefined;
  /**
   * Writes a tag new or over the row of the same id; gives its row as it is now. The last who claims a slug
   * has it: `displaced` is the tag that had it and now has the next free number.
   */
  put(entry: AuthorityEntry): TagRow & { displaced?: TagRow };
  /** The tag of a source or language, made or renamed as needed. */
  putHidden(type: 'source' | 'language', slug: string, name: string): number;
}

interface TagColumns {
  key: number | null;
  id: string;
  type: string;
  slug: string;
  name: string;
  sortName: string;
  listed: number;
  discovered: number;
  json: string;
  entry: string | null;
}

/** Gives the rows of tags in one connection. */
export function tagRows(connection: Connection): TagRows {
  const select = connection.prepare<
    { id: string },
    { key: number; id: string; type: TagType; slug: string; name: string; discovered: number }
  >('SELECT key, id, type, slug, name, discovered FROM tags WHERE id = :id');
  const selectHolder = connection
    .prepare<{ type: string; slug: string }, string>(
      'SELECT id FROM tags WHERE type = :type AND slug = :slug',
    )
    .pluck();
  const upsert = connection
    .prepare<TagColumns, number>(
      `INSERT INTO tags (key, id, type, slug, name, sort_name, listed, discovered, json, entry)
       VALUES (:key, :id, :type, :slug, :name, :sortName, :listed, :discovered, :json, :entry)
       ON CONFLICT (id) DO UPDATE
       SET slug = excluded.slug,
           name = excluded.name,
           sort_name = excluded.sort_name,
           discovered = excluded.discovered,
           json = excluded.json,
           entry = excluded.entry
       RETURNING key`,
    )
    .pluck();
  const setSlug = connection.prepare<{ id: string; slug: string }>(
    `UPDATE tags SET slug = :slug, json = json_set(json, '$.slug', :slug) WHERE id = :id`,
  );
  const countTag = connection.prepare<{ type: string }>(
    'UPDATE tag_types SET tags = tags + 1 WHERE type = :type',
  );
  const keepSlug = connection.prepare<{ type: string; slug: string; tag: number }>(
    'INSERT OR REPLACE INTO former_tag_slugs (type, slug, tag) VALUES (:type, :slug, :tag)',
  );
  const freeSlug = connection.prepare<{ type: string; slug: string }>(
    'DELETE FROM former_tag_slugs WHERE type = :type AND slug = :slug',
  );
  const deleteWords = connection.prepare<{ tag: number }>('DELETE FROM tag_words WHERE tag = :tag');
  const insertWord = connection.prepare<{ tag: number; word: string }>(
    'INSERT OR IGNORE INTO tag_words (tag, word) VALUES (:tag, :word)',
  );
  const deleteBroader = connection.prepare<{ tag: number }>('DELETE FROM broader_tags WHERE tag = :tag');
  const insertBroader = connection.prepare<{ tag: number; broader: string }>(
    'INSERT OR IGNORE INTO broader_tags (tag, broader) VALUES (:tag, :broader)',
  );

  const find = (id: string): TagRow | undefined => {
    const row = select.get({ id });
    return row && { ...row, discovered: row.discovered === 1 };
  };
  const write = (columns: TagColumns): number => {
    const key = upsert.get(columns);
    if (key === undefined) throw new Error(`tag ${columns.id} was not written`);
    return key;
  };
  const claimSlug = (id: string, type: string, slug: string): TagRow | undefined => {
    freeSlug.run({ type, slug });
    const holder = selectHolder.get({ type, slug });
    if (holder === undefined || holder === id) return undefined;
    let number = 2;
    while (selectHolder.get({ type, slug: `${slug}-${number}` }) !== undefined) number += 1;
    setSlug.run({ id: holder, slug: `${slug}-${number}` });
    return find(holder);
  };

  return {
    find,
    put(entry) {
      const { id, type, slug, name, aliases, broader, discovered } = entry;
      const before = find(id);
      const displaced = before?.slug === slug ? undefined : claimSlug(id, type, slug);
      const key = write({
        key: before?.key ?? null,
        id,
        type,
        slug,
        name,
        sortName: fold(name),
        listed: 1,
        discovered: discovered ? 1 : 0,
        json: JSON.stringify(tagDocument(entry)),
        entry: discovered ? null : JSON.stringify(entry),
      });
      if (before === undefined) countTag.run({ type });
      else if (before.slug !== slug) keepSlug.run({ type, slug: before.slug, tag: key });
      deleteWords.run({ tag: key });
      for (const text of [name, ...aliases]) {
        for (const word of foldedWords(text)) insertWord.run({ tag: key, word });
      }
      deleteBroader.run({ tag: key });
      for (const wider of broader) insertBroader.run({ tag: key, broader: wider });
      return { key, id, type, slug, name, discovered, ...(displaced ? { displaced } : {}) };
    },
    putHidden(type, slug, name) {
      const id = `${type}/${slug}`;
      const before = find(id);
      if (before?.name === name) return before.key;
      const key = write({
        key: before?.key ?? null,
        id,
        type,
        slug,
        name,
        sortName: fold(name),
        listed: 0,
        discovered: 1,
        json: JSON.stringify({ slug, name }),
        entry: null,
      });
      if (before === undefined) countTag.run({ type });
      return key;
    },
  };
}
