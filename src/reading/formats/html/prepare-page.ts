import type { PageDocument } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** Shortest paragraph that is text although it is one link. */
const minLength = 80;

const sentenceEnd = /[.!?…。！？؟]["'”’)\]»]*$/;

const elsewhere =
  'li, nav, aside, footer, header, td, [class*="related"]:not(body), [class*="teaser"], [class*="promo"], [class*="card"], [class*="recommend"], [class*="newsletter"], [class*="disclaimer"], [class*="more-"], [class*="readmore"]';

/**
 * Changes a page where Readability would lose text or pictures: unwraps paragraphs that are one link, and pictures in
 * `noscript`.
 */
export function preparePage(document: PageDocument): void {
  keepLinkedParagraphs(document);
  for (const element of document.querySelectorAll('noscript')) {
    const image = element.querySelector('img[src]');
    // Pixels of trackers are alone in the page, and pictures stand in its text.
    if (image && element.closest(pictured) && !image.closest(elsewhere)) element.replaceWith(image);
  }
}

/** Elements that contain the pictures of an article. */
const pictured = 'article, main, figure, picture, [class*="content"], [class*="article"], [class*="post"]';

/** Unwraps the links of paragraphs that are sentences and one link. Readability takes them for links elsewhere. */
function keepLinkedParagraphs(document: PageDocument): void {
  for (const link of document.querySelectorAll('p a[href]')) {
    const text = plainText(link.textContent ?? '');
    const paragraph = link.closest('p');
    if (
      text.length < minLength ||
      !paragraph ||
      !sentenceEnd.test(text) ||
      paragraph.closest(`figure, ${elsewhere}`)
    )
      continue;
    if (plainText(paragraph.textContent ?? '').length > text.length / 0.9) continue;
    link.replaceWith(...link.childNodes);
  }
}
