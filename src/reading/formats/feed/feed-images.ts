import type { Image } from '../../../model/image.ts';
import { plainText } from '../html/plain-text.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { pixelsOf } from '../json/record-values.ts';
import { isOrnament, mergedRenditions, onePerPicture } from '../picture-renditions.ts';
import { webAddress } from '../web-address.ts';
import { elementHtml } from '../xml/element-html.ts';
import { child, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';

/**
 * The pictures of a feed entry: Media RSS contents (with description or title as the caption, and the credit),
 * enclosures and links of an image type, the iTunes image; a thumbnail only where there is nothing larger. The contents of
 * a group are renditions of one picture (Media RSS 1.5.1, media:group).
 */
export function feedImages(entry: XmlElement): Image[] {
  // What a group says is said of its pictures only.
  const caption = mediaText(entry, 'media:description', false);
  const credit = mediaText(entry, 'media:credit', false);
  const imageOf = (element: XmlElement, address: string | undefined, own?: Partial<Image>): Image[] => {
    const url = webAddress(address, element.base);
    if (!url || isOrnament(url)) return [];
    const { type, width, height } = element.attributes;
    const [wide, tall] = [pixelsOf(width), pixelsOf(height)];
    return [
      {
        url,
        caption: own?.caption ?? null,
        credit: own?.credit ?? null,
        ...(wide !== undefined && { width: wide }),
        ...(tall !== undefined && { height: tall }),
        ...(type?.startsWith('image/') && { type }),
      },
    ];
  };
  const contentImage = (content: XmlElement, group: XmlElement | undefined): Image[] => {
    const said = (name: string) => mediaText(content, name) ?? (group ? mediaText(group, name) : null);
    return imageOf(content, content.attributes.url, {
      caption: said('media:description') ?? said('media:title') ?? caption,
      credit: said('media:credit') ?? credit,
    });
  };
  const groups = descendantsOf(entry, 'media:group').map((group) => ({
    group,
    contents: childrenOf(group, 'media:content').filter(isImage),
  }));
  const grouped = new Set(groups.flatMap(({ contents }) => contents));
  const images: Image[] = groups.flatMap(({ group, contents }) => {
    const renditions = contents.flatMap((content) => contentImage(content, group));
    return renditions.length > 0 ? [mergedRenditions(renditions)] : [];
  });
  for (const content of descendantsOf(entry, 'media:content'))
    if (isImage(content) && !grouped.has(content)) images.push(...contentImage(content, undefined));
  for (const element of childrenOf(entry, 'enclosure', 'atom:link', 'link')) {
    const { type, rel, url, href } = element.attributes;
    const isEnclosure = element.name === 'enclosure' || rel === 'enclosure';
    if (isEnclosure && type?.startsWith('image/'))
      images.push(...imageOf(element, url ?? href, { caption, credit }));
  }
  for (const element of childrenOf(entry, 'itunes:image'))
    images.push(...imageOf(element, element.attributes.href));
  if (images.length > 0) return onePerPicture(images);
  return onePerPicture(
    descendantsOf(entry, 'media:thumbnail').flatMap((element) =>
      imageOf(element, element.attributes.url, { caption, credit }),
    ),
  ).slice(0, 1);
}

function isImage({ attributes: { medium, type, url } }: XmlElement): boolean {
  if (medium) return medium === 'image';
  return type ? type.startsWith('image/') : /\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(url ?? '');
}

function mediaText(element: XmlElement, name: string, inGroup = true): string | null {
  const group = inGroup ? child(element, 'media:group') : undefined;
  const found = child(element, name) ?? (group && child(group, name));
  const html = elementHtml(found);
  return html === null ? null : plainText(textOfHtml(html)) || null;
}
