import { textOfHtml } from '../html/text-of-html.ts';
import { elementHtml } from '../xml/element-html.ts';
import { rewriteMarkup, unescapedTags } from '../xml/rewrite-markup.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Returns an element's text with that of its children, in one line; null if there is none. */
export function textOf(element: XmlElement | undefined): string | null {
  const html = elementHtml(element);
  return html === null ? null : textOfHtml(unescapedTags(html)) || null;
}

/** Maximum length of the markup of a line, in UTF-16 code units. */
const maxLine = 2000;

/** Elements of NITF inside of a sentence. Their text stands apart from that beside them. */
const inline =
  /^(?:person|org|location|virtloc|city|state|country|region|sublocation|money|num|chron|event|name)$/;

/** Titles of a person: `byttl` of NITF 3, `bytag` of earlier ones. */
const titles = /^(?:byttl|bytag)$/;

/**
 * Returns the text of a byline or dateline in one line. Names, titles and parts of places stand apart even if no space
 * or comma is between them.
 */
// "By<person>Ann Lee</person><byttl>Desk</byttl>" → "By Ann Lee, Desk"
export function lineOf(element: XmlElement): string | null {
  if (element.markup === null || element.markup.length > maxLine) return textOf(element);
  const markup = element.markup
    .replace(/<(\w+:)?(?:byttl|bytag)\b/gi, '\ue000$&')
    .replace(/<(\w+:)?(?:state|region|country)\b/gi, '\ue000$&')
    .replace(/<br\b|<\/(?:\w+:)?person>\s*(?=<(?:\w+:)?person\b)/gi, '\ue000$&');
  const html = rewriteMarkup(markup, (name) =>
    inline.test(name) || titles.test(name) ? { as: 'div' } : 'unwrap',
  );
  const line = textOfHtml(html)
    .replace(/[\s,]*\ue000[\s,]*(?!\s*(?:and|und|et|y|e|og)\b)/g, ', ')
    .replaceAll('\ue000', ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.;:)])|(?<=\()\s+/g, '')
    .replace(/^[\s,]+|[\s,]+$/g, '');
  return line || null;
}
