import type { PageDocument, PageElement } from './open-page.ts';

const excluded = 'nav, footer, aside, form, header, [class*="comment"], [id*="comment"], [class*="disclos"]';

/**
 * The element whose own paragraphs hold most text outside links: where the article most probably is, by
 * paragraph density alone (after Gottron 2008 and the observation that body text has long paragraphs and few
 * links). A parent gets half of its child's share, so that articles in sections stay together.
 */
export function densestElement(document: PageDocument): PageElement | undefined {
  const scores = new Map<PageElement, number>();
  for (const paragraph of document.querySelectorAll('p')) {
    const length = (paragraph.textContent ?? '').trim().length;
    const parent = paragraph.parentElement;
    if (length < 40 || !parent) continue;
    let linked = 0;
    for (const link of paragraph.querySelectorAll('a')) linked += (link.textContent ?? '').length;
    const weight = length - 2 * linked;
    if (weight <= 0) continue;
    scores.set(parent, (scores.get(parent) ?? 0) + weight);
    const above = parent.parentElement;
    if (above) scores.set(above, (scores.get(above) ?? 0) + weight / 2);
  }
  let best: PageElement | undefined;
  for (const [element, score] of scores) {
    if (element.closest(excluded)) continue;
    if (!best || score > (scores.get(best) ?? 0)) best = element;
  }
  return best;
}
