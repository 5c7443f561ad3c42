import type { PageDocument, PageElement } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** Headings that link to other articles, from which on a page is a list of them. */
const minTeasers = 5;

/** The same, if the title says that it is one. */
const minNamedTeasers = 3;

/** Titles of the pages of tags, authors and searches, and those that WordPress gives. */
const listTitle =
  /^\W*(?:tags?|topics?|categor(?:y|ies)|archives?|authors?|kategorien?|schlagw[oö]rter?|thema|autor|étiquette|catégorie|auteur|etiquetas?|categorías?|categoria|autore|метка|рубрика|标签|標籤|分类|カテゴリー|タグ|태그|카테고리)\s*[:：]|^\W*(?:search results|results for|you searched|suchergebnisse|résultats (?:de|pour)|resultados de|risultati)|\barchives?\s*(?:$|[-–—|»:])|\b(?:author|auteur|autor) (?:at|chez|auf|en)\b/iu;

/** Shortest title of an article. */
const minTitleLength = 15;

const elsewhere = 'nav, aside, footer, dialog, [class*="related"]:not(body), [class*="sidebar"]:not(body)';

/** Least text in paragraphs beside one another that makes a page an article. */
const minProse = 400;

/** True for a page that lists articles and is none: many headings that are links, and nowhere two paragraphs of text. */
export function isTeaserList(document: PageDocument, lines: string[]): boolean {
  const titles = new Set<string>();
  for (const link of document.querySelectorAll(
    'h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4',
  )) {
    const title = plainText(link.textContent ?? '');
    const isHere = link.getAttribute('href')?.startsWith('#') === true;
    if (title.length >= minTitleLength && !isHere && !link.closest(elsewhere)) titles.add(title);
  }
  const isNamed = lines.some((line) => listTitle.test(line));
  if (titles.size < (isNamed ? minNamedTeasers : minTeasers)) return hasWholePosts(document);
  const prose = new Map<PageElement, { count: number; length: number }>();
  for (const paragraph of document.querySelectorAll('p')) {
    const length = (paragraph.textContent ?? '').trim().length;
    const parent = paragraph.parentElement;
    if (length < 60 || !parent) continue;
    const known = prose.get(parent) ?? { count: 0, length: 0 };
    prose.set(parent, { count: known.count + 1, length: known.length + length });
  }
  if (hasWholePosts(document)) return true;
  return ![...prose.values()].some(({ count, length }) => count >= 2 && length >= minProse);
}

/** True for the home page of a blog that has its posts as a whole: two or more, each with its title as a link. */
function hasWholePosts(document: PageDocument): boolean {
  const addresses = new Set<string>();
  for (const link of document.querySelectorAll(posts)) {
    const post = link.closest('article, .hentry, .post');
    const isWhole = [...(post?.querySelectorAll('p') ?? [])].filter(
      ({ textContent }) => (textContent ?? '').trim().length >= 60,
    ).length;
    // Headings link to themselves.
    const [address = ''] = (link.getAttribute('href') ?? '').split('#');
    if (address !== '' && isWhole >= 2 && !link.closest(elsewhere)) addresses.add(address);
  }
  return (
    addresses.size >= 2 && addresses.size >= [...document.querySelectorAll('article, .hentry')].length / 2
  );
}

const posts =
  'article h1 a[href], article h2 a[href], .hentry h1 a[href], .hentry h2 a[href], .post h2 a[href], .post h3 a[href]';
