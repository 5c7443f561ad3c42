import { plainText } from '../html/plain-text.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';

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
    // Google tells kinds of entries apart so.
    if (!element.attributes.scheme?.endsWith('#kind')) add(nameOf(element));
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

/** Vocabularies of sections: `https://a.example/sections/`, `section`. */
const ofSections = /(?:^|[/#:_-])sections?(?:$|[/#])/i;

/**
 * Returns the sections of an entry: `prism:section` (PRISM), and categories whose scheme (RFC 4287, 4.2.2.2)
 * or domain (RSS 2.0) says that they are sections. Other categories are keywords.
 */
export function readFeedSections(entry: XmlElement): string[] {
  const categories = childrenOf(entry, 'category', 'atom:category').filter(({ attributes }) =>
    ofSections.test(attributes.scheme ?? attributes.domain ?? ''),
  );
  return [...childrenOf(entry, 'prism:section'), ...categories].map((element) => plainText(nameOf(element)));
}

function nameOf({ attributes, text }: XmlElement): string {
  return attributes.label || attributes.term || attributes.text || text;
}
