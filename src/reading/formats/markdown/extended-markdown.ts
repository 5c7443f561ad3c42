import { escapeText } from 'entities';

const delimiterRow = /^[ \t]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*){1,40}\|?[ \t]*$/;

/** Marks of footnotes, in the text and before the notes: `[^1]`, `[^1]: `. */
const footnote = /\[\^[\w-]{1,40}\](?::[ \t]?)?/g;

/**
 * Makes CommonMark of what GitHub and most programs add to it (github.github.com/gfm): tables become HTML, marks of
 * footnotes go.
 */
export function commonMarkOf(text: string): string {
  const lines = text.replace(footnote, '').split('\n');
  const made: string[] = [];
  let isCode = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^[ \t]{0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || !line.includes('|') || !delimiterRow.test(lines[at + 1] ?? '')) {
      made.push(line);
      continue;
    }
    const rows = [rowHtml(line)];
    for (at += 2; at < lines.length && (lines[at] ?? '').includes('|'); at++)
      rows.push(rowHtml(lines[at] ?? ''));
    at--;
    made.push('', `<table>${rows.join('')}</table>`, '');
  }
  return made.join('\n');
}

function rowHtml(line: string): string {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => `<td>${escapeText(cell.trim().replace(/\*\*|__|`/g, ''))}</td>`);
  return `<tr>${cells.join('')}</tr>`;
}
