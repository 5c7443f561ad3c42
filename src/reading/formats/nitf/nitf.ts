import type { Format } from '../../reader.ts';
import { nitfReleaseFields } from '../../release/release-fields.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { nitfIn, readNitf } from './read-nitf.ts';

/** IPTC NITF 3: one article a file. */
export const nitf: Format = {
  name: 'nitf',
  extensions: ['nitf'],
  release: nitfReleaseFields,
  recognise(head) {
    return /<nitf[\s>]/i.test(head) && !/<newsItem[\s>]/.test(head) ? 0.97 : 0;
  },
  *read(document, settings) {
    const reject = (reason: string) => ({
      kind: 'reject' as const,
      reject: { path: document.path, line: null, reason },
    });
    const root = parseXml(decodeMarkup(document.bytes), null);
    if (root && 'reason' in root) return yield reject(root.reason);
    const element = root && nitfIn(root);
    if (!element) return yield reject('no <nitf> element found');
    const { id, byline, ...fields } = readNitf(element);
    yield composeDraft(
      {
        ...fields,
        ...{
          format: 'nitf',
          path: document.path,
          line: document.firstLine ?? null,
          key: id,
          ordinal: 0,
          url: null,
        },
        ...{ bylines: byline === null ? [] : [byline], updated: [], summaryOnly: false },
      },
      settings,
    );
  },
};
