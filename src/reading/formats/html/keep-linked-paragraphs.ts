import type { PageDocument } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** Shortest paragraph that is text although it is one link. */
const minLength = 80;

const sentenceEnd = /[.!?…。！？؟]["'”’)\]»]*$/;

const elsewhere =
  'li, nav, aside, footer, header, figure, td, [class*="related"]:not(body), [class*="teaser"], [class*="promo"], [class*="card"], [class*="recommend"], [class*="newsletter"], [class*="disclaimer"], [class*="more-"], [class*="readmore"]';

/** Unwraps the links of paragraphs that are sentences and one link. Readability takes them for links elsewhere. */
export function keepLinkedParagraphs(document: PageDocument): void {
  for (const link of document.querySelectorAll('p a[href]')) {
    const text = plainText(link.textContent ?? '');
    const paragraph = link.closest('p');
    if (text.length < minLength || !paragraph || !sentenceEnd.test(text) || paragraph.closest(elsewhere))
      continue;
    if (plainText(paragraph.textContent ?? '').length > text.length / 0.9) continue;
    link.replaceWith(...link.childNodes);
  }
}
