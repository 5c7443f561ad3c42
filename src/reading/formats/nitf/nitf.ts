import type { Format } from '../../reader.ts';
import { nitfReleaseFields } from '../../release/release-fields.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { createLineCounter } from '../xml/line-counter.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { nitfElements, readNitf } from './read-nitf.ts';

/** IPTC NITF 2 and 3: an article for each `<nitf>` element of a file. */
export const nitf: Format = {
  name: 'nitf',
  extensions: ['nitf'],
  release: nitfReleaseFields,
  recognise(head) {
    // ninjs and feeds may hold NITF as a text.
    return /^[\s\ufeff]*</.test(head) &&
      /<(?:\w+:)?nitf[\s>]/i.test(head) &&
      !/<(?:\w+:)?(?:newsItem|NewsML)[\s>]/.test(head)
      ? 0.97
      : 0;
  },
  *read(document, settings) {
    const reject = (reason: string) => ({
      kind: 'reject' as const,
      reject: { path: document.path, line: null, reason },
    });
    const text = decodeMarkup(document.bytes);
    const root = parseXml(text, null);
    if (root && 'reason' in root) return yield reject(root.reason);
    const elements = root ? nitfElements(root) : [];
    if (elements.length === 0) return yield reject('no <nitf> element found');
    const lineAt = createLineCounter(text);
    for (const [ordinal, element] of elements.entries()) {
      const { id, ...fields } = readNitf(element);
      const line = elements.length > 1 ? lineAt(element.offset) : (document.firstLine ?? null);
      yield composeDraft(
        {
          ...fields,
          ...{ format: 'nitf', path: document.path, line, key: id, ordinal, url: null },
          ...{ updated: [], summaryOnly: false },
        },
        settings,
      );
    }
  },
};
