import { childrenOf, childText, type XmlElement } from '../xml/xml-element.ts';

/** Returns the fields of an item of an export of WordPress, by key. */
export function metaOf(item: XmlElement): Map<string, string> {
  return new Map(
    childrenOf(item, 'wp:postmeta').flatMap((meta) => {
      const key = childText(meta, 'wp:meta_key');
      const value = childText(meta, 'wp:meta_value');
      return key === null || value === null ? [] : [[key, value] as const];
    }),
  );
}
