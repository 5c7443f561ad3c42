import { escapeText } from 'entities';
import type { XmlElement } from './xml-element.ts';

/**
 * The HTML that an element of RSS holds: escaped or in CDATA, as the specification says, or as naked child
 * elements, as many write it.
 */
export function elementHtml(element: XmlElement | undefined): string | null {
  if (!element) return null;
  const html = (element.markup === null ? element.text : nakedMarkup(element.markup)).trim();
  return html === '' ? null : html;
}

/**
 * The HTML of an Atom text construct or content (RFC 4287, 3.1 and 4.1.3; Atom 0.3, 3.1): plain text is
 * escaped, base64 decoded, XHTML taken without its namespace prefixes. Null for media that is no text.
 */
export function atomHtml(element: XmlElement | undefined): string | null {
  if (!element) return null;
  const type = (element.attributes.type ?? '').trim().toLowerCase();
  const mode = element.attributes.mode?.trim().toLowerCase();
  const isMarkup = type === 'html' || type === 'xhtml' || /html|xml/.test(type);
  const isText = isMarkup || type === '' || type === 'text' || type.startsWith('text/');
  // RFC 4287, 4.1.3.3: content of any other media type is base64; what decodes to no text is an attachment.
  if (mode === 'base64' || (!isText && mode === undefined && element.markup === null)) {
    const decoded = textOfBase64(element.text);
    if (decoded !== null) return isMarkup || /<\w/.test(decoded) ? decoded : paragraphs(decoded);
    if (type.includes('/') && element.name.endsWith('content')) return null;
  }
  if (element.markup !== null) return elementHtml(element);
  const text = element.text.trim();
  if (text === '') return null;
  // Titles such as `<title>A &amp;lt;b> B</title>` without a type are plain text by the letter of the standard.
  return isMarkup && type !== 'xhtml' && type !== 'application/xhtml+xml' ? text : paragraphs(text);
}

/** Returns the text that base64 encodes; null if a text is no base64, or what it decodes to is no text. */
export function textOfBase64(text: string): string | null {
  const compact = text.replace(/\s+/g, '');
  if (!/^(?:[\w+/]{4})+(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(compact)) return null;
  const decoded = Buffer.from(compact, 'base64').toString('utf8').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
  return decoded === '' || /[\u0000-\u0008\ufffd]/.test(decoded) ? null : decoded;
}

/** Plain text as HTML paragraphs. */
export function paragraphs(text: string): string {
  const parts = text.split(/\n[^\S\n]*\n/);
  if (parts.length === 1) return escapeText(text);
  return parts.map((part) => `<p>${escapeText(part)}</p>`).join('');
}

function nakedMarkup(markup: string): string {
  return markup
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<(\/?)[A-Za-z][\w-]*:([A-Za-z])/g, '<$1$2')
    .replace(
      /<((?!br|hr|img|input|wbr|source|area|col|embed|link|meta|param|track)[a-z][\w-]*)((?:\s[^<>]*)?)\/>/gi,
      '<$1$2></$1>',
    );
}
