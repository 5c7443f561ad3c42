import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import { readWordpressContent } from '../wordpress-content.ts';
import { isMarkdown, markdownHtml } from './markdown-html.ts';
import type { Json } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';
import { textOf } from './record-values.ts';
import { richTextHtml } from './rich-text.ts';

/** Text and pictures of a body. */
export interface RecordBody {
  pieces: Piece[];
  images: Image[];
}

const markup =
  /<(?:p|div|br|h[1-6]|ul|ol|blockquote|figure|article|section|span|a|b|i|em|strong|script|img)[\s/>]/i;

/** Reads the body of a record: HTML, plain text, a list of paragraphs, or a tree of nodes of an editor. */
export function recordBody(value: Json | undefined, base: string | null): RecordBody {
  const text = richTextHtml(value) ?? textOf(value) ?? '';
  if (text.trim() === '') return { pieces: [], images: [] };
  if (markup.test(text)) return readFragment(text, base);
  if (isMarkdown(text)) return readFragment(markdownHtml(text), base);
  return { pieces: piecesOfText(text), images: [] };
}

/** Returns a reader of the text of a row of the table of posts of WordPress. */
export function wordpressText(
  record: RecordOfFields,
  map: Record<string, string>,
): ((base: string | null) => RecordBody) | undefined {
  const { post_content: content } = record;
  if (typeof content !== 'string' || content.trim() === '' || map.body !== undefined) return undefined;
  return (base: string | null) => readWordpressContent(content, base);
}
