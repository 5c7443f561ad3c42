import type { StatedEntity } from '../../../model/draft.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { coordinates, maxStated, statedEntity } from '../stated-entity.ts';
import { type LinkedNode, linkedText } from './linked-data.ts';

/**
 * Returns the entities that a schema.org node states as `about` and `mentions`, with the identifiers of `sameAs`, `@id`
 * and `url`. Nodes of other types, and plain texts, are no entities.
 */
export function linkedEntities(node: LinkedNode | undefined): StatedEntity[] {
  const stated: StatedEntity[] = [];
  for (const value of [node?.about, node?.mentions].flatMap((list) => list ?? []).slice(0, maxStated)) {
    const type = isRecord(value) ? typeOf(value['@type']) : undefined;
    if (!isRecord(value) || !type) continue;
    const ids = [value.sameAs, value['@id'], value.url].flatMap((id) => (Array.isArray(id) ? id : [id]));
    const texts = ids.filter((id) => typeof id === 'string');
    const geo = isRecord(value.geo) ? coordinates(value.geo.latitude, value.geo.longitude) : null;
    const entity = statedEntity(type, linkedText(value.name), texts, geo);
    if (entity) stated.push(entity);
  }
  return stated;
}

function typeOf(value: Json | undefined): StatedEntity['type'] | undefined {
  const names = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(?:^|[/#:])Person$/)) return 'person';
  if (has(/(?:^|[/#:])(?:\w*Organization|Corporation|GovernmentAgency|SportsTeam)$/)) return 'organization';
  return has(/(?:^|[/#:])(?:Place|City|Country|State|AdministrativeArea|Continent)$/) ? 'place' : undefined;
}
