import type { Image } from '../../../model/image.ts';
import { joinedRenditions } from '../joined-renditions.ts';
import { textOf } from '../nitf/text-of.ts';
import { child, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';

/** Returns the picture of a picture item, in its widest rendition. Undefined if it has neither address nor caption. */
export function newsmlPicture(item: XmlElement): Image | undefined {
  const meta = child(item, 'contentmeta');
  const of = (name: string): XmlElement[] => (meta ? childrenOf(meta, name) : []);
  const first = (elements: XmlElement[]): string | null => elements.map(textOf).find(Boolean) ?? null;
  const descriptions = of('description');
  const role = (pattern: RegExp) =>
    descriptions.filter(({ attributes }) => pattern.test(attributes.role ?? ''));
  const caption = first(role(/caption/i)) ?? first(role(/^(?!.*(?:alt|access))/i)) ?? first(of('headline'));
  const names = [...of('creator'), ...of('contributor')].map((creator) => child(creator, 'name'));
  const credit =
    first(of('creditline')) ?? first(of('by')) ?? first(names.filter((name) => name !== undefined));
  const alt = first([...of('alttext'), ...role(/alt|access/i)]);
  const image = joinedRenditions(
    descendantsOf(item, 'remotecontent').map(({ attributes }) => ({
      href: attributes.href,
      type: attributes.contenttype,
      width: attributes.width,
      height: attributes.height,
      name: attributes.rendition,
    })),
    item.base,
  );
  if (image.url === null && caption === null) return undefined;
  return { ...image, caption, credit, ...(alt !== null && { alt }) };
}
