/** A line of a text file. */
export interface Line {
  /** Without indent and trailing space; empty for a blank line. */
  text: string;
  /** In columns. */
  indent: number;
  /** From 1. */
  number: number;
  /** Whether a form feed stands before it: a new page. */
  page: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\u200b\u2060\ufeff]/g;
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const tabWidth = 8;

/**
 * The lines of a text: at any line break that Unicode knows, without invisible characters, with no-break and
 * other wide spaces as plain ones. A soft hyphen is dropped with the line break after it, if there is one.
 */
// "\ufeff Home\r\n\r\n\tBy A" → " Home", "", "By A" indented by 8
export function printedLines(text: string): Line[] {
  const plain = text
    .replace(/\u00ad(?:\r?\n[ \t]*)?/g, '')
    .replace(/\f(?=[^\n\r])/g, '\n\f')
    .replace(spaces, ' ');
  return plain.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/).map((raw, index) => {
    const line = raw.replace(/\f/g, '').replace(invisible, '').trimEnd();
    const blank = /^\s*/.exec(line)?.[0] ?? '';
    return {
      text: line.slice(blank.length).replace(/\s+/g, ' '),
      indent: blank.replace(/\t/g, ' '.repeat(tabWidth)).length,
      number: index + 1,
      page: raw.includes('\f'),
    };
  });
}
