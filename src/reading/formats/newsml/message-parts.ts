import type { Image } from '../../../model/image.ts';
import { descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { newsmlPicture } from './newsml-pictures.ts';

/** Parts of a message that belong to its articles. */
export interface MessageParts {
  pictures: ReadonlyMap<XmlElement, Image[]>;
  /** Pictures of articles, and packages that only link the items of the message. */
  parts: ReadonlySet<XmlElement>;
}

/**
 * Assigns the pictures of a message to its text items. All belong to the only one; of several, each has those that it
 * links, that link it, or that a package of one text lists beside it.
 */
export function messageParts(
  texts: readonly XmlElement[],
  pictures: readonly XmlElement[],
  packages: readonly XmlElement[],
): MessageParts {
  const found = new Map<XmlElement, Image[]>();
  const parts = new Set<XmlElement>(texts.length > 0 ? packages : []);
  const [only] = texts.length === 1 ? texts : [];
  const owners = only === undefined ? ownersByPicture(texts, pictures, packages) : undefined;
  for (const picture of pictures) {
    const owner = only ?? owners?.get(picture);
    if (!owner) continue;
    parts.add(picture);
    const image = newsmlPicture(picture);
    if (image) found.set(owner, [...(found.get(owner) ?? []), image]);
  }
  return { pictures: found, parts };
}

function ownersByPicture(
  texts: readonly XmlElement[],
  pictures: readonly XmlElement[],
  packages: readonly XmlElement[],
): Map<XmlElement, XmlElement> {
  const textOfId = new Map(texts.map((item) => [item.attributes.guid ?? '', item]));
  const pictureOfId = new Map(pictures.map((item) => [item.attributes.guid ?? '', item]));
  const owners = new Map<XmlElement, XmlElement>();
  const own = (text: XmlElement | undefined, picture: XmlElement | undefined) => {
    if (text && picture && !owners.has(picture)) owners.set(picture, text);
  };
  for (const text of texts) for (const id of linksOf(text)) own(text, pictureOfId.get(id));
  for (const picture of pictures) for (const id of linksOf(picture)) own(textOfId.get(id), picture);
  for (const each of packages) {
    const ids = linksOf(each);
    const [text, ...others] = ids.flatMap((id) => textOfId.get(id) ?? []);
    if (others.length === 0) for (const id of ids) own(text, pictureOfId.get(id));
  }
  return owners;
}

/** Returns the identifiers of the items that an item links or lists. */
function linksOf(item: XmlElement): string[] {
  return descendantsOf(item, 'link', 'itemref').flatMap(({ attributes }) => attributes.residref ?? []);
}
