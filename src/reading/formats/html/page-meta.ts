import type { PageDocument } from './open-page.ts';
/**
 * The `<meta>` elements of a page by name, property or itemprop in lower case, in document order. Dublin Core is
 * found as `dc.title` however it is prefixed.
 */
export function pageMeta(document: PageDocument): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    const names = ['property', 'name', 'itemprop'].map((attribute) => element.getAttribute(attribute) ?? '');
    if (!content || element.closest('[itemprop~="citation"]')) continue;
    for (const name of names.join(' ').toLowerCase().split(/\s+/)) {
      if (name === '') continue;
      const known = name.replace(/^(?:dc|dcterms|dcterm|dc\.terms)[.:]/, 'dc.');
      const contents = meta.get(known);
      if (contents) contents.push(content);
      else meta.set(known, [content]);
    }
  }
  if (captureSite.test(metaOf(meta, 'og:site_name') ?? '')) for (const name of ofCapture) meta.delete(name);
  return meta;
}

/** archive.today states itself as the outlet, and the time of the capture as that of publication. */
const captureSite = /^archive\.(?:today|ph|is|li|vn|fo|md)$/i;
const ofCapture = ['og:site_name', 'og:url', 'article:published_time', 'article:modified_time'];

/** The first content of the first of these names that the page has. */
export function metaOf(meta: Map<string, string[]>, ...names: string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content) return content;
  }
  return null;
}
