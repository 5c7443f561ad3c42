import type { PageElement } from './open-page.ts';
import { plainText } from './plain-text.ts';
import { readFragment } from './read-fragment.ts';

const blocks = 'address, br, dd, div, dt, h1, h2, h3, h4, h5, h6, header, li, p, section, td, ul';

/** Returns the text of an element with its blocks in lines of their own, where `textContent` would run them together. */
// <div><p>By Ann Lee</p><p>12 May</p></div> → "By Ann Lee\n12 May"
export function elementLines(element: PageElement): string {
  if (element.querySelector(blocks) === null) return plainText(element.textContent ?? '');
  return readFragment(element.innerHTML, null)
    .pieces.map(({ text }) => text)
    .join('\n');
}
