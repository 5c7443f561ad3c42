import { Readability } from '@mozilla/readability';
import type { Image } from '../../../model/article.ts';
import { densestElement } from './densest-element.ts';
import { withoutFurniture } from './furniture.ts';
import type { WholeDocument } from './open-page.ts';
import { type Fragment, type FragmentPiece, readFragment } from './read-fragment.ts';

/** Pages with more elements are not searched: Readability's time grows with them. */
const maxElements = 60_000;

/** Text that a page keeps in its JSON-LD counts as the article when it is so much longer than what is shown. */
const muchLonger = 1.5;

/** What the body of a page was read from. */
export interface PageBody {
  pieces: FragmentPiece[];
  images: Image[];
}

/**
 * The body of a page. Readability finds it; where the densest run of paragraphs of the page says twice as much,
 * it was misled (by a disclosure, a comment) and the run is taken; where the JSON-LD's `articleBody` says half as
 * much again, the page shows only the beginning and that text is taken. Lines that are furniture are left out.
 * Changes the document.
 */
export function pageBody(
  document: WholeDocument,
  articleBody: string | null,
  { headline, authors, base }: { headline: string; authors: string[]; base: string | null },
): PageBody {
  const read = (html: string): Fragment => {
    const { pieces, images } = readFragment(html, base);
    return { pieces: withoutFurniture(pieces, headline, authors), images };
  };
  const dense = densestElement(document)?.innerHTML;
  const found = new Readability(document, {
    maxElemsToParse: maxElements,
    charThreshold: 200,
    keepClasses: true,
  }).parse();
  const readable = read(found?.content ?? '');
  const denser = dense === undefined ? undefined : read(dense);
  const best = denser && lengthOf(denser) > 2 * lengthOf(readable) ? denser : readable;
  if (articleBody === null) return best;
  const stated = read(/<p[\s>]/i.test(articleBody) ? articleBody : asParagraphs(articleBody));
  return lengthOf(stated) > muchLonger * lengthOf(best)
    ? { pieces: stated.pieces, images: best.images }
    : best;
}

function lengthOf({ pieces }: PageBody): number {
  return pieces.reduce((length, piece) => length + piece.text.length, 0);
}

function asParagraphs(text: string): string {
  const parts = text.split(/(?:\r?\n|\\n)+/).filter((part) => part.trim() !== '');
  return parts.map((part) => `<p>${part}</p>`).join('');
}
