import type { PageDocument, PageElement } from './open-page.ts';

/** Elements that templates mark as the text of the article, surest first. */
const marks = [
  '[itemprop~="articleBody"], [property~="articleBody"], [property~="schema:articleBody"]',
  '.entry-content, .post-content, .post-body, .article-content, .article-body, .article__body, .articleBody, .articleText, .story-body, .story-content, .field--name-body, .field-name-body, .gh-content, .post-full-content, .available-content, .sqs-html-content, #article-body, #articleBody, #story-body',
  '[class*="article-body"]:not(body), [class*="articleBody"], [class*="article-content"], [class*="article__content"], [class*="ArticleBody"], [class*="story-body"], [class*="post-content"], [class*="content__body"]',
];

/** Elements of other articles, and of readers. */
const elsewhere =
  'nav, footer, aside, form, blockquote, li, [class*="comment"], [id*="comment"], [class*="related"]:not(body), [class*="teaser"], [class*="sidebar"]:not(body)';

/** Share of the text of a marked element that a marked element inside it must have to go before it. */
const innerShare = 0.4;

/** Returns the element that the template of a page marks as the text: the longest, or the one inside it. */
export function markedBody(document: PageDocument): PageElement | undefined {
  let best: { element: PageElement; length: number } | undefined;
  for (const mark of marks) {
    for (const element of [...document.querySelectorAll(mark)].slice(0, 20)) {
      if (element.closest(elsewhere)) continue;
      const length = (element.textContent ?? '').length;
      if (length < 200) continue;
      const isInside = best !== undefined && isWithin(element, best.element);
      if (
        !best ||
        (isInside
          ? length >= innerShare * best.length
          : length > best.length && !isWithin(best.element, element))
      )
        best = { element, length };
    }
    // Classes are only looked at where no property names the text.
    if (best && mark === marks[0]) return best.element;
  }
  return best?.element;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (parent === outer) return true;
  return false;
}
