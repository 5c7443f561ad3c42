import type { PageDocument } from './open-page.ts';

/** Embedded documents that no article loses anything by: advertisements, counters, buttons. */
const furniture =
  /^(?:about:|javascript:|data:)|googletagmanager|doubleclick|googlesyndication|facebook\.com\/plugins|platform\.twitter\.com\/widgets|recaptcha|disqus|addthis|outbrain|taboola|amazon-adsystem|(?:^|[/.])ads?\d?\./i;

const elsewhere =
  'nav, aside, footer, header, noscript, [id="comments"], [class*="related"]:not(body), [hidden]';

/** Returns the kinds of embedded content in the article of a page, which is not read: `iframe`, `video`, `audio`. */
export function pageEmbeds(document: PageDocument): string[] {
  const kinds = new Set<string>();
  for (const kind of ['iframe', 'video', 'audio', 'object']) {
    for (const element of document.querySelectorAll(
      `article ${kind}, main ${kind}, [class*="content"] ${kind}`,
    )) {
      const address =
        element.getAttribute('src') ??
        element.getAttribute('data-src') ??
        element.getAttribute('data') ??
        element.querySelector('source[src]')?.getAttribute('src') ??
        '';
      if (address === '' || furniture.test(address) || element.closest(elsewhere)) continue;
      if (/^[01](?:px)?$/.test(element.getAttribute('height') ?? '')) continue;
      kinds.add(kind);
    }
  }
  return [...kinds];
}
