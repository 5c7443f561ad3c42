// Characters that XML 1.0 (section 2.2) cannot represent. Surrogates must be paired.
const illegal = /[^\t\n\r\u0020-\ufffd]/g;

// Placeholders for markup characters. They cannot occur in values, because illegal characters are removed.
const placeholders: Record<string, string> = { '&': '\uffff', '<': '\ufffe', '>': '\u0000' };

/**
 * Prepares values for feedsmith: removes illegal characters and replaces markup characters with placeholders,
 * which `xmlDocument` escapes afterwards. Feedsmith itself would write CDATA, in which some feed readers
 * decode entities, and would indent it, which adds blanks to the value.
 */
export function xmlValues<T>(value: T): T;
export function xmlValues(value: unknown): unknown {
  if (typeof value === 'string') {
    const legal = value.toWellFormed().replace(illegal, '');
    return legal.replace(/[&<>]/g, (mark) => placeholders[mark] ?? mark);
  }
  if (Array.isArray(value)) return value.map((each) => xmlValues(each));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, xmlValues(each)]));
}

/** Replaces the placeholders in a document that feedsmith made of `xmlValues` with escaped characters. */
export function xmlDocument(written: string): string {
  return written.replaceAll('\uffff', '&amp;').replaceAll('\ufffe', '&lt;').replaceAll('\u0000', '&gt;');
}

/** Returns a text as content of an XML element, without the characters that XML cannot represent. */
// 'a < b' → 'a &lt; b'
export function xmlText(text: string): string {
  return xmlDocument(xmlValues(text));
}
