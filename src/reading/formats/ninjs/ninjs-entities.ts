import type { StatedEntity } from '../../../model/draft.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { coordinates, maxStated, statedEntity } from '../stated-entity.ts';
import { filing, stringOf } from './ninjs-item.ts';

/** Properties of ninjs 1 and of ninjs 2 and 3 that state entities. */
const properties = {
  person: ['person', 'people'],
  organization: ['organisation', 'organisations'],
  place: ['place', 'places'],
  topic: ['subject', 'subjects'],
} satisfies Record<StatedEntity['type'], string[]>;

/** Returns the entities that an item states, with the identifiers of `uri` and `literal`, or of `scheme` and `code`. */
export function ninjsEntities(item: { [name: string]: Json }): StatedEntity[] {
  const stated: StatedEntity[] = [];
  for (const type of ['person', 'organization', 'place', 'topic'] as const) {
    for (const list of properties[type].map((name) => item[name])) {
      for (const entry of Array.isArray(list) ? list.slice(0, maxStated).filter(isRecord) : []) {
        const code = stringOf(entry.code) ?? stringOf(entry.qcode);
        const scheme = stringOf(entry.scheme);
        if (type === 'topic' && filing.test(scheme ?? '')) continue;
        const ids = [
          stringOf(entry.uri),
          scheme && code ? `${scheme}${/[/#:]$/.test(scheme) ? '' : '/'}${code}` : code,
        ];
        const entity = statedEntity(
          type,
          stringOf(entry.name),
          [...ids, stringOf(entry.literal)],
          pointOf(entry),
        );
        if (entity) stated.push(entity);
      }
    }
  }
  return stated.slice(0, maxStated);
}

/** Returns the point of a GeoJSON object (RFC 7946: longitude first), in any of the properties that versions have. */
function pointOf(entry: { [name: string]: Json }): StatedEntity['geo'] {
  const found = Object.entries(entry).find(([name]) =>
    /^(?:geojson|geoJSON|geometry_geojson)$/.test(name),
  )?.[1];
  const geometry = isRecord(found) && isRecord(found.geometry) ? found.geometry : found;
  if (!isRecord(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return null;
  const [longitude, latitude] = geometry.coordinates;
  return coordinates(latitude, longitude);
}
