import type { Instant } from '../../../model/instant.ts';
import { decodeText } from '../../fields/decode-text.ts';
import { readDate } from '../../fields/read-date.ts';
import type { Format } from '../../reader.ts';
import { wireReleaseFields } from '../../release/release-fields.ts';
import { statedReleases } from '../../release/wire-release.ts';
import { composeDraft } from '../compose-draft.ts';
import { readAnpa } from './anpa.ts';
import { opensAnpaHeader } from './anpa-header.ts';
import { opensIptc7901Header, readIptc7901 } from './iptc7901.ts';
import { opensBareIptcHeader, soh, splitMessages, withControlPictures } from './wire-messages.ts';

/** Slug of an ANPA message whose header was cut off: `BC-US--Harbor Bridge, 1st Ld-Writethru,140<`. */
const opensWithSlug = /^\s*␂?\^?(?:BC|AM|PM|AP)-[^\n]{3,90}<?\s*\r?\n\s*\^/u;

/**
 * Messages of news agencies as their wires send them: ANPA 1312 (North America) and IPTC 7901 (Europe), one or many in a
 * file, with their control characters or printed forms of them.
 */
export const wire: Format = {
  name: 'wire',
  extensions: ['tst', 'anpa', 'iptc'],
  release: wireReleaseFields,
  recognise(head) {
    const text = withControlPictures(head);
    return opensAnpaHeader(text) ||
      opensIptc7901Header(text) ||
      opensBareIptcHeader(text) ||
      opensWithSlug.test(text)
      ? 0.95
      : 0;
  },
  *read(document, settings) {
    const decoded = decodeText(document.bytes);
    const text = withControlPictures(decoded.text);
    const messages = splitMessages(text);
    for (const [ordinal, message] of messages.entries()) {
      const isIptc = opensIptc7901Header(`${soh}${message.header || message.text}`);
      const { sent, byline, release, ...story } = isIptc ? readIptc7901(message) : readAnpa(message);
      yield composeDraft(
        {
          ...story,
          release: statedReleases(release, instantOf(sent)),
          format: 'wire',
          path: document.path,
          line: message.line + (document.firstLine ?? 1) - 1,
          ordinal,
          url: null,
          bylines: byline === null ? [] : [byline],
          published: [sent],
          updated: [],
          language: null,
          images: [],
          summaryOnly: false,
          warnings: decoded.warnings,
        },
        settings,
      );
    }
    if (messages.length === 0)
      yield {
        kind: 'reject',
        reject: { path: document.path, line: null, reason: 'a wire message without text' },
      };
  },
};

function instantOf(sent: string | null): Instant | null {
  return sent === null ? null : (readDate(sent, { timeZone: 'UTC' })?.instant ?? null);
}
