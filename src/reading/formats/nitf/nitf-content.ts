import { isCreatorInitials, isEditorAccount } from '../../fields/creator-initials.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { piecesOfText, unwrappedLines } from '../pieces-of-text.ts';
import { type Rewriting, rewriteMarkup, unescapedTags } from '../xml/rewrite-markup.ts';
import { childrenOf, descendantsOf, outermostOf, type XmlElement } from '../xml/xml-element.ts';

/** Elements of NITF with a name of their own in HTML. */
const names: Record<string, string> = { hl1: 'h1', hl2: 'h2', block: 'div', bq: 'blockquote', fn: 'div' };

/** Elements that are no text of the article: those of the head, and what stands for pictures. */
const dropped = new Set([
  ...['media', 'img', 'byline', 'dateline', 'distributor', 'copyrite', 'rights', 'series', 'body.head'],
  ...['body.end', 'nitf-table-metadata', 'custom-table', 'tobject', 'key-list', 'del-list', 'hedline'],
]);

/** Elements of HTML that NITF has, too. */
const same = new Set([
  ...['p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'tr', 'td', 'th', 'thead', 'tbody'],
  ...['tfoot', 'pre', 'br', 'hr', 'a', 'em', 'q', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'blockquote'],
  ...['script', 'style'],
]);

/** Returns the text of `body.content`, or that of a `body` without one. */
export function nitfPieces(nitf: XmlElement): Piece[] {
  // A note in the head has a body.content of its own.
  const content =
    outermostOf(nitf, 'body.head', 'body.content').find(({ name }) => name === 'body.content') ??
    descendantsOf(nitf, 'body')[0];
  const pieces = content ? piecesOf(content) : [];
  return pieces.map((piece) => ({ ...piece, text: unwrappedLines(piece.text) }));
}

/** E-mail addresses of editors alone. */
const contact = /^[\w.+-]{1,80}@[\w.-]{1,80}(?:[\s/,;]{1,3}[\w.+-]{1,80}@[\w.-]{1,80}){0,4}$/;

/** Returns what follows the text: the tagline, and the bibliography. */
export function nitfEndPieces(nitf: XmlElement): { tagline: Piece[]; bibliography: Piece[] } {
  const end = descendantsOf(nitf, 'body.end');
  const below = (name: string) => end.flatMap((element) => childrenOf(element, name).flatMap(piecesOf));
  const isSigned = (text: string) =>
    !contact.test(text) && !isCreatorInitials(text) && !isEditorAccount(text);
  const tagline = below('tagline').filter(({ text }) => isSigned(text));
  return { tagline, bibliography: below('bibliography') };
}

/** Returns the blocks of an element of NITF. */
export function piecesOf(element: XmlElement): Piece[] {
  if (element.markup === null) {
    const html = unescapedTags(element.text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    return /<\w/.test(html) ? readFragment(html, element.base).pieces : piecesOfText(element.text);
  }
  return readFragment(rewriteMarkup(element.markup, rewritingOf), element.base).pieces;
}

function rewritingOf(name: string): Rewriting {
  if (dropped.has(name)) return 'drop';
  const as = names[name] ?? (same.has(name) ? name : undefined);
  return as === undefined ? 'unwrap' : { as };
}
