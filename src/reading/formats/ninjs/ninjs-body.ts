import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { type NitfArticle, nitfElements, readNitf } from '../nitf/read-nitf.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { type Rewriting, rewriteMarkup, unescapedTags } from '../xml/rewrite-markup.ts';
import type { NinjsText } from './ninjs-item.ts';

/** The text of a body. `nitf` is what a body in NITF says besides. */
export interface NinjsBody {
  pieces: Piece[];
  images: Image[];
  nitf?: NitfArticle;
}

const markupType = /html|xml|nitf/i;

/** Returns the body with most structure: NITF, XHTML or HTML before plain text. */
export function preferredBody(bodies: readonly NinjsText[]): NinjsText | undefined {
  const withText = bodies.filter((body) => body.value.trim() !== '');
  return (
    withText.find(({ type, value }) => markupType.test(type) && /<\w/.test(value)) ??
    withText.find(({ type }) => !/json|pdf|image|video|audio/i.test(type)) ??
    withText[0]
  );
}

const names: Record<string, string> = { hl1: 'h1', hl2: 'h2', block: 'div' };

function rewritingOf(name: string): Rewriting {
  return /^(?:head|title|script|style)$/.test(name) ? 'drop' : { as: names[name] ?? name };
}

/** Returns the text of a body by its content type: NITF, XHTML, HTML or plain text. */
export function readBody({ type, value }: NinjsText): NinjsBody {
  if (/<(?:\w+:)?nitf[\s>]/i.test(value)) {
    const root = parseXml(value, null);
    const [element] = root === undefined || 'reason' in root ? [] : nitfElements(root);
    if (element) {
      const nitf = readNitf(element);
      return { pieces: nitf.pieces, images: nitf.images, nitf };
    }
  }
  const isMarkup = markupType.test(type);
  if (isMarkup && /<\w/.test(value)) {
    // NITF without its root names its sub-headings hl1 and hl2; its paragraphs, lists and quotes are those of HTML.
    const isXml = /^\s*<\?xml|^\s*<(?:\w+:)?html\b[^>]*xmlns|<(?:hl[12]|block)\b/i.test(value);
    return readFragment(isXml ? rewriteMarkup(value, rewritingOf) : value, null);
  }
  const html = unescapedTags(value);
  if (html !== value && /<\w/.test(html)) return readFragment(html, null);
  if (!isMarkup || !value.includes('&')) return { pieces: piecesOfText(value), images: [] };
  const lines = value.split('\n').map(textOfHtml);
  return { pieces: piecesOfText(lines.join('\n')), images: [] };
}
