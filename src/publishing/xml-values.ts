// Everything that XML 1.0 (section 2.2) has no way to write, halves of surrogate pairs included.
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

// What stands for markup while a document is made: characters that no value can hold once the illegal are gone.
const standIns = { '&': '\uffff', '<': '\ufffe', '>': '\0' };

/**
 * Values for a library that writes XML, without the characters that XML can not hold and with stand-ins for those
 * that it escapes; `xmlDocument` escapes them. The library's own way is CDATA, in which several readers decode
 * entities all the same, and which it indents so that blanks get into the value.
 */
export function xmlValues<T>(value: T): T;
export function xmlValues(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .replace(illegal, '')
      .replaceAll('&', standIns['&'])
      .replaceAll('<', standIns['<'])
      .replaceAll('>', standIns['>']);
  }
  if (Array.isArray(value)) return value.map((each) => xmlValues(each));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, xmlValues(each)]));
}

/** The document that a library made of `xmlValues`, with its markup escaped. */
export function xmlDocument(written: string): string {
  return written
    .replaceAll(standIns['&'], '&amp;')
    .replaceAll(standIns['<'], '&lt;')
    .replaceAll(standIns['>'], '&gt;');
}
