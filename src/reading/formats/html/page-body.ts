import { Readability } from '@mozilla/readability';
import type { Image } from '../../../model/image.ts';
import { densestElement } from './densest-element.ts';
import { sentenceEnd, withoutFurniture } from './furniture.ts';
import { markedBody } from './marked-body.ts';
import type { WholeDocument } from './open-page.ts';
import { type PaywallMarks, withoutOffers } from './paywall.ts';
import { preparePage } from './prepare-page.ts';
import { type Fragment, type FragmentPiece, readFragment } from './read-fragment.ts';

/** Pages with more elements are not searched: Readability's time grows with them. */
const maxElements = 60_000;

/** Text that a page keeps in its JSON-LD counts as the article when it is so much longer than what is shown. */
const muchLonger = 1.5;

/** The element that a template marks as the text goes before Readability's choice if it has so many more sentences. */
const muchMore = 1.3;

/** What the body of a page was read from. */
export interface PageBody {
  pieces: FragmentPiece[];
  images: Image[];
  /** True if the page shows only the beginning of the article. */
  isStub: boolean;
  /** First lines of what was found, with those that are furniture. */
  head: string[];
}

/** Number of blocks at the beginning among which a date may stand. */
const maxHeadBlocks = 6;

/** Facts about a page that are known before its body is read. */
export interface BodyContext {
  headline: string;
  authors: string[];
  base: string | null;
  paywall: PaywallMarks;
}

/**
 * Returns the body of a page. Readability finds it. If the densest run of paragraphs says twice as much, or the element
 * that the template marks as the text a third more, it was misled (by a disclosure, a comment), and that is taken. If the
 * JSON-LD's `articleBody` says half as much again, the page shows only the beginning, and that text is taken, unless the
 * page is behind a paywall. Leaves out lines that are furniture, and offers of a subscription. Changes the document.
 */
export function pageBody(
  document: WholeDocument,
  articleBody: string | null,
  { headline, authors, base, paywall }: BodyContext,
): PageBody {
  const clean = (pieces: FragmentPiece[]) => withoutFurniture(pieces, headline, authors);
  const read = (html: string): Fragment & { whole: FragmentPiece[] } => {
    const { pieces, images } = readFragment(html, base);
    return { pieces: clean(pieces), whole: pieces, images };
  };
  preparePage(document);
  const dense = densestElement(document)?.innerHTML;
  const marked = markedBody(document)?.innerHTML;
  const found = new Readability(document, {
    maxElemsToParse: maxElements,
    charThreshold: 200,
    keepClasses: true,
  }).parse();
  const readable = read(found?.content ?? '');
  const denser = dense === undefined ? undefined : read(dense);
  const longer = denser && lengthOf(denser) > 2 * lengthOf(readable) ? denser : readable;
  const named = marked === undefined ? undefined : read(marked);
  const best = named && proseOf(named) > muchMore * proseOf(longer) ? named : longer;
  const { pieces, isStub } = withoutOffers(best.whole, best.pieces, paywall);
  const head = best.whole.slice(0, maxHeadBlocks).flatMap(({ text }) => text.split('\n'));
  const shown = { pieces: clean(pieces), images: best.images, isStub, head };
  if (articleBody === null || isStub) return shown;
  const stated = read(/<p[\s>]/i.test(articleBody) ? articleBody : asParagraphs(articleBody));
  if (lengthOf(stated) <= muchLonger * lengthOf(best)) return shown;
  // Text that a page keeps from readers without a subscription is not taken from its metadata.
  return paywall.isClosed ? { ...shown, isStub: true } : { ...shown, pieces: stated.pieces };
}

/** Length of the distinct sentences of a text, which links and captions of galleries do not add to. */
function proseOf({ pieces }: Fragment): number {
  const distinct = new Map<string, number>();
  for (const { text, linked } of pieces)
    if (text.length >= 40 && sentenceEnd.test(text)) distinct.set(text, text.length * (1 - linked));
  return [...distinct.values()].reduce((sum, length) => sum + length, 0);
}

function lengthOf({ pieces }: Fragment): number {
  return pieces.reduce((length, piece) => length + piece.text.length, 0);
}

function asParagraphs(text: string): string {
  const parts = text.split(/(?:\r?\n|\\n)+/).filter((part) => part.trim() !== '');
  return parts.map((part) => `<p>${part}</p>`).join('');
}
