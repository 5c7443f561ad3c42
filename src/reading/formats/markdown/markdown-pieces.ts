import type { Nodes, Parent, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Image } from '../../../model/article.ts';
import type { Piece } from '../body-of.ts';
import { plainText } from '../html/plain-text.ts';
import { readFragment } from '../html/read-fragment.ts';
import { webAddress } from '../web-address.ts';

/** What a Markdown text says. */
export interface MarkdownText {
  pieces: Piece[];
  images: Image[];
  /** The first heading of level 1, which is no piece. */
  title: string | null;
}

interface Context {
  kind: Piece['kind'];
  level: number | null;
  listDepth: number;
}

/**
 * CommonMark as blocks of plain text. Pictures are pictures, the title of one being its caption; HTML in it is
 * read as HTML, so that no script or markup survives. Nesting that no text has is flattened.
 */
export function markdownPieces(text: string, base: string | null): MarkdownText {
  const pieces: Piece[] = [];
  const images: Image[] = [];
  let title: string | null = null;

  const inline = (nodes: PhrasingContent[]): string =>
    nodes
      .map((node): string => {
        if (node.type === 'image') {
          const url = webAddress(node.url, base);
          if (url)
            images.push({ url, caption: node.title?.trim() || node.alt?.trim() || null, credit: null });
          return '';
        }
        if (node.type === 'break') return '\n';
        if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : '';
        if ('children' in node) return inline(node.children);
        return 'value' in node ? node.value.replaceAll('\n', ' ') : '';
      })
      .join('');
  const add = (context: Context, written: string): void => {
    const clean = plainText(written);
    if (clean !== '') pieces.push({ kind: context.kind, level: context.level, text: clean });
  };
  const walk = (node: Nodes, context: Context): void => {
    if (node.type === 'heading') {
      const heading = inline(node.children);
      if (node.depth === 1 && title === null && plainText(heading) !== '')
        title = plainText(heading).replaceAll('\n', ' ');
      else add({ ...context, kind: 'heading', level: Math.max(2, node.depth) }, heading);
    } else if (node.type === 'paragraph') add(context, inline(node.children));
    else if (node.type === 'code') add(context, node.value);
    else if (node.type === 'html') {
      const read = readFragment(node.value, base);
      for (const piece of read.pieces)
        pieces.push({ kind: piece.kind, level: piece.level, text: piece.text });
      for (const image of read.images) images.push(image);
    } else if (node.type === 'blockquote') walkAll(node, { ...context, kind: 'block-quote', level: null });
    else if (node.type === 'list') walkAll(node, { ...context, listDepth: context.listDepth + 1 });
    else if (node.type === 'listItem')
      walkAll(node, { ...context, kind: 'list-item', level: context.listDepth });
    else if ('children' in node) walkAll(node, context);
  };
  const walkAll = (parent: Parent, context: Context): void => {
    for (const child of parent.children) walk(child, context);
  };
  walkAll(fromMarkdown(withoutDeepNesting(text)), { kind: 'paragraph', level: null, listDepth: 0 });
  return { pieces, images, title };
}

/** Number of marks of emphasis in a paragraph above which they are text. */
const maxMarks = 1000;

/**
 * Removes nesting that the parser takes the square of its length for, and the walk its stack; no text has it. A line
 * with more than four bullets has one, and a paragraph with very many marks of emphasis has none.
 */
function withoutDeepNesting(text: string): string {
  return text
    .replace(/^(?:[ \t]*[>*+-]){100,}/gm, '')
    .replace(/^([ \t>]*)(?:[*+-][ \t]+){5,}(?=[^\s*+-])/gm, '$1- ')
    .replace(/([[\]*_!<`(])\1{100,}/g, '$1')
    .replace(/[^\n]+(?:\n[^\n]+)*/g, (paragraph) =>
      paragraph.split(/[*_]+/, maxMarks + 1).length > maxMarks
        ? paragraph.replace(/[*_]/g, '\\$&')
        : paragraph,
    );
}
