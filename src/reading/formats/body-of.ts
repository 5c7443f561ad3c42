import type { Block, Body } from '../../model/article.ts';

/** A block before its place in the body is known. */
export interface Piece {
  kind: Block['kind'];
  level: number | null;
  text: string;
}

/**
 * The body that these pieces make: their texts joined by a blank line, each with its place. Pieces without
 * text are left out.
 */
export function bodyOf(pieces: Iterable<Piece>): Body {
  const blocks: Block[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (text !== '') text += '\n\n';
    blocks.push({
      kind: piece.kind,
      level: piece.level,
      start: text.length,
      end: text.length + piece.text.length,
    });
    text += piece.text;
  }
  return { text, blocks };
}
