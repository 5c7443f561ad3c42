import type { StatedEntity } from '../../../model/draft.ts';
import { maxStated, statedEntity } from '../stated-entity.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { textOf } from './text-of.ts';

/** Elements of `identified-content`, and their types of tags. */
const types: Record<string, StatedEntity['type']> = {
  person: 'person',
  org: 'organization',
  location: 'place',
};

/**
 * Returns the people, organizations and places that an `<nitf>` element identifies in its metadata. Identifiers are
 * `idsrc` and `value`. A location of parts (city, region, country) is the smallest of them.
 */
export function nitfEntities(nitf: XmlElement): StatedEntity[] {
  const elements = descendantsOf(nitf, 'identified-content').flatMap((content) =>
    childrenOf(content, ...Object.keys(types)),
  );
  return elements.slice(0, maxStated).flatMap((element) => {
    const { value, idsrc } = element.attributes;
    const [part] = childrenOf(element, 'sublocation', 'city', 'state', 'region', 'country');
    const id = value && idsrc ? `${idsrc}:${value}` : undefined;
    const type = types[element.name];
    return (type && statedEntity(type, textOf(part ?? element), [id])) ?? [];
  });
}
