import { isRecord, type Json } from '../json/parse-json.ts';
import type { LinkedNode } from './linked-data.ts';
import type { PageDocument, PageElement } from './open-page.ts';
import { isPaywallOffer } from './paywall-offer.ts';
import type { FragmentPiece } from './read-fragment.ts';

/** What a page states about access to its text. */
export interface PaywallMarks {
  /** True if it says that its text is not free. */
  isClosed: boolean;
  /** Length of the text of the parts that are for subscribers, without offers; undefined if it marks none. */
  closedLength: number | undefined;
}

/** A subscriber's page has at least so much text in the parts that are for subscribers. */
const minClosedLength = 300;

/** An offer after so many characters follows a whole article, unless the text breaks off. */
const maxStubLength = 3000;

/** Lines at the end of a text among which an offer may stand. */
const maxOfferLines = 8;

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
  if (!isClosed) return { isClosed, closedLength: undefined };
  const selectors = parts.flatMap((part) => (typeof part.cssSelector === 'string' ? [part.cssSelector] : []));
  const elements = selectors.flatMap((selector) => found(document, selector));
  if (elements.length === 0) return { isClosed, closedLength: undefined };
  const texts = elements.flatMap((element) => {
    const blocks = [...element.querySelectorAll('p, li, h2, h3, blockquote')];
    return (blocks.length > 0 ? blocks : [element]).map((block) => (block.textContent ?? '').trim());
  });
  const closedLength = texts
    .filter((text) => !isPaywallOffer(text))
    .reduce((length, text) => length + text.length, 0);
  return { isClosed, closedLength };
}

/**
 * Returns the text of a page without offers of a subscription, and whether it is only the beginning of the article. It is
 * if the page says that it is not free and shows an offer or hardly any of the closed parts, or if an offer follows a
 * short text that breaks off.
 */
export function withoutOffers(
  pieces: FragmentPiece[],
  { isClosed, closedLength }: PaywallMarks,
): { pieces: FragmentPiece[]; isStub: boolean } {
  const first = pieces.findIndex(
    ({ text }, index) => (isClosed || index >= pieces.length - maxOfferLines) && isPaywallOffer(text),
  );
  const isShown = closedLength !== undefined && closedLength >= minClosedLength;
  if (first < 0 || isShown) {
    const isStub = isClosed && !isShown && (closedLength !== undefined || isCut(pieces));
    return { pieces: pieces.filter(({ text }) => !isShown || !isPaywallOffer(text)), isStub };
  }
  const before = pieces.slice(0, first);
  const after = pieces.slice(first).filter(({ text }) => !isPaywallOffer(text));
  const isStub = isClosed || isCut(before);
  return { pieces: isStub ? before : [...before, ...after], isStub };
}

/** True for a short text whose last line is no whole sentence. */
function isCut(pieces: FragmentPiece[]): boolean {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const last = pieces.at(-1)?.text ?? '';
  return length < maxStubLength && /(?:…|\.{3}|[^.!?。！？"'”’»)\]:]|^)\s*$/u.test(last);
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
