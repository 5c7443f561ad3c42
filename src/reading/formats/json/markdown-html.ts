import { escapeText } from 'entities';
import type { Piece } from '../body-of.ts';
import { markdownPieces } from '../markdown/markdown-pieces.ts';

/** Signs of Markdown that prose does not have: headings, links, pictures, emphasis of several words. */
const signs =
  /^#{1,6} \S|\[[^\][\n]{1,200}\]\((?:https?:|\/|#|mailto:)[^\s()]{0,500}\)|(?<![*\w])\*\*\p{L}[^*\n]{0,200}\*\*(?![*\w])/mu;

/** True for a text that an editor stores as Markdown. Its paragraphs are parted by blank lines. */
export function isMarkdown(text: string): boolean {
  return signs.test(text) && (!text.includes('\n') || /\n[^\S\n]*\n/.test(text));
}

/** Returns the HTML of a text in Markdown. */
export function markdownHtml(text: string): string {
  const { pieces, images, title } = markdownPieces(text, null);
  const pictures = images.map(
    ({ url, caption, alt }) =>
      `<figure><img src="${quoted(url ?? '')}" alt="${quoted(alt ?? '')}"><figcaption>${escapeText(caption ?? '')}</figcaption></figure>`,
  );
  const heading = title === null ? '' : `<h2>${escapeText(title)}</h2>`;
  return heading + pieces.map(pieceHtml).join('') + pictures.join('');
}

function pieceHtml({ kind, level, text }: Piece): string {
  const inner = escapeText(text).replaceAll('\n', '<br>');
  if (kind === 'heading') return `<h${level ?? 2}>${inner}</h${level ?? 2}>`;
  if (kind === 'list-item') return `<li>${inner}</li>`;
  return kind === 'block-quote' ? `<blockquote>${inner}</blockquote>` : `<p>${inner}</p>`;
}

function quoted(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
