import type { Document, Format, Reading } from '../../reader.ts';
import { newsmlReleaseFields, nitfReleaseFields } from '../../release/release-fields.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { createLineCounter } from '../xml/line-counter.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { child, outermostOf, type XmlElement } from '../xml/xml-element.ts';
import { messageParts } from './message-parts.ts';
import { readTextItem } from './newsml-item.ts';
import { codeOf, otherItems, refusedClass } from './newsml-kinds.ts';

const items = ['newsitem', ...Object.keys(otherItems)];

/**
 * IPTC NewsML-G2: news items with the text inline as NITF, XHTML or plain text. The picture items of a message belong to
 * its article. Items of other kinds are refused by their kind.
 */
export const newsml: Format = {
  name: 'newsml',
  extensions: ['newsml'],
  release: { ...newsmlReleaseFields, ...nitfReleaseFields },
  recognise(head) {
    return /^[\s\ufeff]*</.test(head) &&
      /<(?:\w+:)?(?:(?:news|package|concept|knowledge|planning|catalog)Item|newsMessage)[\s>]/.test(head) &&
      /iptc\.org\/std\/(?:nar|newsml)\/|NewsML-G2/i.test(head)
      ? 0.98
      : 0;
  },
  *read(document, settings) {
    const text = decodeMarkup(document.bytes);
    const root = parseXml(text, null);
    const reason = root === undefined ? 'no XML element found' : 'reason' in root ? root.reason : undefined;
    const found = root === undefined || 'reason' in root ? [] : outermostOf(root, ...items);
    if (found.length === 0) yield reject(document, null, reason ?? 'no <newsItem> found');
    const isNews = (item: XmlElement) => item.name === 'newsitem';
    const texts = found.filter((item) => isNews(item) && refusedClass(classOf(item)) === undefined);
    const { pictures, parts } = messageParts(
      texts,
      found.filter((item) => isNews(item) && /^(?:picture|graphic)$/i.test(classOf(item) ?? '')),
      found.filter(({ name }) => name === 'packageitem'),
    );
    const textItems = new Set(texts);
    const lineAt = createLineCounter(text);
    let ordinal = 0;
    for (const item of found) {
      const line = lineAt(item.offset);
      if (textItems.has(item)) {
        yield readTextItem(item, pictures.get(item) ?? [], { document, line, ordinal: ordinal++ }, settings);
      } else if (!parts.has(item)) {
        yield reject(document, line, otherItems[item.name] ?? refusedClass(classOf(item)) ?? 'no text item');
      }
    }
  },
};

function classOf(item: XmlElement): string | null {
  const meta = child(item, 'itemmeta');
  return codeOf(meta && child(meta, 'itemclass'));
}

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}
