import type { Rights } from '../../../model/rights.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { elementHtml } from '../xml/element-html.ts';
import { child, childrenOf, type XmlElement } from '../xml/xml-element.ts';

/** Returns the rights that a feed or an entry states: `copyright`, `rights` (Atom, Dublin Core), `media:copyright`. */
export function rightsOf(element: XmlElement): Rights | null {
  const line = (...names: string[]) => {
    const html = elementHtml(child(element, ...names));
    return html === null ? null : textOfHtml(html) || null;
  };
  const notice = line('atom:rights', 'dc:rights', 'dcterms:rights', 'rights', 'copyright', 'media:copyright');
  const holder = line('dcterms:rightsholder', 'rightsholder');
  return notice === null && holder === null ? null : { holder, notice, usageTerms: null };
}

/** True for an entry with a recording: an enclosure that is sound or video. */
export function isRecording(entry: XmlElement): boolean {
  return childrenOf(entry, 'enclosure', 'atom:link', 'link').some(({ name, attributes }) => {
    const isEnclosure = name === 'enclosure' || attributes.rel === 'enclosure';
    const address = attributes.url ?? attributes.href ?? '';
    return (
      isEnclosure &&
      (/^(?:audio|video)\//i.test(attributes.type ?? '') ||
        /\.(?:mp3|m4a|ogg|opus|mp4)(?:\?|$)/i.test(address))
    );
  });
}
