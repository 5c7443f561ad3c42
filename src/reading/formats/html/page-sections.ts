import { splitKeywords } from '../../fields/split-keywords.ts';
import { isRecord } from '../json/parse-json.ts';
import { type LinkedNode, linkedText } from './linked-data.ts';
import type { PageDocument } from './open-page.ts';
import { plainText } from './plain-text.ts';

const names = [
  'article:section',
  'articlesection',
  'og:section',
  'parsely-section',
  'prism.section',
  'section',
  'sections',
  'sailthru.section',
  'sailthru_section',
];

/** Links of other articles, and of the whole site. */
const elsewhere =
  'nav:not([class*="bread"]), aside, [class*="related"]:not(body), [class*="teaser"], [class*="card"]';

/** Elements that hold the path to a page. */
const paths =
  '[class*="breadcrumb" i] a[href], [id*="breadcrumb" i] a[href], [aria-label*="breadcrumb" i] a[href]';

/** Longer names are those of articles. */
const maxLength = 40;

/**
 * Returns the sections of a page: as JSON-LD and its meta elements state them, else the categories that WordPress prints,
 * else the path to the page without its ends.
 */
export function pageSections(
  document: PageDocument,
  meta: Map<string, string[]>,
  linked: string[],
  path: () => string[],
): string[] {
  const stated = [...linked, ...names.flatMap((name) => meta.get(name) ?? [])];
  if (stated.length > 0) return stated.flatMap((list) => splitKeywords(list, ',;'));
  const categories = textsOf(document, 'a[rel~="category"]');
  if (categories.length > 0) return categories;
  const named = path();
  return (named.length > 0 ? named : textsOf(document, paths)).filter((name) => !home.test(name));
}

const home =
  /^(?:home(?:page)?|start(?:seite)?|front ?page|accueil|inicio|portada|início|главная|首页|首頁|ホーム|トップ|홈|anasayfa|ana sayfa|hem|forside|hjem|etusivu|strona główna|الرئيسية|ראשי)$/iu;

/** Returns the names of a `BreadcrumbList` in the JSON-LD of a page, without the page itself. */
export function pathOf(nodes: LinkedNode[]): string[] {
  for (const node of nodes) {
    if (node['@type'] !== 'BreadcrumbList' || !Array.isArray(node.itemListElement)) continue;
    const entries = node.itemListElement.slice(0, 10).filter(isRecord);
    return entries
      .slice(0, -1)
      .map((entry) => linkedText(entry.name) ?? linkedText(entry.item))
      .filter((name) => name !== null)
      .filter((name) => name.length <= maxLength && !/^https?:/.test(name));
  }
  return [];
}

/** Returns the keywords that links mark as the tags of a page. */
export function printedTags(document: PageDocument): string[] {
  return textsOf(document, 'a[rel~="tag"]:not([rel~="category"])');
}

function textsOf(document: PageDocument, selector: string): string[] {
  const found = new Set<string>();
  for (const link of document.querySelectorAll(selector)) {
    const text = plainText(link.textContent ?? '').replaceAll('\n', ' ');
    if (text !== '' && text.length <= maxLength && !link.closest(elsewhere)) found.add(text);
    if (found.size >= 20) break;
  }
  return [...found];
}
