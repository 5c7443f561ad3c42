// Everything that XML 1.0 (section 2.2) has no way to write, halves of surrogate pairs included.
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** An XML document as it may be written: without illegal characters, and without space around CDATA sections. */
export function wellFormedXml(xml: string): string {
  return xml
    .replace(illegal, '')
    .replace(/(<[\w:]+(?: [^<>]*)?>)\n\s*(?=<!\[CDATA\[)/g, '$1')
    .replace(/\]\]>\n\s*(?=<\/)/g, ']]>');
}
