import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { breaksOff, standfirstOf, withoutSignOff } from '../standfirst-of.ts';
import type { FeedEntry } from './feed-entry.ts';

/** A description so long, in several paragraphs and not broken off, is the article (RSS 2.0, "item"). */
const wholeLength = 1000;

/** A link to the whole text. */
const continuation = /^(?:Continue reading|Read more)\b.{0,200}$/i;

const blockTag = /<(?:p|div|li|h[1-6]|blockquote|br|table|pre)[\s/>]/i;
/**
 * The text of an entry: its content, or its summary where that is all there is. A summary beside content is the
 * standfirst, unless it only repeats the content's beginning.
 */
export function entryBody(entry: FeedEntry): {
  pieces: Piece[];
  images: Image[];
  summary: string | null;
  summaryOnly: boolean;
} {
  const given = entry.content ?? entry.summary;
  const { pieces, images } =
    entry.body ?? readFragment(given === null ? '' : withParagraphs(given), entry.base);
  const kept = pieces.flatMap((piece, index) => {
    const text = index === 0 && pieces.length === 1 ? piece.text : withoutSignOff(piece.text);
    return text === '' || (index > 0 && continuation.test(text)) ? [] : [{ ...piece, text }];
  });
  const text = kept.map((piece) => piece.text.replaceAll('\n', ' ')).join(' ');
  if (entry.content === null && !entry.body) {
    // The description of a recording is not what is said in it.
    const isWhole = !entry.isRecording && kept.length > 2 && text.length >= wholeLength && !breaksOff(text);
    return { pieces: kept, images, summary: null, summaryOnly: !isWhole };
  }
  const summary = entry.summary === null ? null : standfirstOf(textOfHtml(entry.summary), text);
  return { pieces: kept, images, summary, summaryOnly: false };
}

/** Text without block markup whose blank lines mean paragraphs, as WordPress stores it. */
function withParagraphs(html: string): string {
  if (blockTag.test(html) || !/\n\s*\n/.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((part) => `<p>${part}</p>`)
    .join('');
}
