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
export function newsmlEntities(
  contentMeta: XmlElement | undefined,
  names: ReadonlyMap<string, string>,
): StatedEntity[] {
  const stated: StatedEntity[] = [];
  const located = contentMeta ? childrenOf(contentMeta, 'located').slice(0, maxStated) : [];
  for (const subject of [...subjectsOf(contentMeta), ...located]) {
    const { qcode, uri, literal } = subject.attributes;
    const same = childrenOf(subject, 'sameas').flatMap(({ attributes }) => [
      attributes.qcode,
      attributes.uri,
    ]);
    const ids = [uri, qcode, ...same, literal];
    const position = descendantsOf(subject, 'position')[0]?.attributes;
    const geo = coordinates(position?.latitude, position?.longitude);
    const nature = subject.name === 'located' ? 'place' : natureOf(subject);
    const entity = statedEntity(nature, nameOf(subject, names), ids, geo);
    if (entity) stated.push(entity);
  }
  return stated;
}

/** Returns the names of those subjects of a news item that are no person, organization or place. */
export function newsmlSubjects(
  contentMeta: XmlElement | undefined,
  names: ReadonlyMap<string, string>,
): string[] {
  return subjectsOf(contentMeta)
    .filter((subject) => natureOf(subject) === 'topic')
    .map((subject) => nameOf(subject, names))
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
function nameOf(subject: XmlElement, names: ReadonlyMap<string, string>): string | null {
  const { qcode = '', uri = '', literal = '' } = subject.attributes;
  const id = qcode || uri || literal;
  const codes = [
    id,
    ...childrenOf(subject, 'sameas').map(({ attributes: same }) => same.qcode ?? same.uri ?? ''),
  ];
  const topic = codes.map(topicOfCode).find((each) => each !== undefined);
  const printed = textOf(child(subject, 'name'));
  // A category that is named by its own code: `pl`.
  const isCode = printed !== null && /^[a-z]{1,2}$/.test(printed);
  return (isCode ? null : printed) ?? names.get(id) ?? topic?.name ?? null;
}

/** Returns the names that the assertions of an item give to codes. */
export function assertedNames(item: XmlElement): Map<string, string> {
  const names = new Map<string, string>();
  for (const assertion of childrenOf(item, 'assert')) {
    const name = textOf(child(assertion, 'name'));
    const { qcode, uri, literal } = assertion.attributes;
    for (const id of [qcode, uri, literal]) if (id && name !== null) names.set(id, name);
  }
  return names;
}
