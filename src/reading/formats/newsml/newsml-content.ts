import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { type NitfArticle, nitfElements, readNitf } from '../nitf/read-nitf.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import { elementHtml, textOfBase64 } from '../xml/element-html.ts';
import { rewriteMarkup, unescapedTags } from '../xml/rewrite-markup.ts';
import { descendantsOf, outermostOf, type XmlElement } from '../xml/xml-element.ts';

/** The text of an item: blocks and pictures, the NITF that it is in, and the blocks that are its header. */
export interface NewsmlContent {
  pieces: Piece[];
  images: Image[];
  nitf?: NitfArticle;
  /** Texts of the blocks of `<header>`. */
  header: ReadonlySet<string>;
}

/** Payloads that hold data of a kind, by the beginning of their names. */
const dataKinds: [RegExp, string][] = [
  [/sports?-?content|sportsml|sports-/i, 'sports results (SportsML)'],
  [/eventsml|^(?:\w+:)?events?$/i, 'events (EventsML)'],
  [/weather/i, 'weather data'],
  [/financ|xbrl|marketdata/i, 'market data'],
  [/^(?:\w+:)?svg/i, 'a drawing (SVG)'],
];

const markupRoot =
  /^(?:xhtml:)?(?:html|body|div|section|article|main|p|h[1-6]|ul|ol|table|blockquote|span|pre)$/;

/** Sections of dpa that are for editors only. */
const notebook = /(?:^|\s)(?:notebook|editorial-note|desk-note)(?:\s|$)/i;

/** Credit of a picture of TT, which its picture item has, too. */
const pictureCredit = /(?:^|\s)byline(?:\s|$)/i;

/**
 * Returns the text of an element with inline content (`contentSet` of NewsML-G2, `DataContent` of NewsML 1): as NITF,
 * XHTML, escaped HTML or plain text. A string says what it holds instead of text; undefined if it holds nothing.
 */
export function newsmlContent(parent: XmlElement, names: string[]): NewsmlContent | string | undefined {
  let data: string | undefined;
  const [nitf] = nitfElements(parent);
  if (nitf) {
    const article = readNitf(nitf);
    if (article.pieces.length > 0) {
      const { pieces, images } = article;
      return { pieces, images, nitf: article, header: new Set() };
    }
  }
  for (const inline of descendantsOf(parent, ...names)) {
    const root = inline.children[0];
    const type = inline.attributes.contenttype ?? '';
    const kind = dataKinds.find(([pattern]) => pattern.test(type) || (root && pattern.test(root.name)))?.[1];
    if (kind !== undefined) {
      data ??= kind;
      continue;
    }
    const content = root ? contentOf(inline, root) : contentOfText(inline, type);
    if (typeof content === 'string') data ??= content;
    else if (content?.pieces.some(({ text }) => text !== '')) return content;
  }
  return data;
}

function contentOf(inline: XmlElement, root: XmlElement): NewsmlContent | string {
  if (!inline.children.some(({ name }) => markupRoot.test(name) || name === 'br'))
    return `<${root.name.replace('xhtml:', '')}>, which is no text`;
  const [body = inline] = descendantsOf(inline, 'body', 'xhtml:body');
  const html = rewriteMarkup(body.markup ?? '', (name, attributes, within) => {
    const kind = attributes.class ?? '';
    const isCredit = pictureCredit.test(kind) && name !== 'figcaption' && within.includes('figure');
    return notebook.test(kind) || isCredit ? 'drop' : { as: name };
  });
  const header = outermostOf(body, 'header', 'xhtml:header').flatMap((element) =>
    readFragment(elementHtml(element) ?? '', null).pieces.map(({ text }) => text),
  );
  return body.markup === null
    ? { pieces: piecesOfText(body.text), images: [], header: new Set() }
    : { ...readFragment(html, inline.base), header: new Set(header) };
}

/** Shorter words may be base64 by chance. */
const minBase64 = 64;

function contentOfText(inline: XmlElement, type: string): NewsmlContent {
  const isEncoded =
    /base64/i.test(inline.attributes.encoding ?? '') || inline.text.trim().length >= minBase64;
  const written = (isEncoded ? textOfBase64(inline.text) : null) ?? inline.text;
  const html = unescapedTags(written.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  const isMarkup = /html/.test(type) || /<\w/.test(html);
  const read = isMarkup
    ? readFragment(/<\w/.test(html) ? html : written, inline.base)
    : { pieces: piecesOfText(written), images: [] };
  return { ...read, header: new Set() };
}
