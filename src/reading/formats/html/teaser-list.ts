import type { PageDocument, PageElement } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** Headings that link to other articles, from which on a page is a list of them. */
const minTeasers = 5;

/** Shortest title of an article. */
const minTitleLength = 15;

const elsewhere = 'nav, aside, footer, dialog, [class*="related"]:not(body), [class*="sidebar"]:not(body)';

/** Least text in paragraphs beside one another that makes a page an article. */
const minProse = 400;

/** True for a page that lists articles and is none: many headings that are links, and nowhere two paragraphs of text. */
export function isTeaserList(document: PageDocument): boolean {
  const titles = new Set<string>();
  for (const link of document.querySelectorAll(
    'h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4',
  )) {
    const title = plainText(link.textContent ?? '');
    if (title.length >= minTitleLength && !link.closest(elsewhere)) titles.add(title);
  }
  if (titles.size < minTeasers) return false;
  const prose = new Map<PageElement, { count: number; length: number }>();
  for (const paragraph of document.querySelectorAll('p')) {
    const length = (paragraph.textContent ?? '').trim().length;
    const parent = paragraph.parentElement;
    if (length < 60 || !parent) continue;
    const known = prose.get(parent) ?? { count: 0, length: 0 };
    prose.set(parent, { count: known.count + 1, length: known.length + length });
  }
  return ![...prose.values()].some(({ count, length }) => count >= 2 && length >= minProse);
}
