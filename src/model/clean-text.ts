/**
 * Characters that no text should contain: control characters other than tab and line breaks, halves of surrogate pairs,
 * and non-characters (Unicode 17, 23.7). XML, PostgreSQL and strict JSON parsers refuse a whole document for one.
 */
const unfit = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u;
const allUnfit = new RegExp(unfit, 'gu');

/** True if a text contains only characters that every output can represent. */
export function isCleanText(text: string): boolean {
  return !unfit.test(text);
}

/**
 * Replaces each UTF-16 code unit of a character that no text should contain with U+FFFD. Offsets in the text stay valid.
 */
// "Fire\u0000 in Rome \ud83d" → "Fire\ufffd in Rome \ufffd"
export function cleanText(text: string): string {
  return isCleanText(text) ? text : text.replace(allUnfit, ({ length }) => '\ufffd'.repeat(length));
}

/** Cleans all strings in a value of arrays and objects. Returns the value itself if all are clean. */
export function cleanTexts<T>(value: T): T;
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.entries(value).flatMap(([name, text]) => {
    const cleaned = cleanTexts(text);
    return cleaned === text ? [] : [[name, cleaned]];
  });
  if (changed.length === 0) return value;
  return Object.assign(Array.isArray(value) ? [...value] : { ...value }, Object.fromEntries(changed));
}
