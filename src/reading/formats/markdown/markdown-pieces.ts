import type { Nodes, Parent, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { plainText } from '../html/plain-text.ts';
import { readFragment } from '../html/read-fragment.ts';
import { pictureAddress } from '../web-address.ts';
import { commonMarkOf } from './extended-markdown.ts';

/** What a Markdown text says. */
export interface MarkdownText {
  pieces: Piece[];
  images: Image[];
  /** The first heading of level 1, which is no piece. */
  title: string | null;
}

/** Base of relative addresses in HTML of a site whose address is not known. It is removed again. */
const unknownSite = 'https://site.invalid/';

/** Tags of the programs that make a site of a folder: `{{< figure src="a.jpg" >}}` (Hugo), `{% include a.html %}` (Liquid). */
const siteTag = /\{\{[<%][^{}]{0,1000}[>%]\}\}|\{%[^{}]{0,1000}%\}/g;

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

  const definitions = new Map<string, string>();
  const addImage = (address: string | undefined, caption?: string | null, alt?: string | null): void => {
    const url = pictureAddress(address, base);
    if (url === null) return;
    const said = alt?.trim() || null;
    // Dateline writes the caption there, too, if a picture has no alternative text.
    const isOther = said !== null && !caption?.trim().startsWith(said);
    images.push({ url, caption: caption?.trim() || said, credit: null, ...(isOther && { alt: said }) });
  };
  const inline = (nodes: PhrasingContent[]): string =>
    nodes
      .map((node): string => {
        if (node.type === 'image') {
          addImage(node.url, node.title, node.alt);
          return '';
        }
        if (node.type === 'imageReference') {
          addImage(definitions.get(node.identifier), null, node.alt);
          return '';
        }
        if (node.type === 'break') return '\n';
        if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : '';
        if ('children' in node) return inline(node.children);
        return 'value' in node ? node.value.replaceAll('\n', ' ') : '';
      })
      .join('');
  const withoutTags = (written: string): string =>
    written.replace(siteTag, (tag) => {
      if (!/^\{[{%][<%]?\s*(?:figure|img|image|picture|include\s+\S*(?:figure|image|img)\S*)\s/.test(tag))
        return '';
      const said = (names: string) =>
        new RegExp(`\\b(?:${names})\\s*=\\s*["“”]([^"“”]{1,500})["“”]`, 'i').exec(tag)?.[1];
      addImage(said('src|url|path|image_path|link'), said('caption|title'), said('alt'));
      return '';
    });
  const add = (context: Context, written: string): void => {
    const clean = plainText(withoutTags(written));
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
      const read = readFragment(node.value, base ?? unknownSite);
      for (const piece of read.pieces)
        pieces.push({ kind: piece.kind, level: piece.level, text: piece.text });
      for (const image of read.images) {
        const isRelative = image.url?.startsWith(unknownSite) === true;
        images.push(isRelative ? { ...image, url: image.url?.slice(unknownSite.length - 1) ?? null } : image);
      }
    } else if (node.type === 'blockquote') walkAll(node, { ...context, kind: 'block-quote', level: null });
    else if (node.type === 'list') walkAll(node, { ...context, listDepth: context.listDepth + 1 });
    else if (node.type === 'listItem')
      walkAll(node, { ...context, kind: 'list-item', level: context.listDepth });
    else if ('children' in node) walkAll(node, context);
  };
  const walkAll = (parent: Parent, context: Context): void => {
    for (const child of parent.children) walk(child, context);
  };
  // Addresses with spaces are none, so the variable of Liquid before one goes.
  const plain = commonMarkOf(text).replace(/\]\(\s{0,9}\{\{[^{}]{0,100}\}\}/g, '](');
  const root = fromMarkdown(withoutDeepNesting(plain));
  for (const node of root.children)
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
  walkAll(root, { kind: 'paragraph', level: null, listDepth: 0 });
  return { pieces, images, title };
}

/** Number of marks of emphasis, or of links and pictures, in a paragraph above which they are text. */
const maxMarks = 1000;

/** Number of lines that underline a heading, or part a text, above which they are left out. */
const maxUnderlines = 200;

/**
 * Removes nesting that the parser takes the square of its length for, and the walk its stack; no text has it. A line
 * with more than four bullets or nine marks of quotes has one, and a paragraph with very many marks of emphasis or of
 * links and pictures has none.
 */
function withoutDeepNesting(text: string): string {
  const underline = /^(?:=+|-+)[ \t]*$/gm;
  const isUnderlined = (text.match(underline)?.length ?? 0) > maxUnderlines;
  return (isUnderlined ? text.replace(underline, '') : text)
    .replace(/^(?:[ \t]*[>*+-]){100,}/gm, '')
    .replace(/^(?:[ \t]*>){10,}/gm, '>')
    .replace(/^([ \t>]*)(?:[*+-][ \t]+){5,}(?=[^\s*+-])/gm, '$1- ')
    .replace(/([[\]*_!<`(])\1{100,}/g, '$1')
    .replace(/[^\n]+(?:\n[^\n]+)*/g, (paragraph) => {
      const isFull = (mark: RegExp) => paragraph.split(mark, maxMarks + 1).length > maxMarks;
      const plain = isFull(/\]\(/) ? paragraph.replaceAll('[', '\\[') : paragraph;
      return isFull(/[*_]+/) ? plain.replace(/[*_]/g, '\\$&') : plain;
    });
}
