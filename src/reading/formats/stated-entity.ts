import type { StatedEntity } from '../../model/draft.ts';

/** Maximum length of a name, in UTF-16 code units. */
const maxLength = 120;
/** Maximum number of entities of an article. */
export const maxStated = 200;

/** Maximum number of identifiers of an entity. */
const maxIds = 10;

const wikidataId = /(?:wikidata\.org\/(?:wiki|entity)\/|^(?:wd|wikidata):|^)(Q[1-9]\d*)$/i;
const mediaTopicId = /(?:^medtop:|iptc\.org\/newscodes\/mediatopic\/)(\d{8})\/?$/i;

/**
 * Creates an entity from a name and what identifies it: addresses and codes. Undefined if the name is no
 * name: the codes of sources (`usa`) have no capitals.
 */
// "Angela Merkel", ["http://www.wikidata.org/entity/Q567"] → codes.wikidata "Q567"
export function statedEntity(
  type: StatedEntity['type'],
  name: string | null,
  ids: (string | null | undefined)[] = [],
  geo: StatedEntity['geo'] = null,
): StatedEntity | undefined {
  const line = name?.replace(/\s+/g, ' ').trim() ?? '';
  const letter = type === 'topic' ? /\p{L}/u : /[\p{Lu}\p{Lt}\p{Lo}]/u;
  if (line.length > maxLength || !letter.test(line) || /:\/\//.test(line)) return undefined;
  const known = ids.slice(0, maxIds).flatMap((id) => (id?.trim() ? [id.trim()] : []));
  const find = (pattern: RegExp) =>
    known.map((id) => pattern.exec(id)?.[1]).find((code) => code !== undefined);
  const wikidata = find(wikidataId);
  const mediatopic = find(mediaTopicId);
  return {
    type,
    name: line,
    ids: known.filter((id) => !wikidataId.test(id) && !mediaTopicId.test(id)),
    codes: {
      wikidata: wikidata?.toUpperCase() ?? null,
      mediatopic: mediatopic === undefined ? null : `medtop:${mediatopic}`,
    },
    geo,
  };
}

/** Returns the coordinates of two numbers in degrees; null if they are out of range. */
export function coordinates(latitude: unknown, longitude: unknown): StatedEntity['geo'] {
  const [north, east] = [Number(latitude ?? Number.NaN), Number(longitude ?? Number.NaN)];
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { latitude: north, longitude: east } : null;
}
