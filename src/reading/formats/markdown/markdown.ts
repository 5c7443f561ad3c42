import type { Format } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { recordFields } from '../json/read-record.ts';
import { webAddress } from '../web-address.ts';
import { frontMatter } from './front-matter.ts';
import { markdownPieces } from './markdown-pieces.ts';

/**
 * Markdown (CommonMark) with YAML, TOML or JSON front matter, whose fields are named and mapped as those of
 * `json`. Without a headline there, the first heading of level 1 is the headline.
 */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd', 'mdx'],
  release: recordReleaseFields,
  recognise(head, path) {
    const start = head.replace(/^\ufeff/, '');
    if (/\.(?:md|markdown)$/i.test(path) && /^\{[^\S\n]*\r?\n[^\0]*\n\}\r?\n/.test(start)) return 0.9;
    if (
      /^---[^\S\n]*\r?\n(?:#.*\n|\s*[\w-]+\s*:.*\n|\s+.*\n|\s*-\s.*\n|\s*\n)*?---[^\S\n]*(?:\r?\n|$)/.test(
        start,
      )
    )
      return 0.9;
    if (/^\+\+\+[^\S\n]*\r?\n[\s\S]*?\n\+\+\+/.test(start)) return 0.9;
    return /^#{1,6} \S/.test(start) ? 0.5 : 0;
  },
  *read(document, settings) {
    const source = decodeMarkup(document.bytes);
    const { fields, text, fault } = frontMatter(source);
    const warnings =
      fault === null ? [] : [{ code: 'front-matter-unread', message: `Front matter ignored: ${fault}.` }];
    const place = { format: 'markdown', path: document.path, line: document.firstLine ?? null, ordinal: 0 };
    const own = webAddress(document.url ?? document.path, null);
    let title: string | null = null;
    const article = recordFields(fields, place, settings.map, (url) => {
      const read = markdownPieces(text, url ?? own);
      title = read.title;
      return read;
    });
    const isHeading = article.headline !== null && title !== null && article.headline !== title;
    yield composeDraft(
      {
        ...article,
        headline: article.headline ?? title,
        pieces: isHeading
          ? [{ kind: 'heading', level: 2, text: title ?? '' }, ...article.pieces]
          : article.pieces,
        warnings: [...warnings, ...(article.warnings ?? [])],
      },
      settings,
    );
  },
};
