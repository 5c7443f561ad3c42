import type { Rights } from '../../../model/rights.ts';
import { webAddress } from '../web-address.ts';
import type { LinkedNode } from './linked-data.ts';
import { linkedText } from './linked-data.ts';
import type { PageDocument } from './open-page.ts';
import { metaOf } from './page-meta.ts';
import { textOfHtml } from './text-of-html.ts';

/** Returns the rights that a page states in its JSON-LD, its meta elements and `<link rel="license">`. */
export function pageRights(
  document: PageDocument,
  node: LinkedNode | undefined,
  meta: Map<string, string[]>,
  base: string | null,
): Rights {
  const license =
    document.querySelector('link[rel~="license"], a[rel~="license"]')?.getAttribute('href') ?? null;
  const clean = (text: string | null) => (text === null ? null : textOfHtml(text) || null);
  return {
    holder:
      linkedText(node?.copyrightHolder)?.replace(/^by\s+/i, '') ??
      clean(metaOf(meta, 'dc.rightsholder', 'copyright-holder')),
    notice: linkedText(node?.copyrightNotice) ?? clean(metaOf(meta, 'copyright', 'dc.rights', 'rights')),
    usageTerms:
      linkedText(node?.usageInfo) ??
      linkedText(node?.license) ??
      clean(metaOf(meta, 'dc.license', 'license')) ??
      (license?.startsWith('#') ? null : webAddress(license, base)),
  };
}
