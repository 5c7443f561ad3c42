/** Zero-width marks, soft hyphens and control characters: invisible, and in the way of every comparison. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g;

/** Matches text that looks different from how it is written: invisible characters, or more than one space in a row. */
const uneven = new RegExp(String.raw`${invisible.source}|[^\S\n ]|  | \n|\n[ \n]`);

/**
 * Text as a reader sees it: runs of white space are one space, line breaks that were meant (`\n`) stay and
 * stand alone, nothing invisible.
 *
 * `plainText(' A\u00a0 b \n c ')` → `'A b\nc'`
 */
export function plainText(text: string): string {
  if (!uneven.test(text)) return text.trim();
  return text
    .replace(invisible, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}
