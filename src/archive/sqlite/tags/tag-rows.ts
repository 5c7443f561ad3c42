import { type AuthorityEntry, authorityEntry } from '../../../model/authority.ts';
import { fold, foldedWords } from '../../../model/fold.ts';
import { isNewsroomTag, Tag, type TagType, type UnlistedTagType } from '../../../model/tag.ts';
import type { TagLabel } from '../../core/article-json/article-tags.ts';
import { tagDocument } from '../../core/article-json/tag-document.ts';
import type { Connection } from '../connection.ts';
import { createFormerTagSlugs } from './former-tag-slugs.ts';
import { createListing, listing } from './listing.ts';
import { createTagIds, wikidataOf } from './tag-ids.ts';

/** Columns of a tag that writes need. */
export interface TagRow extends TagLabel {
  key: number;
  discovered: boolean;
}

export interface TagRows {
  /** Finds a tag. Cached until `forget()`. */
  find(id: string): TagRow | undefined;
  /** Throws an Error if there is no such tag. */
  read(id: string): TagRow;
  /** Returns the authority entry of a tag as JSON; null if the tag was discovered. */
  entry(id: string): string | null | undefined;
  /** Returns an entry of what the archive knows of a tag that was discovered. */
  described(id: string): AuthorityEntry | undefined;
  /** Returns the articles that carry a tag or have quotes by it, oldest first. */
  carriers(tag: number): { key: number; id: string; revision: number }[];
  /** Clears the cache. Must be called when a transaction begins, since others may have written. */
  forget(): void;
  /**
   * Inserts or replaces a tag and returns its row. If another tag has its slug, that tag gets the slug with the next
   * free number and is returned as `displaced`.
   */
  put(entry: AuthorityEntry): TagRow & { displaced?: TagRow };
  /** Returns the id of the tag that has a slug now. */
  holder(type: string, slug: string): string | undefined;
  /** Marks a tag that a source states, so that it is listed. */
  markStated(key: number): void;
  /** Renames a discovered tag; its slug stays. Does nothing to a tag that an authority file or an editor named. */
  nameDiscovered(key: number, name: string): void;
  /** Makes an author an agency. It stays one whatever its name. */
  markAgency(key: number): void;
  /** Stores or renames the tag of a source, language or feature if needed, and returns its key. */
  putHidden(type: UnlistedTagType, slug: string, name: string): number;
}

interface TagColumns {
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

/** Creates the rows of a connection. */
export function createTagRows(connection: Connection): TagRows {
  const select = connection.prepare<
    { id: string },
    { key: number; id: string; type: TagType; slug: string; name: string; discovered: number }
  >('SELECT key, id, type, slug, name, discovered FROM tags WHERE id = :id');
  const selectHolder = connection
    .prepare<{ type: string; slug: string }, string>(
      'SELECT id FROM tags WHERE type = :type AND slug = :slug',
    )
    .pluck();
  // An upsert with RETURNING takes four times as long, since it fills a temporary table.
  const insert = connection.prepare<TagColumns>(
    `INSERT INTO tags (id, type, slug, name, sort_name, listed, discovered, json, entry)
     VALUES (:id, :type, :slug, :name, :sortName, :listed, :discovered, :json, :entry)`,
  );
  const update = connection.prepare<TagColumns & { key: number }>(
    `UPDATE tags
     SET slug = :slug, name = :name, sort_name = :sortName, discovered = :discovered, entry = :entry,
         json = iif(json ->> '$.kind' = 'agency', json_set(:json, '$.kind', 'agency'), :json)
     WHERE key = :key`,
  );
  const setSlug = connection.prepare<{ id: string; slug: string }>(
    `UPDATE tags SET slug = :slug, json = json_set(json, '$.slug', :slug) WHERE id = :id`,
  );
  const selectNamed = connection.prepare<{ key: number; name: string }, { id: string }>(
    'SELECT id FROM tags WHERE key = :key AND discovered = 1 AND name <> :name',
  );
  const setName = connection.prepare<{ key: number; name: string; sortName: string }>(
    `UPDATE tags SET name = :name, sort_name = :sortName, json = json_set(json, '$.name', :name)
     WHERE key = :key`,
  );
  const setAgency = connection.prepare<{ key: number }>(
    `UPDATE tags SET json = json_set(json, '$.kind', 'agency')
     WHERE key = :key AND json ->> '$.kind' IS NOT 'agency'`,
  );
  const insertForm = connection.prepare<[number, string]>(
    'INSERT INTO tag_forms (tag, form, articles) VALUES (?, ?, 0)',
  );
  const setStated = connection.prepare<[number]>('UPDATE tags SET stated = 1 WHERE key = ? AND stated = 0');
  const { count, refresh } = createListing(connection);
  const formerSlugs = createFormerTagSlugs(connection);
  const selectCarriers = connection.prepare<{ tag: number }, { key: number; id: string; revision: number }>(
    `SELECT key, id, revision FROM articles
     WHERE key IN (SELECT article FROM article_tags WHERE tag = :tag
                   UNION
                   SELECT key >> 12 FROM quotes WHERE speaker = :tag)
     ORDER BY key`,
  );
  const writeTerms = createTermWriter(connection);
  const selectJson = connection.prepare<[string], string>('SELECT json FROM tags WHERE id = ?').pluck();
  const selectEntry = connection
    .prepare<[string], string | null>('SELECT entry FROM tags WHERE id = ?')
    .pluck();

  const tagIds = createTagIds(connection);

  /** Returns an entry with the identifiers of sources, if the tag was deleted and is needed again. */
  const withLearntIds = (entry: AuthorityEntry): AuthorityEntry => {
    const { id, discovered, sourceIds, externalIds } = entry;
    if (!discovered || isNewsroomTag(id) || sourceIds.length > 0) return entry;
    const learnt = tagIds.of(id);
    const wikidata = externalIds.wikidata ?? learnt.map(wikidataOf).find((item) => item !== undefined);
    return {
      ...entry,
      externalIds: { ...externalIds, wikidata: wikidata ?? null },
      sourceIds: learnt.filter((each) => wikidataOf(each) === undefined).slice(0, 20),
    };
  };

  const known = new Map<string, TagRow>();
  const find = (id: string): TagRow | undefined => {
    const found = known.get(id);
    if (found) return found;
    const row = select.get({ id });
    if (row === undefined) return undefined;
    const tag = { ...row, discovered: row.discovered === 1 };
    known.set(id, tag);
    return tag;
  };
  const write = (before: TagRow | undefined, given: Omit<TagColumns, 'sortName'>): number => {
    const columns = { ...given, sortName: fold(given.name) };
    known.delete(columns.id);
    if (before) {
      update.run({ ...columns, key: before.key });
      return before.key;
    }
    count(columns.type, columns.listed);
    return Number(insert.run(columns).lastInsertRowid);
  };
  const claimSlug = (id: string, type: string, slug: string): TagRow | undefined => {
    formerSlugs.free(type, slug);
    const holder = selectHolder.get({ type, slug });
    if (holder === undefined || holder === id) return undefined;
    let number = 2;
    while (selectHolder.get({ type, slug: `${slug}-${number}` }) !== undefined) number += 1;
    setSlug.run({ id: holder, slug: `${slug}-${number}` });
    known.delete(holder);
    return find(holder);
  };

  return {
    find,
    read(id) {
      const tag = find(id);
      if (tag === undefined) throw new Error(`an article names the unknown tag ${id}`);
      return tag;
    },
    entry: (id) => selectEntry.get(id),
    described(id) {
      const json = selectJson.get(id);
      if (json === undefined) return undefined;
      const tag = Tag.parse(JSON.parse(json));
      return authorityEntry(tag, tag);
    },
    carriers: (tag) => selectCarriers.all({ tag }),
    forget: () => known.clear(),
    put(given) {
      const entry = withLearntIds(given);
      const { id, type, slug, name, discovered } = entry;
      const before = find(id);
      const displaced = before?.slug === slug ? undefined : claimSlug(id, type, slug);
      const key = write(before, {
        ...{ id, type, slug, name },
        listed: discovered && !isNewsroomTag(id) ? listing.rare : listing.listed,
        discovered: discovered ? 1 : 0,
        json: JSON.stringify(tagDocument(entry)),
        entry: discovered ? null : JSON.stringify(entry),
      });
      refresh([key]);
      if (before && before.slug !== slug) formerSlugs.put(type, before.slug, key);
      writeTerms(key, entry);
      // The first name wins over later forms that are equally frequent.
      if (before === undefined && isNewsroomTag(id)) insertForm.run(key, name);
      return { key, id, type, slug, name, discovered, ...(displaced ? { displaced } : {}) };
    },
    holder: (type, slug) => selectHolder.get({ type, slug }),
    markStated: (key) => setStated.run(key),
    nameDiscovered(key, name) {
      const named = selectNamed.get({ key, name });
      if (named === undefined) return;
      setName.run({ key, name, sortName: fold(name) });
      known.delete(named.id);
    },
    markAgency: (key) => {
      setAgency.run({ key });
    },
    putHidden(type, slug, name) {
      const id = `${type}/${slug}`;
      const before = find(id);
      if (before?.name === name) return before.key;
      const json = JSON.stringify({ slug, name });
      const columns = { id, type, slug, name, json };
      const key = write(before, { ...columns, listed: listing.never, discovered: 1, entry: null });
      if (type === 'source') writeTerms(key, { name, aliases: [], broader: [] });
      return key;
    },
  };
}

/** Creates a function that replaces the words by which a tag is found, and its broader tags. */
function createTermWriter(
  connection: Connection,
): (tag: number, entry: Pick<AuthorityEntry, 'name' | 'aliases' | 'broader'>) => void {
  const deleteWords = connection.prepare<{ tag: number }>('DELETE FROM tag_words WHERE tag = :tag');
  const insertWord = connection.prepare<{ tag: number; word: string }>(
    'INSERT OR IGNORE INTO tag_words (tag, word) VALUES (:tag, :word)',
  );
  const deleteBroader = connection.prepare<{ tag: number }>('DELETE FROM broader_tags WHERE tag = :tag');
  const insertBroader = connection.prepare<{ tag: number; broader: string }>(
    'INSERT OR IGNORE INTO broader_tags (tag, broader) VALUES (:tag, :broader)',
  );

  return (tag, { name, aliases, broader }) => {
    deleteWords.run({ tag });
    for (const word of [name, ...aliases].flatMap(foldedWords)) insertWord.run({ tag, word });
    deleteBroader.run({ tag });
    for (const wider of broader) insertBroader.run({ tag, broader: wider });
  };
}
