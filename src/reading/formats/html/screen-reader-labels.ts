import type { PageDocument } from './open-page.ts';
import { plainText } from './plain-text.ts';
import { changeLabel } from './printed-meta.ts';

const unseen =
  '.screen-reader-text, .visually-hidden, .visuallyhidden, .sr-only, .element-invisible, .u-visually-hidden, .u-hiddenVisually, .a11y-hidden';

/** Longer texts are not labels. */
const maxLength = 60;

const dateLabel = /^\W*(?:published|posted|publi|veröff|date)/iu;

/** Words before the name of a photographer. */
const creditLabel = /^(?:image|photo|picture|video)?\s*(?:source|credit|copyright)s?\b/i;

/**
 * Removes labels that only screen readers say (`Post author`, `Image caption,`), which would run into the text beside
 * them. What the element of a picture says after such a label of a credit is marked as its credit.
 */
export function removeScreenReaderLabels(document: PageDocument): void {
  for (const element of document.querySelectorAll(unseen)) {
    const text = plainText(element.textContent ?? '');
    // Dates, and labels of dates, are facts all the same.
    if (text.length > maxLength || /\d/.test(text) || changeLabel.test(text) || dateLabel.test(text))
      continue;
    if (element.closest('h1') || element.querySelector('h1, h2, h3, img, time')) continue;
    const parent = element.parentElement;
    if (creditLabel.test(text) && parent?.closest('figure')) parent.setAttribute('class', 'credit');
    element.replaceWith(' ');
  }
}
