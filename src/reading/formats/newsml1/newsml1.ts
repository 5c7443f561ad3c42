import type { Document, Format, Reading } from '../../reader.ts';
import { nitfReleaseFields } from '../../release/release-fields.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { createLineCounter } from '../xml/line-counter.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { newsml1ReleaseFields } from './identification.ts';
import { hasText, picturesOf, readNewsItem } from './read-news-item.ts';

/**
 * IPTC NewsML 1.0 to 1.2: news items with the text inline as NITF, XHTML or plain text. The pictures of a file belong to
 * its only article. Revisions of an item have one key.
 */
export const newsml1: Format = {
  name: 'newsml1',
  extensions: [],
  release: { ...newsml1ReleaseFields, ...nitfReleaseFields },
  recognise(head) {
    return /^[\s\ufeff]*</.test(head) &&
      /<NewsML(?:\s[^>]*)?>/.test(head) &&
      !/iptc\.org\/std\/nar\//.test(head)
      ? 0.98
      : 0;
  },
  *read(document, settings) {
    const text = decodeMarkup(document.bytes);
    const root = parseXml(text, null);
    if (root === undefined || 'reason' in root)
      return yield reject(document, root?.reason ?? 'no XML element found');
    const items = descendantsOf(root, 'newsitem').filter(isWhole);
    if (items.length === 0) {
      const isTopics = childrenOf(root, 'topicset').length > 0;
      return yield reject(
        document,
        isTopics
          ? 'a NewsML 1 topic set, which is a vocabulary; import the news items'
          : 'a NewsML 1 file without a <NewsItem>; import one that has news items',
      );
    }
    const lineAt = createLineCounter(text);
    const texts = items.filter(hasText);
    const [only] = texts.length === 1 ? texts : [];
    const pictures = only ? items.filter((item) => item !== only).flatMap(picturesOf) : [];
    let ordinal = 0;
    const next = () => ordinal++;
    for (const item of items) {
      const line = lineAt(item.offset);
      if (only && item !== only && picturesOf(item).length > 0) continue;
      yield* readNewsItem(item, item === only ? pictures : [], { document, line, next }, settings);
    }
  },
};

/** True for an item that is more than a frame around the items within its components. */
function isWhole(item: XmlElement): boolean {
  return descendantsOf(item, 'newsitem').length < 2 || hasText(item);
}

function reject(document: Document, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line: null, reason } };
}
