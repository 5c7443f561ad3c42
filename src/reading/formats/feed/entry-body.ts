import type { Image } from '../../../model/article.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import type { FeedEntry } from './feed-entry.ts';

/** A description so long, in several paragraphs and not broken off, is the article (RSS 2.0, "item"). */
const wholeLength = 1000;

const blockTag = /<(?:p|div|li|h[1-6]|blockquote|br|table|pre)[\s/>]/i;
const truncated = /(?:\[?(?:…|\.\.\.)\]?|(?:continue reading|read more|more)\W*)$/i;
const signOff =
  /^(?:The post .{1,300} (?:first )?appeared (?:first )?on .{1,120}\.?|(?:Continue reading|Read more)\b.{0,200})$/i;

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
  const { pieces, images } = readFragment(given === null ? '' : withParagraphs(given), entry.base);
  const kept = pieces.filter(({ text }, index) => index === 0 || !signOff.test(text));
  const text = kept.map((piece) => piece.text.replaceAll('\n', ' ')).join(' ');
  if (entry.content === null) {
    const isWhole = kept.length > 2 && text.length >= wholeLength && !truncated.test(text);
    return { pieces: kept, images, summary: null, summaryOnly: !isWhole };
  }
  const summary = entry.summary === null ? '' : textOfHtml(entry.summary);
  const beginning = summary.replace(truncated, '').trim();
  const repeats =
    beginning === '' || text.startsWith(beginning.slice(0, Math.max(20, beginning.length - 20)));
  return { pieces: kept, images, summary: repeats ? null : summary, summaryOnly: false };
}

/** Text without block markup whose blank lines mean paragraphs, as WordPress stores it. */
function withParagraphs(html: string): string {
  if (blockTag.test(html) || !/\n\s*\n/.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((part) => `<p>${part}</p>`)
    .join('');
}
