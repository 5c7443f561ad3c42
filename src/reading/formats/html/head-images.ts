import type { Image } from '../../../model/image.ts';
import type { PageDocument, PageElement } from './open-page.ts';
import { readFragment } from './read-fragment.ts';

/** Paragraphs of so many characters are text, below which the body has its own pictures. */
const minTextLength = 80;

/** A standfirst and the first paragraph may stand above the picture. */
const maxParagraphs = 2;

const articles = 'article, main, [itemtype*="Article"]';

const elsewhere =
  'nav, aside, footer, li, noscript, [class*="related"]:not(body), [class*="teaser"], [class*="card"], [class*="author"], [class*="byline"], [class*="avatar"], [class*="sponsor"], [class*="recommend"], [class*="share"]';

/** Returns the pictures between the headline of a page and its text, which Readability leaves out with the head. */
export function headImages(document: PageDocument, base: string | null): Image[] {
  const heading = document.querySelector('h1');
  const article = heading ? heading.closest(articles) : document.querySelector('article');
  const container = article ?? document.querySelector('body');
  // The picture stands under the headline, as a figure, where no element is the article.
  let isBelow = article !== null;
  const images: Image[] = [];
  let paragraphs = 0;
  let previous: PageElement | null = null;
  for (const element of container?.querySelectorAll('h1, figure, img, amp-img, p') ?? []) {
    if (element === heading) isBelow = true;
    if (!isBelow || element === heading || element.closest(elsewhere)) continue;
    const figure: PageElement | null = element.closest('figure, .wp-caption');
    if (figure === null && (element.textContent ?? '').trim().length >= minTextLength) paragraphs++;
    if (paragraphs > maxParagraphs || images.length >= 3) break;
    const picture = figure ?? element.closest('picture') ?? element;
    if (
      picture === previous ||
      picture.closest('a[href]:not([href*=".jp"]):not([href*=".png"]):not([href*=".webp"])')
    )
      continue;
    previous = picture;
    images.push(...readFragment(picture.outerHTML, base).images.filter(isLarge));
  }
  return images;
}

/** True for a picture that is no button or portrait by the size that the page states. */
function isLarge({ width }: Image): boolean {
  return width === undefined || width >= 200;
}
