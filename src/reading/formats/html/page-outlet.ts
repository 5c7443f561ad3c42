import { type LinkedNode, linkedText } from './linked-data.ts';
import { metaOf } from './page-meta.ts';
import { plainText } from './plain-text.ts';
import { textOfHtml } from './text-of-html.ts';

/** Longest name of an outlet. Longer ones are slogans. */
const maxLength = 60;

/** Returns the name of the outlet of a page as it states it, without the slogan after it; null if it states none. */
// "HearYa - Indie Music Blog" → "HearYa"
export function pageOutlet(meta: Map<string, string[]>, node: LinkedNode | undefined): string | null {
  const stated = [
    metaOf(meta, 'og:site_name'),
    linkedText(node?.publisher),
    metaOf(meta, 'application-name', 'dc.publisher', 'citation_journal_title', 'apple-mobile-web-app-title'),
  ];
  for (const text of stated) {
    const [name = ''] = plainText(textOfHtml(text ?? '')).split(/\s+[|–—•·:»-]\s+|\s*\|\s*/);
    if (name.length <= maxLength && /\p{L}{2}/u.test(name) && !/^https?:|^www\.|[<>@]/i.test(name))
      return name;
  }
  return null;
}
