import type { StatedEntity } from '../../../model/draft.ts';
import { coordinates, maxStated, statedEntity } from '../stated-entity.ts';
import { isRecord, type Json } from './parse-json.ts';
import { type RecordOfFields, valueAt } from './record-paths.ts';

/** Usual names of the fields that state entities. */
const fieldNames = {
  person: ['people', 'persons', 'persons_mentioned'],
  organization: ['organisations', 'organizations', 'orgs'],
  place: ['places', 'locations'],
} as const;

/** Names of all fields that state entities, in lower case. */
export const entityFields: readonly string[] = Object.values(fieldNames).flat();

/**
 * Returns the people, organizations and places that a record states, as texts or as objects with a `name` or `title`.
 * Identifiers are `wikidata`, `sameAs`, `uri`, `id` and `url`. Topics are keywords.
 */
export function recordEntities(record: RecordOfFields): StatedEntity[] {
  const stated: StatedEntity[] = [];
  for (const type of ['person', 'organization', 'place'] as const) {
    for (const list of fieldNames[type].map((name) => valueAt(record, name))) {
      const values = Array.isArray(list) ? list.slice(0, maxStated) : textsOf(list);
      for (const value of values) {
        const entity = entityOf(type, value);
        if (entity) stated.push(entity);
      }
    }
  }
  return stated.slice(0, maxStated);
}

/** Returns the names in a column of text: "Ann Lee; Bo Ek". Commas may belong to a name. */
function textsOf(list: Json | undefined): string[] {
  return typeof list === 'string' ? list.split(/[;|]/).slice(0, maxStated) : [];
}

function entityOf(type: StatedEntity['type'], value: Json): StatedEntity | undefined {
  if (typeof value === 'string') return statedEntity(type, value);
  if (!isRecord(value)) return undefined;
  const texts = [value.wikidata, value.sameAs, value.uri, value.id, value.url].filter(
    (id) => typeof id === 'string',
  );
  const name = value.name ?? value.title;
  const latitude = value.latitude ?? value.lat;
  const longitude = value.longitude ?? value.lng ?? value.lon;
  return statedEntity(type, typeof name === 'string' ? name : null, texts, coordinates(latitude, longitude));
}
