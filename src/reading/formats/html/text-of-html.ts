import { readFragment } from './read-fragment.ts';

/**
 * HTML of one line (a title, a caption) as plain text, blocks and line breaks being spaces.
 *
 * `textOfHtml('Ann &amp; <b>Bo</b>')` → `'Ann & Bo'`
 */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  const { pieces } = readFragment(html, null);
  return pieces.map((piece) => piece.text.replaceAll('\n', ' ')).join(' ');
}
