import { fold } from '../../../model/fold.ts';
import { Tag, type TagId } from '../../../model/tag.ts';
import type { TagIdentity } from '../../../model/tag-identity.ts';
import type { Connection } from '../connection.ts';
import { wikidataSql } from './tag-conditions.ts';
import { createTagIds, wikidataId, wikidataOf } from './tag-ids.ts';
import type { TagRows } from './tag-rows.ts';

/** Maximum number of identifiers that a tag shows. */
const MAX_SHOWN = 20;

/** The tags that sources identify. */
export interface TagIdentities {
  /** Finds the tags of an article that the archive has under another id. Returns their ids by those of the article. */
  resolve(identities: TagIdentity[]): Map<TagId, TagId>;
  /** Stores the identifiers of tags, and adds them to those tags that no authority file or editor describes. */
  learn(identities: TagIdentity[], renamed: ReadonlyMap<TagId, TagId>): void;
  /** Clears caches. Must be called when a transaction begins. */
  begin(): void;
}

/** Creates the identities of a connection. */
export function createTagIdentities(connection: Connection, tags: TagRows): TagIdentities {
  const ids = createTagIds(connection);
  const selectByWikidata = connection
    .prepare<{ type: string; item: string }, string>(
      `SELECT t.id FROM tags t INDEXED BY tags_by_wikidata
       WHERE ${wikidataSql} = :item AND t.type = :type
       ORDER BY t.id
       LIMIT 1`,
    )
    .pluck();
  const selectByName = connection
    .prepare<{ type: string; name: string }, string>(
      'SELECT id FROM tags WHERE type = :type AND listed IN (0, 1, 2) AND sort_name = :name LIMIT 3',
    )
    .pluck();
  const selectWikidata = connection
    .prepare<[string], string | null>(`SELECT ${wikidataSql} FROM tags t WHERE t.id = ?`)
    .pluck();
  const selectJson = connection.prepare<[number], string>('SELECT json FROM tags WHERE key = ?').pluck();
  const updateJson = connection.prepare<[string, number]>('UPDATE tags SET json = ? WHERE key = ?');
  let found = new Map<string, TagId>();
  let learnt = new Set<string>();

  /** True if a tag has another Wikidata item, or had it before it was merged or lost its articles. */
  const isOther = (tag: TagId, wikidata: string | null): boolean => {
    if (wikidata === null) return false;
    const own = selectWikidata.get(tag);
    if (own) return own !== wikidata;
    const learnt = ids.of(tag).flatMap((id) => wikidataOf(id) ?? []);
    return learnt.length > 0 && !learnt.includes(wikidata);
  };

  const find = ({ tag, name, wikidata, sourceIds }: TagIdentity): TagId => {
    const type = tag.slice(0, tag.indexOf('/'));
    const item = wikidata === null ? undefined : selectByWikidata.get({ type, item: wikidata });
    if (item !== undefined) return item;
    for (const id of keysOf({ wikidata, sourceIds })) {
      const holder = ids.holder(type, id);
      if (holder !== undefined && !isOther(holder, wikidata)) return holder;
    }
    const own = tags.find(tag) ? [tag] : [];
    const named = [...new Set([...own, ...selectByName.all({ type, name: fold(name) })])];
    const [first, ...others] = named;
    if (wikidata === null) return own[0] ?? (first !== undefined && others.length === 0 ? first : tag);
    if (others.length === 0 && !isOther(first ?? tag, wikidata)) return first ?? tag;
    const suffix = `-${wikidata.toLowerCase()}`;
    return tag.endsWith(suffix) ? tag : `${tag}${suffix}`;
  };

  const describe = (key: number, { wikidata, sourceIds, geo }: TagIdentity): void => {
    const before = Tag.parse(JSON.parse(selectJson.get(key) ?? ''));
    const shown = new Map([...before.sourceIds, ...sourceIds].map((id) => [JSON.stringify(id), id]));
    const after: Tag = {
      ...before,
      externalIds: { ...before.externalIds, wikidata: before.externalIds.wikidata ?? wikidata },
      geo: before.geo ?? geo,
      sourceIds: [...shown.values()].slice(0, Math.max(MAX_SHOWN, before.sourceIds.length)),
    };
    const json = JSON.stringify(after);
    if (json !== JSON.stringify(before)) updateJson.run(json, key);
  };

  return {
    resolve(identities) {
      const renamed = new Map<TagId, TagId>();
      for (const identity of identities) {
        const key = JSON.stringify(identity);
        const tag = found.get(key) ?? find(identity);
        found.set(key, tag);
        if (tag !== identity.tag) renamed.set(identity.tag, tag);
      }
      return renamed;
    },
    learn(identities, renamed) {
      for (const identity of identities) {
        const tag = renamed.get(identity.tag) ?? identity.tag;
        const key = JSON.stringify([tag, identity]);
        if (learnt.has(key)) continue;
        learnt.add(key);
        for (const id of keysOf(identity)) ids.add(tag, id);
        const row = tags.find(tag);
        if (row?.discovered) describe(row.key, identity);
      }
    },
    begin() {
      found = new Map();
      learnt = new Set();
    },
  };
}

function keysOf({ wikidata, sourceIds }: Pick<TagIdentity, 'wikidata' | 'sourceIds'>) {
  return [...(wikidata === null ? [] : [wikidataId(wikidata)]), ...sourceIds];
}
