import type { PageDocument, PageElement } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** The headings of a page that may be its headline, and the names of the site among them. */
export interface PageHeadings {
  /** Surest first. */
  headings: string[];
  /** Lesser headings, and bold lines of a page without headings. They count where the title has them. */
  lesser: string[];
  /** Headings that lead to the home page. */
  siteNames: string[];
  /** True if the page was written by a word processor, whose `<title>` is a property of the file. */
  isTyped: boolean;
}

/** Headlines that classes and properties name, surest first. */
const selectors = [
  'p.MsoTitle',
  '[itemprop~="headline"], [property~="schema:headline"], [property~="headline"]:not(meta)',
  'h1, h2.entry-title, h2.post-title, h3.post-title',
  'body > p.title',
];

const elsewhere = 'nav, aside, footer, dialog, [class*="related"]:not(body), [id="comments"]';

/** Returns the headings that may be the headline of a page. */
export function pageHeadings(document: PageDocument): PageHeadings {
  const headings: string[] = [];
  const siteNames: string[] = [];
  const isTyped = /microsoft word|libreoffice|openoffice/i.test(
    document.querySelector('meta[name="Generator" i]')?.getAttribute('content') ?? '',
  );
  for (const selector of selectors) {
    for (const element of document.querySelectorAll(selector)) {
      const text = plainText(element.textContent ?? '').replaceAll('\n', ' ');
      if (text === '' || text.length > 400) continue;
      if (leadsHome(element)) siteNames.push(text);
      else if (!element.closest(elsewhere) && !headings.includes(text)) headings.push(text);
      if (headings.length >= 20) break;
    }
  }
  return {
    headings,
    lesser: lesserHeadings(document, headings.length > 0),
    siteNames,
    isTyped: isTyped || document.querySelector('p.MsoTitle') !== null,
  };
}

/** Lines that old pages print as headlines. */
const bold = 'b, strong, font, big, center, caption, [class*="title"], [class*="headline"], [class*="hl"]';

function lesserHeadings(document: PageDocument, hasHeadings: boolean): string[] {
  const found = new Set<string>();
  const marked = [...document.querySelectorAll('h2, h3')];
  for (const element of hasHeadings || marked.length > 0 ? marked : document.querySelectorAll(bold)) {
    const { length } = element.textContent ?? '';
    // Headings that are links may be those of other articles.
    if (length === 0 || length > 400 || element.querySelector('a[href]') || element.closest(elsewhere))
      continue;
    found.add(plainText(element.textContent ?? '').replaceAll('\n', ' '));
    if (found.size >= 100) break;
  }
  return [...found];
}

function leadsHome(element: PageElement): boolean {
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  const address = link?.getAttribute('href') ?? '';
  return /^(?:https?:\/\/[^/]+)?\/(?:(?:index|default)\.\w+)?$|^https?:\/\/[^/]+$/.test(address);
}
