// What XML 1.0 (section 2.2) has no way to write, in a text whose surrogates are paired.
const illegal = /[^\t\n\r\u0020-\ufffd]/g;

// What stands for markup while a document is made: characters that no value can hold once the illegal are gone.
const standIns: Record<string, string> = { '&': '\uffff', '<': '\ufffe', '>': '\u0000' };

/**
 * Values for a library that writes XML, without the characters that XML can not hold and with stand-ins for those
 * that it escapes; `xmlDocument` escapes them. The library's own way is CDATA, in which several readers decode
 * entities all the same, and which it indents so that blanks get into the value.
 */
export function xmlValues<T>(value: T): T;
export function xmlValues(value: unknown): unknown {
  if (typeof value === 'string') {
    const legal = value.toWellFormed().replace(illegal, '');
    return legal.replace(/[&<>]/g, (mark) => standIns[mark] ?? mark);
  }
  if (Array.isArray(value)) return value.map((each) => xmlValues(each));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, xmlValues(each)]));
}

/** The document that a library made of `xmlValues`, with its markup escaped. */
export function xmlDocument(written: string): string {
  return written.replaceAll('\uffff', '&amp;').replaceAll('\ufffe', '&lt;').replaceAll('\u0000', '&gt;');
}
