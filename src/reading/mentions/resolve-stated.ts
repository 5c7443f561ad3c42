import { type AuthorityEntry, authorityEntry } from '../../model/authority.ts';
import type { Draft, StatedEntity } from '../../model/draft.ts';
import { fold } from '../../model/fold.ts';
import { mediaTopic, mediaTopicEntry } from '../../model/media-topics.ts';
import { slugOf } from '../../model/slug.ts';
import { parseSourceId, type SourceId } from '../../model/source-id.ts';
import type { TagId } from '../../model/tag.ts';
import type { TagIdentity } from '../../model/tag-identity.ts';
import { withoutInitial } from './discover-people.ts';

/** A tag that an article states, under one or several names. */
export interface ResolvedEntity {
  entry: AuthorityEntry;
  /** True if the authority has the entry. */
  known: boolean;
  names: string[];
  identities: TagIdentity[];
  /** Tags that the names would have without the source. Their mentions in the article mean this tag. */
  namesakes: TagId[];
}

/** The entry of an entity, or the entry that has its name but is somebody else. */
interface Found {
  entry?: AuthorityEntry;
  namesake?: AuthorityEntry | undefined;
}

/**
 * Prepares a function that returns the tags of the entities that a draft states, by id. An authority entry with the same
 * Wikidata item or name stands for an entity, unless its item is another one. Entities of one article with the same
 * identifier are one tag. Subjects without a Media Topic or an authority entry are left out: they are keywords.
 */
export function createStatedResolver(
  authority: AuthorityEntry[],
): (draft: Draft) => Map<TagId, ResolvedEntity> {
  const { byId, byName } = indexAuthority(authority);

  /** Returns the entry of the authority, and the entry with the name if its Wikidata item is another one. */
  const findEntry = ({ type, tag, codes }: StatedEntity, name: string, natural: TagId): Found => {
    const row = codes.mediatopic === null ? undefined : mediaTopic(codes.mediatopic);
    const certain =
      (tag && byId.get(tag)) ??
      byId.get(`${type} ${codes.wikidata}`) ??
      (type === 'topic' && row ? byId.get(row.code) : undefined);
    if (certain) return { entry: certain };
    const named = byName.get(`${type} ${fold(name)}`) ?? byId.get(natural);
    // A tag whose id is not made of the name has the name in common with the entry, and no more.
    const isOwn = tag === undefined || tag === natural;
    if (named && isOwn && !isOther(named.externalIds.wikidata, codes.wikidata)) return { entry: named };
    return type === 'topic' && row ? { entry: mediaTopicEntry(row) } : { namesake: named };
  };

  return ({ stated = [], source }) => {
    const resolved = new Map<TagId, ResolvedEntity>();
    const byKey = new Map<string, ResolvedEntity>();
    for (const entity of stated) {
      const { type, tag, codes, geo } = entity;
      const name = type === 'person' ? withoutHonorifics(entity.name) : entity.name;
      const sourceIds = entity.ids.flatMap((id) => parseSourceId(id, source?.slug ?? null) ?? []);
      const keys = [codes.wikidata, ...sourceIds.map(keyOf)].flatMap((id) => (id ? `${type} ${id}` : []));
      const slug = slugOf(type === 'person' ? withoutInitial(name) : name);
      const natural = `${type}/${slug}`;
      const { entry, namesake } = findEntry(entity, name, natural);
      if (!entry && (type === 'topic' || slug === '')) continue;
      const isSame = (other: ResolvedEntity | undefined) =>
        other && !other.identities.some(({ wikidata }) => isOther(wikidata, codes.wikidata))
          ? other
          : undefined;
      let found = entry
        ? resolved.get(entry.id)
        : (keys.map((key) => byKey.get(key)).find(isSame) ?? isSame(resolved.get(tag ?? natural)));
      if (!found) {
        const isTaken = namesake !== undefined || resolved.has(natural);
        const id =
          tag ?? (isTaken && codes.wikidata ? `${natural}-${codes.wikidata.toLowerCase()}` : natural);
        const made = { type, slug: id.slice(id.indexOf('/') + 1), name };
        found = {
          entry: entry ?? authorityEntry(made, { discovered: true }),
          ...{ known: entry !== undefined && byId.has(entry.id), names: [], identities: [], namesakes: [] },
        };
        resolved.set(found.entry.id, found);
      }
      for (const key of keys) byKey.set(key, byKey.get(key) ?? found);
      if (!found.names.includes(name)) found.names.push(name);
      if (!found.known) found.namesakes.push(natural, `person/${slug}`, ...(namesake ? [namesake.id] : []));
      if (type !== 'topic' && (keys.length > 0 || geo !== null))
        found.identities.push({ tag: found.entry.id, name, wikidata: codes.wikidata, sourceIds, geo });
    }
    return resolved;
  };
}

function indexAuthority(authority: AuthorityEntry[]) {
  const byId = new Map<string, AuthorityEntry>();
  /** Null if several entries of the type have the name. */
  const byName = new Map<string, AuthorityEntry | null>();
  for (const entry of authority) {
    const { wikidata, mediatopic } = entry.externalIds;
    for (const id of [entry.id, mediatopic, wikidata && `${entry.type} ${wikidata}`])
      if (id) byId.set(id, entry);
    for (const name of new Set([entry.name, ...entry.aliases].map(fold))) {
      const key = `${entry.type} ${name}`;
      byName.set(key, byName.has(key) && byName.get(key) !== entry ? null : entry);
    }
  }
  return { byId, byName };
}

/** True if both are known and different. */
function isOther(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function keyOf({ source, scheme, value }: SourceId): string {
  return JSON.stringify([source, scheme, value]);
}

/** `The Rt Hon Theresa May MP` → `Theresa May` */
function withoutHonorifics(name: string): string {
  const short = name
    .replace(/^(?:The\s+)?(?:Rt\.?\s+Hon\.?|Right Honourable)\s+/i, '')
    .replace(/^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor)\.?\s+)+(?=\S+\s)/i, '')
    .replace(/(?:,?\s+(?:MP|MSP|QC|KC|CBE|OBE|MBE|KCB|CB|DBE|GCMG|KCMG|CMG))+$/, '');
  return short === '' ? name : short;
}
