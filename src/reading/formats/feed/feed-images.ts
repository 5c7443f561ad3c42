import type { Image } from '../../../model/article.ts';
import { plainText } from '../html/plain-text.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { webAddress } from '../web-address.ts';
import { elementHtml } from '../xml/element-html.ts';
import { child, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';

/**
 * The pictures of a feed entry: Media RSS contents (with description or title as the caption, and the credit),
 * enclosures and links of an image type, the iTunes image; a thumbnail only where there is nothing larger.
 */
export function feedImages(entry: XmlElement): Image[] {
  const caption = mediaText(entry, 'media:description');
  const credit = mediaText(entry, 'media:credit');
  const images: Image[] = [];
  const add = (element: XmlElement, address: string | undefined, own?: Partial<Image>): void => {
    const url = webAddress(address, element.base);
    if (!url || images.some((image) => image.url === url)) return;
    images.push({ url, caption: own?.caption ?? null, credit: own?.credit ?? null });
  };
  for (const content of descendantsOf(entry, 'media:content')) {
    if (!isImage(content)) continue;
    add(content, content.attributes.url, {
      caption: mediaText(content, 'media:description') ?? mediaText(content, 'media:title') ?? caption,
      credit: mediaText(content, 'media:credit') ?? credit,
    });
  }
  for (const element of childrenOf(entry, 'enclosure', 'atom:link', 'link')) {
    const { type, rel, url, href } = element.attributes;
    const isEnclosure = element.name === 'enclosure' || rel === 'enclosure';
    if (isEnclosure && type?.startsWith('image/')) add(element, url ?? href, { caption, credit });
  }
  for (const element of childrenOf(entry, 'itunes:image')) add(element, element.attributes.href);
  if (images.length > 0) return images;
  for (const element of descendantsOf(entry, 'media:thumbnail'))
    add(element, element.attributes.url, { caption, credit });
  return images.slice(0, 1);
}

function isImage({ attributes: { medium, type, url } }: XmlElement): boolean {
  if (medium) return medium === 'image';
  return type ? type.startsWith('image/') : /\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(url ?? '');
}

function mediaText(element: XmlElement, name: string): string | null {
  const group = child(element, 'media:group');
  const found = child(element, name) ?? (group && child(group, name));
  const html = elementHtml(found);
  return html === null ? null : plainText(textOfHtml(html)) || null;
}
