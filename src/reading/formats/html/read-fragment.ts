import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { blockElements, ignoredElements } from './element-roles.ts';
import { parseInParts } from './parse-in-parts.ts';
import { plainText } from './plain-text.ts';
import { type Attributes, readImage } from './read-image.ts';

/** What a piece of HTML says: its blocks as plain text, and its pictures. */
export interface Fragment {
  pieces: FragmentPiece[];
  images: Image[];
}

/** A block, and how much of its text lies in links, from 0 to 1. */
export interface FragmentPiece extends Piece {
  linked: number;
}

interface Figure {
  images: Image[];
  caption: string;
  credit: string;
  /** Name of its element, and how many of the same name are open in it. */
  element: string;
  depth: number;
}

/** A bullet before a line: `· Repairs`. */
const printedBullet = /^[·•‣▪◦●■⁃]\s+(?=[^\s·•‣▪◦●■⁃])/u;

const creditClass = /(^|[\s_-])(credit|credits|copyright|photographer|courtesy)($|[\s_-])/i;

/**
 * Reads HTML as blocks of plain text: paragraphs, headings, list items, block quotes, and table rows as
 * paragraphs. A caption belongs to its picture and is no block. Scripts, styles, forms and embedded documents
 * say nothing; no markup survives. Never throws, and nesting costs no stack.
 *
 * `readFragment('<h3>A</h3><p>B<script>x</script>', null).pieces` → heading `A` (level 3), paragraph `B`
 */
export function readFragment(html: string, base: string | null): Fragment {
  const pieces: FragmentPiece[] = [];
  const images: Image[] = [];
  const kinds: { element: string; kind: Piece['kind']; level: number | null }[] = [];
  let figure: Figure | undefined;
  let sources: Attributes[] = [];
  /** In `noscript`, only pictures are read, for pages load them by a script. */
  let noscriptDepth = 0;
  let captionDepth = 0;
  let creditDepth = 0;
  let unread = 0;
  let listDepth = 0;
  let preDepth = 0;
  let cells = 0;
  let linkDepth = 0;
  let linkedLength = 0;
  let text = '';
  /** What the text consists of. To trim it at each cell would take the square of its length. */
  let isBlank = true;
  let isBroken = false;
  let hasLines = false;

  const flush = (): void => {
    const clean = plainText(text);
    const linked = Math.min(1, linkedLength / Math.max(1, clean.length));
    text = '';
    isBlank = true;
    isBroken = false;
    hasLines = false;
    linkedLength = 0;
    if (clean === '') return;
    const { kind, level } = kinds.at(-1) ?? { kind: 'paragraph', level: null };
    // Word processors and old pages print the bullets of lists.
    const item = kind === 'paragraph' ? printedBullet.exec(clean)?.[0].length : undefined;
    if (item === undefined) pieces.push({ kind, level, text: clean, linked });
    else pieces.push({ kind: 'list-item', level: 1, text: clean.slice(item), linked });
  };
  const append = (added: string): void => {
    text += added;
    const said = added.trim();
    const at = added.indexOf(said);
    if (said !== '') {
      hasLines ||= said.includes('\n') || (!isBlank && (isBroken || added.slice(0, at).includes('\n')));
      isBlank = false;
      isBroken = false;
    }
    isBroken ||= !isBlank && added.slice(at + said.length).includes('\n');
  };
  const open = (element: string, kind: Piece['kind'], level: number | null): void => {
    kinds.push({ element, kind, level });
  };

  parseInParts(withoutFrames(html), {
    onopentag(name, attributes) {
      if (unread > 0 || ignoredElements.has(name) || isHidden(attributes)) {
        unread++;
        return;
      }
      if (captionDepth > 0) {
        captionDepth++;
        if (creditDepth > 0 || creditClass.test(attributes.class ?? '')) creditDepth++;
        if (figure && text === '' && creditDepth === 0) figure.caption += ' ';
        return;
      }
      if (name === 'br') append('\n');
      else if (name === 'td' || name === 'th') {
        // A cell of several lines belongs to the layout of an old page.
        if (hasLines) flush();
        append(cells++ > 0 && !isBlank ? ' | ' : ' ');
      } else if (blockElements.has(name)) flush();
      if (name === 'tr') cells = 0;
      if (name === 'a') linkDepth++;
      if (name === 'pre') preDepth++;
      if (name === 'ul' || name === 'ol') listDepth++;
      if (name === 'li') open(name, 'list-item', Math.max(1, listDepth));
      if (name === 'blockquote') open(name, 'block-quote', null);
      if (/^h[1-6]$/.test(name)) open(name, 'heading', Math.max(2, Number(name[1])));
      if (isFigure(name, attributes)) {
        figure = { images: [], caption: '', credit: '', element: name, depth: 0 };
      } else if (figure?.element === name) figure.depth++;
      if (figure && isCaption(name, attributes)) captionDepth = 1;
      // Some templates print the credit beside the picture.
      else if (figure && figure.images.length > 0 && creditClass.test(attributes.class ?? '')) {
        captionDepth = 1;
        creditDepth = 1;
      }
      if (name === 'source' && attributes.type?.startsWith('video/') !== true) sources.push(attributes);
      if (name === 'img' || name === 'amp-img') {
        const image = readImage(attributes, base, sources);
        if (image) (figure?.images ?? images).push(image);
        sources = [];
      }
      if (name === 'picture') sources = [];
      if (name === 'noscript') noscriptDepth++;
    },
    ontext(data) {
      if (unread > 0 || noscriptDepth > 0) return;
      if (captionDepth > 0 && figure) {
        if (creditDepth > 0) figure.credit += data;
        else figure.caption += data;
      } else {
        append(preDepth > 0 ? data : data.replace(/\s+/g, ' '));
        if (linkDepth > 0) linkedLength += plainText(data).length;
      }
    },
    onclosetag(name) {
      if (unread > 0) {
        unread--;
        return;
      }
      if (captionDepth > 0) {
        captionDepth--;
        if (creditDepth > 0) creditDepth--;
        if (captionDepth > 0 || !figure) return;
      }
      if (name === 'picture' && sources.length > 0) {
        const image = readImage({}, base, sources);
        if (image) (figure?.images ?? images).push(image);
        sources = [];
      }
      if (name === 'noscript') noscriptDepth = Math.max(0, noscriptDepth - 1);
      if (blockElements.has(name)) flush();
      if (name === 'a') linkDepth = Math.max(0, linkDepth - 1);
      if (name === 'pre') preDepth = Math.max(0, preDepth - 1);
      if (name === 'ul' || name === 'ol') listDepth = Math.max(0, listDepth - 1);
      if (kinds.at(-1)?.element === name) kinds.pop();
      if (figure?.element === name && figure.depth-- === 0) {
        for (const image of captioned(figure)) images.push(image);
        figure = undefined;
      }
    },
  });
  flush();
  if (figure) for (const image of captioned(figure)) images.push(image);
  return { pieces, images };
}

/** An unclosed frame would swallow the rest of the text; what stands in one is for browsers without frames. */
function withoutFrames(html: string): string {
  // Behind the last `>`, the pattern would look for one from each `<iframe`.
  const end = html.lastIndexOf('>') + 1;
  return html.slice(0, end).replace(/<\/?iframe\b[^>]*>/gi, ' ') + html.slice(end);
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}

/** True for a figure: the element, or what WordPress writes for one. */
function isFigure(name: string, { class: classes = '' }: Attributes): boolean {
  return name === 'figure' || (/^(?:div|dl|table)$/.test(name) && /(?:^|\s)wp-caption(?:\s|$)/.test(classes));
}

function isCaption(name: string, { class: classes = '' }: Attributes): boolean {
  return name === 'figcaption' || /(?:^|\s)wp-caption-(?:text|dd)(?:\s|$)/.test(classes);
}

/** A name alone after the sentences of a caption is that of the photographer. */
// "The bridge on Tuesday. Ana Luz", "The bridge on Tuesday. (Ana Luz)"
const nameAfterSentence =
  /^(?<sentence>.{8,600}[.!?…]["'”’»]?)\s+[(]?(?<names>\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*){1,2})[)]?$/su;

function captioned(figure: Figure): Image[] {
  const printed = plainText(figure.caption);
  const stated = plainText(figure.credit).replace(/^\((.*)\)$/s, '$1') || null;
  const { names, sentence } = stated === null ? (nameAfterSentence.exec(printed)?.groups ?? {}) : {};
  const caption = (sentence ?? printed) || null;
  const credit = stated ?? names ?? null;
  return figure.images.map((image) => ({ ...image, caption, credit }));
}
