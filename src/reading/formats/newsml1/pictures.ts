import type { Image } from '../../../model/image.ts';
import { joinedRenditions } from '../joined-renditions.ts';
import { textOf } from '../nitf/text-of.ts';
import { child, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { formalName, isMedia, roleOf } from './components.ts';

/**
 * Returns the pictures of a component. Its content items are renditions of one, unless it has components that each have
 * a caption or headline.
 */
export function componentPictures(component: XmlElement): Image[] {
  if (/video|audio|sound/.test(roleOf(component))) return [];
  const own = childrenOf(component, 'contentitem');
  const ofArticle = own.filter(isPicture);
  // Beside the text of an article, each is a picture of its own.
  if (own.some((item) => !isMedia(item)) && roleOf(component) === '')
    return ofArticle.flatMap((item) => pictureOf([item], null, null));
  const parts = childrenOf(component, 'newscomponent').filter(
    (part) => descendantsOf(part, 'contentitem').some(isMedia) && linesOf(part, 'headline').length > 0,
  );
  if (parts.length > 1) return parts.flatMap(componentPictures);
  const texts = descendantsOf(component, 'datacontent').map(textOf);
  const captions = descendantsOf(component, 'newscomponent')
    .filter((part) => roleOf(part) === 'caption')
    .flatMap((part) => descendantsOf(part, 'datacontent').map(textOf));
  const caption = [...captions, ...texts, ...linesOf(component, 'headline')].find(Boolean) ?? null;
  const credit = linesOf(component, 'creditline', 'byline', 'copyrightline')[0] ?? null;
  return pictureOf(descendantsOf(component, 'contentitem').filter(isPicture), caption, credit);
}

function pictureOf(items: XmlElement[], caption: string | null, credit: string | null): Image[] {
  const image = joinedRenditions(items.map(renditionOf), items[0]?.base ?? null);
  return items.length === 0 || (image.url === null && caption === null)
    ? []
    : [{ ...image, caption, credit }];
}

function isPicture(item: XmlElement): boolean {
  return isMedia(item) && !isRecording(item);
}

function isRecording(item: XmlElement): boolean {
  return /video|audio|sound/i.test(`${formalName(item, 'mediatype')} ${formalName(item, 'mimetype')}`);
}

/** Returns the texts of lines of a component, in the order of the names. */
function linesOf(component: XmlElement, ...names: string[]): string[] {
  const lines = descendantsOf(component, 'newslines');
  return names
    .flatMap((name) => lines.flatMap((line) => childrenOf(line, name).map(textOf)))
    .filter((text) => text !== null);
}

function renditionOf(item: XmlElement) {
  const characteristics = child(item, 'characteristics');
  const property = (name: RegExp) =>
    (characteristics ? childrenOf(characteristics, 'property') : []).find(({ attributes }) =>
      name.test(attributes.formalname ?? ''),
    )?.attributes.value;
  return {
    href: item.attributes.href,
    type: formalName(item, 'mimetype'),
    width: property(/width/i),
    height: property(/height/i),
    name: property(/use|rendition|size$/i),
  };
}
