import { plainText } from '../html/plain-text.ts';
import { descendantsOf, type XmlElement } from '../xml/xml-element.ts';

/** The categories and keywords of an entry as printed, each once, whatever extension holds them. */
export function readKeywords(entry: XmlElement): string[] {
  const keywords = new Set<string>();
  const add = (text: string | undefined): void => {
    const keyword = plainText(text ?? '');
    if (keyword !== '') keywords.add(keyword);
  };
  for (const element of descendantsOf(
    entry,
    'category',
    'atom:category',
    'dc:subject',
    'itunes:category',
    'media:category',
  )) {
    add(element.attributes.label || element.attributes.term || element.attributes.text || element.text);
  }
  for (const element of descendantsOf(
    entry,
    'media:keywords',
    'itunes:keywords',
    'news:keywords',
    'keywords',
  )) {
    for (const keyword of element.text.split(',')) add(keyword);
  }
  return [...keywords];
}
