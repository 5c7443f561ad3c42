import { escapeText } from 'entities';
import { textOfHtml } from './text-of-html.ts';

/** Elements that mark words of a title. */
const marks =
  /^(?:b|i|em|strong|u|s|q|cite|small|sup|sub|span|font|mark|abbr|code|tt|kbd|var|del|ins|bdi|bdo|ruby|rt|rp|time|big|nobr|dfn|acronym)$/;
/** Elements without content that titles have for their looks. */
const empty = /^(?:br|wbr|img|hr)$/;
/** Elements around a whole title. */
const wrappers = /^(?:p|div|h[1-6]|center|title|body|html|script|style)$/;

const tag = /<(\/?)([a-z][a-z0-9:-]*)(\s[^<>]*|\/)?>/gi;

/**
 * Returns the plain text of a title that may be HTML or plain text. Feeds do not say which: a tag that marks words, has
 * attributes or encloses the whole title is markup, and any other is what the title is about.
 */
// "Bridge <em>reopens</em>" → "Bridge reopens"; "How to nest <a> within <nav>" → "How to nest <a> within <nav>"
export function textOfTitle(html: string): string {
  if (!html.includes('<')) return textOfHtml(html);
  const tags = [...html.matchAll(tag)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: (match[2] ?? '').toLowerCase(),
    isEnd: match[1] === '/',
    hasAttributes: /\w\s*=/.test(match[3] ?? ''),
  }));
  const isMarkup = new Set<(typeof tags)[number]>();
  const open: typeof tags = [];
  for (const each of tags) {
    const { name } = each;
    if (empty.test(name)) isMarkup.add(each);
    else if (!each.isEnd) open.push(each);
    else {
      // Only the innermost open tag is compared, so that all tags take one pass.
      const begin = open.at(-1);
      if (begin?.name !== name) continue;
      open.pop();
      const isWhole =
        wrappers.test(name) && html.slice(0, begin.start).trim() === '' && html.slice(each.end).trim() === '';
      if (!marks.test(name) && !begin.hasAttributes && !isWhole && !/^(?:script|style)$/.test(name)) continue;
      isMarkup.add(begin).add(each);
    }
  }
  let text = '';
  let end = 0;
  for (const each of tags) {
    if (isMarkup.has(each)) continue;
    text += html.slice(end, each.start) + escapeText(html.slice(each.start, each.end));
    end = each.end;
  }
  return textOfHtml(text + html.slice(end));
}
