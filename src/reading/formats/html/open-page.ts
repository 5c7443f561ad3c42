import { createRequire } from 'node:module';
import type { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import type * as Linkedom from 'linkedom';
import { blockElements, rawElements } from './element-roles.ts';
import { withLowerCaseAttributes } from './lower-case-attributes.ts';

/** An element or a text. */
export interface PageNode {
  /** 1 for an element, 3 for a text. */
  readonly nodeType: number;
  readonly textContent: string | null;
}

/** Properties of an element that the readers use; the DOM's own types would bring a browser's globals with them. */
export interface PageElement extends PageNode {
  readonly innerHTML: string;
  readonly outerHTML: string;
  readonly parentElement: PageElement | null;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): PageElement | null;
  readonly childNodes: Iterable<PageNode>;
  replaceWith(...nodes: (PageNode | string)[]): void;
  remove(): void;
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

let linkedom: typeof Linkedom | undefined;

/** Loads linkedom on first use: it takes 20 MB, and most imports have no page. Readers are synchronous, so import() is not an option. */
function loadLinkedom(): typeof Linkedom {
  linkedom ??= createRequire(import.meta.url)('linkedom') as typeof Linkedom;
  return linkedom;
}

/** Larger pages are cut: Readability's cost grows with the elements, and no article has so much markup. */
const maxMarkupLength = 8 * 2 ** 20;

/** Deeper pages are refused: browsers cut at 512. */
const maxDepth = 1000;

/** Depth below which elements are left out, because the time of DOM and Readability grows with the cube of the depth. */
const readableDepth = 100;

/** Depth below which elements that only group others are left out. Page builders nest hundreds of them. */
const groupedDepth = 50;

const groups: ReadonlySet<string> = new Set(['div', 'section', 'span', 'center', 'font', 'main', 'article']);

/** Number of `<` that begin no tag and are kept. The DOM has a text node for each, and no article has as many. */
const maxStrays = 1000;

/** Elements that are closed by the next of their kind, as in browsers. */
const closedByNext = /^(?:a|h[1-6])$/;

/**
 * Returns the DOM of a page, or undefined if its elements nest deeper than any page's. Uses linkedom, because on the gold
 * pages Readability gives the same text on it as on jsdom at a third of the time (40 and 132 ms a page), and because it
 * neither runs scripts nor loads anything.
 */
export function openPage(html: string): WholeDocument | undefined {
  const cut = html.length > maxMarkupLength ? html.slice(0, maxMarkupLength) : html;
  const flat = flattened(withLowerCaseAttributes(cut));
  if (flat === undefined) return undefined;
  const { document } = loadLinkedom().parseHTML(
    /<html[\s>]/i.test(flat.slice(0, 65_536)) ? flat : `<html><body>${flat}</body></html>`,
  );
  return isTooDeep(document.documentElement) ? undefined : document;
}

/** True if elements nest deeper than `flattened` leaves them: the parser of linkedom closes fewer by itself, such as forms. */
function isTooDeep(root: PageElement | null): boolean {
  let depth = 0;
  for (let element = root; element !== null; ) {
    if (depth > 2 * readableDepth) return true;
    if (element.firstElementChild) {
      element = element.firstElementChild;
      depth++;
      continue;
    }
    while (element && !element.nextElementSibling) {
      element = element === root ? null : element.parentElement;
      depth--;
    }
    element = element?.nextElementSibling ?? null;
  }
  return false;
}

/**
 * Returns a page without the tags of elements that nest too deeply for Readability, and without `<` that begin no tag if
 * there are too many; undefined if it must be refused.
 */
// <div> × 60 <p>a</p> → <div> × 50 <p>a</p>
function flattened(html: string): string | undefined {
  const parts: string[] = [];
  let copied = 0;
  /** For each open element, whether its tags are left out. */
  const open: boolean[] = [];
  let depth = 0;
  let deepest = 0;
  let strays = 0;
  const leaveOut = (name: string): void => {
    // Text on both sides of a block must not run together.
    parts.push(html.slice(copied, parser.startIndex), blockElements.has(name) ? '<br>' : '');
    copied = parser.endIndex + 1;
  };
  const parser = new Parser({
    ontext() {
      const { startIndex: start } = parser;
      if (html[start] !== '<') return;
      strays++;
      if (strays <= maxStrays) return;
      parts.push(html.slice(copied, start));
      copied = start + 1;
    },
    onopentag(name, _, isImplied) {
      const isLeftOut =
        !rawElements.has(name) && depth >= (groups.has(name) ? groupedDepth : readableDepth) && !isImplied;
      open.push(isLeftOut);
      deepest = Math.max(deepest, open.length);
      // The parser takes the square of the depth.
      if (deepest > maxDepth) parser.pause();
      if (isLeftOut) leaveOut(name);
      else depth++;
    },
    onclosetag(name, isImplied) {
      const isLeftOut = open.pop();
      if (!isLeftOut) depth--;
      else if (!isImplied) leaveOut(name);
      // The parser of linkedom would nest what follows.
      if (isImplied && !isLeftOut && closedByNext.test(name)) {
        parts.push(html.slice(copied, parser.startIndex), `</${name}>`);
        copied = parser.startIndex;
      }
    },
  });
  parser.end(html);
  if (deepest > maxDepth) return undefined;
  return parts.length === 0 ? html : parts.join('') + html.slice(copied);
}
