import { isRecord, type Json } from '../json/parse-json.ts';
import type { LinkedNode } from './linked-data.ts';
import type { PageDocument, PageElement } from './open-page.ts';
import { isPaywallOffer } from './paywall-offer.ts';
import type { FragmentPiece } from './read-fragment.ts';

/** Statements of a page about access to its text. */
export interface PaywallMarks {
  /** True if it says that its text is not free. */
  isClosed: boolean;
  /** Length of the text of the parts that are for subscribers, without offers; undefined if it marks none. */
  closedLength: number | undefined;
  /** True if an element that is called a paywall shows an offer. */
  showsOffer: boolean;
}

/** A subscriber's page has at least so much text in the parts that are for subscribers. */
const minClosedLength = 300;

/** An offer after so many characters follows a whole article, unless the text breaks off. */
const maxStubLength = 3000;

/** Lines at the end of a text among which an offer may stand. */
const maxOfferLines = 15;

/** Elements that are called a paywall. */
const walls =
  '[class*="paywall"], [id*="paywall"], [class*="regwall"], [class*="pay-wall"], [class*="subscriber-only"], [class*="members-only"], [class*="gh-post-upgrade"]';

/** Reads what a page states about access: `isAccessibleForFree` of its JSON-LD, and the parts that it names. */
export function paywallMarks(
  document: PageDocument,
  node: LinkedNode | undefined,
  meta: Map<string, string[]>,
): PaywallMarks {
  const parts = (Array.isArray(node?.hasPart) ? node.hasPart : [node?.hasPart ?? null])
    .slice(0, 20)
    .filter(isRecord)
    .filter((part) => isNo(part.isAccessibleForFree));
  const tier = meta.get('article:content_tier')?.[0];
  const isClosed = isNo(node?.isAccessibleForFree) || parts.length > 0 || tier === 'locked';
  const showsOffer = found(document, walls).some(({ textContent }) =>
    isPaywallOffer((textContent ?? '').replace(/\s+/g, ' ').trim()),
  );
  if (!isClosed) return { isClosed, closedLength: undefined, showsOffer };
  const selectors = parts.flatMap((part) => (typeof part.cssSelector === 'string' ? [part.cssSelector] : []));
  const elements = selectors.flatMap((selector) => found(document, selector));
  if (elements.length === 0) return { isClosed, closedLength: undefined, showsOffer };
  const texts = elements.flatMap((element) => {
    const blocks = [...element.querySelectorAll('p, li, h2, h3, blockquote')];
    return (blocks.length > 0 ? blocks : [element]).map((block) => (block.textContent ?? '').trim());
  });
  const closedLength = texts
    .filter((text) => !isPaywallOffer(text))
    .reduce((length, text) => length + text.length, 0);
  return { isClosed, closedLength, showsOffer };
}

/**
 * Returns the text of a page without offers of a subscription, and whether it is only the beginning of the article. It is
 * if the page says that it is not free and shows an offer or hardly any of the closed parts, or if an offer follows a
 * short text that breaks off. `whole` has the lines that are no text, `text` has not.
 */
export function withoutOffers(
  whole: FragmentPiece[],
  text: FragmentPiece[],
  { isClosed, closedLength, showsOffer }: PaywallMarks,
): { pieces: FragmentPiece[]; isStub: boolean } {
  const isShown = closedLength !== undefined && closedLength >= minClosedLength;
  const kept = new Set(text);
  const first = whole.findIndex(
    ({ text }, index) => (isClosed || index >= whole.length - maxOfferLines) && isPaywallOffer(text),
  );
  const before = first < 0 ? text : whole.slice(0, first).filter((piece) => kept.has(piece));
  const after =
    first < 0 ? [] : whole.slice(first).filter((piece) => kept.has(piece) && !isPaywallOffer(piece.text));
  const all = [...before, ...after];
  // An offer in the middle of a long text is an advertisement.
  if (isShown || lengthOf(after) > Math.max(600, lengthOf(before))) return { pieces: all, isStub: false };
  const isOffered = first >= 0 || (showsOffer && lengthOf(before) < maxStubLength / 2);
  const isStub = isClosed
    ? isOffered || closedLength !== undefined || isCut(before)
    : (first >= 0 && isCut(before)) || (first < 0 && isOffered);
  return { pieces: isStub ? before : all, isStub };
}

function lengthOf(pieces: FragmentPiece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

/** True for a short text whose last line is no whole sentence. */
function isCut(pieces: FragmentPiece[]): boolean {
  const last = pieces.at(-1)?.text ?? '';
  return lengthOf(pieces) < maxStubLength && /(?:…|\.{3}|[^.!?。！？"'”’»)\]:]|^)\s*$/u.test(last);
}

function found(document: PageDocument, selector: string): PageElement[] {
  if (selector.length > 200) return [];
  try {
    return [...document.querySelectorAll(selector)].slice(0, 100);
  } catch {
    // Publishers write anything here.
    return [];
  }
}

function isNo(value: Json | undefined): boolean {
  return (
    value === false || (typeof value === 'string' && /^(?:https?:\/\/schema\.org\/)?false$/i.test(value))
  );
}
