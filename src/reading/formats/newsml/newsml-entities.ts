import type { StatedEntity } from '../../../model/draft.ts';
import { topicOfCode } from '../../topics/topic-codes.ts';
import { textOf } from '../nitf/text-of.ts';
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
  for (const subject of subjectsOf(contentMeta)) {
    const { qcode, uri, literal } = subject.attributes;
    const same = childrenOf(subject, 'sameas').flatMap(({ attributes }) => [
      attributes.qcode,
      attributes.uri,
    ]);
    const ids = [uri, qcode, ...same, literal];
    const position = descendantsOf(subject, 'position')[0]?.attributes;
    const geo = coordinates(position?.latitude, position?.longitude);
    const entity = statedEntity(natureOf(subject), nameOf(subject), ids, geo);
    if (entity) stated.push(entity);
  }
  return stated;
}

/** Returns the names of those subjects of a news item that are no person, organization or place. */
export function newsmlSubjects(contentMeta: XmlElement | undefined): string[] {
  return subjectsOf(contentMeta)
    .filter((subject) => natureOf(subject) === 'topic')
    .map(nameOf)
    .filter((name) => name !== null);
}

function subjectsOf(contentMeta: XmlElement | undefined): XmlElement[] {
  return contentMeta ? childrenOf(contentMeta, 'subject').slice(0, maxStated) : [];
}

function natureOf({ attributes: { type, typeuri } }: XmlElement): StatedEntity['type'] {
  const nature = /[^:/]*$/.exec(type ?? typeuri ?? '')?.[0] ?? '';
  return natures[nature] ?? 'topic';
}

/** Returns the printed name of a subject, or that of the Media Topic of its code, which may come alone. */
function nameOf(subject: XmlElement): string | null {
  const { qcode = '', uri = '' } = subject.attributes;
  return textOf(child(subject, 'name')) ?? topicOfCode(qcode || uri)?.name ?? null;
}
