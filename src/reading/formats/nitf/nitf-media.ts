import type { Image } from '../../../model/image.ts';
import { joinedRenditions } from '../joined-renditions.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { textOf } from './text-of.ts';

/** Types of media that are no pictures. */
const notPicture = /video|audio|movie|text|data|application|multimedia|flash|other/i;

/**
 * Returns the pictures of the `media` elements below an element, and those of `img`. The references of one `media` are
 * renditions of one picture. A picture that only an id names has no address, but a caption and a credit.
 */
export function nitfImages(root: XmlElement): Image[] {
  const images: Image[] = [];
  for (const element of descendantsOf(root, 'media', 'img')) {
    if (element.name === 'img') {
      const { source, src, alt, width, height } = element.attributes;
      const image = joinedRenditions([{ href: src ?? source, width, height }], element.base);
      if (image.url !== null) images.push({ ...image, caption: null, credit: null, ...(alt && { alt }) });
      continue;
    }
    const image = notPicture.test(element.attributes['media-type'] ?? '') ? undefined : mediaImage(element);
    if (image && !isRenditionOf(image, images.at(-1))) images.push(image);
  }
  return images;
}

function mediaImage(media: XmlElement): Image | undefined {
  const references = childrenOf(media, 'media-reference');
  const alternatives = references.map(({ attributes }) => attributes['alternate-text']?.trim());
  const alt = alternatives.find((text) => text);
  const metadata = (name: RegExp): string | null =>
    childrenOf(media, 'media-metadata').find(({ attributes }) => name.test(attributes.name ?? ''))?.attributes
      .value ?? null;
  const captions = childrenOf(media, 'media-caption')
    .map(textOf)
    .filter((text) => text !== null);
  const caption = [...new Set(captions)].join(' ') || metadata(/caption|description/i)?.trim() || null;
  const credit =
    childrenOf(media, 'media-producer').map(textOf).find(Boolean) ??
    metadata(/credit|photographer|byline|producer/i)?.trim() ??
    references.map(({ attributes }) => attributes.copyright?.trim()).find(Boolean);
  const image = joinedRenditions(
    references.map(({ attributes }) => ({
      href: attributes.source ?? attributes.src,
      type: attributes['mime-type'],
      width: attributes.width,
      height: attributes.height,
      name: attributes.name ?? media.attributes.class,
    })),
    media.base,
  );
  if (image.url === null && caption === null) return undefined;
  return { ...image, caption, credit: credit || null, ...(alt && { alt }) };
}

/** True for a picture in another size: producers that write a `media` for each repeat the caption. */
function isRenditionOf(image: Image, other: Image | undefined): boolean {
  return (
    other !== undefined &&
    image.caption !== null &&
    image.caption === other.caption &&
    image.credit === other.credit &&
    (image.url === null || other.url !== null) &&
    (image.url === other.url || (image.width ?? 0) !== (other.width ?? 0))
  );
}
