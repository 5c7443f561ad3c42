import type { StatedEntity } from '../../../model/draft.ts';
import { textOf } from '../nitf/read-nitf.ts';
import { coordinates, maxStated, statedEntity } from '../stated-entity.ts';
import { child, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';

/** Concept natures of IPTC (cv.iptc.org/newscodes/cpnature), and their types of tags. */
const natures: Record<string, StatedEntity['type']> = {
  person: 'person',
  organisation: 'organization',
  organization: 'organization',
  geoarea: 'place',
  geoArea: 'place',
  poi: 'place',
  abstract: 'topic',
};

/**
 * Returns the entities that a news item states as subjects: those whose `type` is a concept nature (`cpnat:person`), and
 * Media Topics. Identifiers are those of `qcode`, `uri`, `literal` and `sameAs`.
 */
export function newsmlEntities(contentMeta: XmlElement | undefined): StatedEntity[] {
  const stated: StatedEntity[] = [];
  for (const subject of contentMeta ? childrenOf(contentMeta, 'subject').slice(0, maxStated) : []) {
    const { type, typeuri, qcode, uri, literal } = subject.attributes;
    const nature = /[^:/]*$/.exec(type ?? typeuri ?? '')?.[0] ?? '';
    const same = childrenOf(subject, 'sameas').flatMap(({ attributes }) => [
      attributes.qcode,
      attributes.uri,
    ]);
    const ids = [uri, qcode, ...same, literal];
    const position = descendantsOf(subject, 'position')[0]?.attributes;
    const geo = coordinates(position?.latitude, position?.longitude);
    const entity = statedEntity(natures[nature] ?? 'topic', textOf(child(subject, 'name')), ids, geo);
    if (entity) stated.push(entity);
  }
  return stated;
}
