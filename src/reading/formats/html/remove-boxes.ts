import type { PageDocument, PageElement } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** Lines above the headline that name a section. */
const kickers = '[class*="kicker" i], [class*="eyebrow" i], [class*="overline" i]';

/** Offers of a newsletter between paragraphs. */
const offers =
  '[class*="newsletter" i]:not(body), [class*="signup" i]:not(body), [class*="sign-up" i]:not(body), [id*="newsletter" i]';

/** A box with more text is a part of the article whose class is misleading. */
const maxBoxLength = 500;

/** Lines that may be the standfirst by their class or place. */
const standfirsts =
  '[class*="standfirst" i], [class*="dek" i], [class*="subtitle" i], [class*="subhead" i], [class*="sub-head" i], [class*="summary" i], [class*="chapo" i], [class*="desc" i], [class*="lead" i], [class*="intro" i], [class*="excerpt" i], [class*="abstract" i], [class*="a_st"], h1 + h2, h1 + p, header h2, header p';

/** Lines whose class says that they are the standfirst. */
const named =
  '[itemprop~="alternativeHeadline"]:not(meta), .standfirst, .dek, .article-dek, .subheadline, .sub-headline, .subtitle, .article-subtitle, .entry-subtitle, .post-subtitle, .chapo, .article__subtitle, .article-subheadline, .story-dek, p.summary, h2.subtitle';

const elsewhere = 'nav, aside, footer, li, [class*="related"]:not(body), [class*="teaser"], [class*="card"]';

/** Removes boxes of a page that are no part of its text: kickers and offers of newsletters. */
export function removeBoxes(document: PageDocument): void {
  for (const element of document.querySelectorAll(kickers))
    if (lengthOf(element) < 60 && !element.querySelector('h1') && !element.closest('h1')) element.remove();
  for (const element of document.querySelectorAll(offers))
    if (lengthOf(element) < maxBoxLength) element.remove();
}

/** Returns the standfirst that a page prints and marks as such. */
export function printedStandfirst(document: PageDocument): string | null {
  for (const element of document.querySelectorAll(named)) {
    const text = plainText(element.textContent ?? '').replaceAll('\n', ' ');
    if (text.length >= 20 && text.length <= 500 && !element.closest(elsewhere)) return text;
  }
  return null;
}

/** Removes the line that prints the standfirst. It would be read as the first paragraph. */
export function removeStandfirst(document: PageDocument, standfirst: string | null): void {
  const letters = lettersOf(standfirst ?? '');
  if (letters.length < 15) return;
  for (const element of document.querySelectorAll(standfirsts)) {
    if (lengthOf(element) > 2 * (standfirst ?? '').length + 40 || element.querySelector('h1')) continue;
    if (lettersOf(element.textContent ?? '') === letters) element.remove();
  }
}

function lengthOf(element: PageElement): number {
  return (element.textContent ?? '').trim().length;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
