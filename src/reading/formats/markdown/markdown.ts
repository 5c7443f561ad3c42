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
  recognise(head) {
    const start = head.replace(/^\ufeff/, '');
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
    const url = webAddress(document.path, null);
    const { pieces, images, title } = markdownPieces(text, url);
    const warnings =
      fault === null ? [] : [{ code: 'front-matter-unread', message: `Front matter ignored: ${fault}.` }];
    const place = { format: 'markdown', path: document.path, line: document.firstLine ?? null, ordinal: 0 };
    const article = recordFields(fields, place, settings.map);
    yield composeDraft(
      {
        ...article,
        headline: article.headline ?? title,
        pieces:
          article.headline !== null && title !== null && article.headline !== title
            ? [{ kind: 'heading', level: 2, text: title }, ...pieces]
            : pieces,
        images: [...article.images, ...images],
        warnings: [...warnings, ...(article.warnings ?? [])],
      },
      settings,
    );
  },
};
