import { textOfHtml } from '../html/text-of-html.ts';
import { elementHtml } from '../xml/element-html.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Returns an element's text with that of its children, in one line; null if there is none. */
export function textOf(element: XmlElement | undefined): string | null {
  const html = elementHtml(element);
  return html === null ? null : textOfHtml(html) || null;
}
