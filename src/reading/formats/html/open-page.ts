import type { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** What the readers ask of an element; the DOM's own types would bring a browser's globals with them. */
export interface PageElement {
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The DOM of a page, as far as the readers ask. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The same DOM, whole: what Readability asks for. */
export type WholeDocument = PageDocument & ConstructorParameters<typeof Readability>[0];

/** Larger pages are cut: Readability's cost grows with the elements, and no article has so much markup. */
const maxMarkupLength = 8 * 2 ** 20;

/** Deeper pages are refused: browsers cut at 512, and the time of DOM and Readability grows with the square. */
const maxDepth = 1000;

/**
 * The DOM of a page, or undefined when its elements nest deeper than any page's. linkedom, because on the gold pages Readability gives the same text on it as on jsdom at
 * a third of the time (40 and 132 ms a page), and because it neither runs scripts nor loads anything.
 */
export function openPage(html: string): WholeDocument | undefined {
  const cut = html.length > maxMarkupLength ? html.slice(0, maxMarkupLength) : html;
  if (isNestedTooDeeply(cut)) return undefined;
  const { document } = parseHTML(
    /<html[\s>]/i.test(cut.slice(0, 65_536)) ? cut : `<html><body>${cut}</body></html>`,
  );
  return document;
}

function isNestedTooDeeply(html: string): boolean {
  let depth = 0;
  let most = 0;
  const parser = new Parser({
    onopentagname() {
      most = Math.max(most, ++depth);
    },
    onclosetag() {
      depth--;
    },
  });
  parser.end(html);
  return most > maxDepth;
}
