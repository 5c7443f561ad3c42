import { escapeText } from 'entities';
import { Parser } from 'htmlparser2';

/** Rewriting of an element: another name, `unwrap` (its content stays) or `drop` (its content goes, too). */
export type Rewriting = { as: string } | 'unwrap' | 'drop';

/** Elements of HTML that have no end tag. */
const emptyElements = new Set(['br', 'hr', 'img', 'wbr', 'col', 'input', 'source']);

/** Tags of HTML that stand escaped in the text of an XML document: `&lt;p&gt;`, `&lt;div class="embed"&gt;`. */
const escapedTag =
  /&(?:lt|#60|#x3c);\/?(?:p|br|div|span|a|b|i|em|strong|u|script|style|iframe|img|figure|figcaption|ul|ol|li|h[1-6]|blockquote|table|tbody|thead|tr|td|th|section|article|header|footer|video|audio|source|hr|pre|code|sub|sup|small|noscript|object|embed|link|meta|html|body|head)(?=\s|\/|>|&(?:gt|#62|#x3e);)/i;

/**
 * Rewrites the markup of an XML element as HTML. `rewritingOf` says what becomes of each element, by its name in lower
 * case without a prefix, and by the names of those it is within. HTML that stands escaped in the text is unescaped. Takes time linear in the markup.
 */
// "<hl2>A</hl2>", () => ({ as: "h2" }) → "<h2>A</h2>"
export function rewriteMarkup(
  markup: string,
  rewritingOf: (name: string, attributes: Record<string, string>, within: readonly string[]) => Rewriting,
): string {
  const parts: string[] = [];
  const open: string[] = [];
  let dropped = 0;
  let inCdata = false;
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const name = localName(written);
        const rewriting = dropped > 0 ? 'drop' : rewritingOf(name, attributes, open);
        if (rewriting === 'drop') dropped++;
        const as = typeof rewriting === 'string' ? '' : rewriting.as;
        open.push(as);
        if (as !== '') parts.push(startTag(as, attributes));
      },
      ontext(data) {
        if (dropped === 0) parts.push(inCdata ? textOfCdata(data) : unescapedTags(data));
      },
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
      onclosetag() {
        if (dropped > 0) dropped--;
        const as = open.pop() ?? '';
        if (as !== '' && !emptyElements.has(as)) parts.push(`</${as}>`);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(markup);
  return parts.join('');
}

/** Returns text of XML as HTML. HTML that stands escaped in it becomes HTML again. */
export function unescapedTags(text: string): string {
  if (!escapedTag.test(text)) return text;
  return text
    .replace(/&(?:lt|#60|#x3c);/gi, '<')
    .replace(/&(?:gt|#62|#x3e);/gi, '>')
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&(?:apos|#39);/gi, "'")
    .replace(/&amp;/gi, '&');
}

function textOfCdata(data: string): string {
  const escaped = escapeText(data);
  return escapedTag.test(escaped) ? data : escaped;
}

function startTag(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute.toLowerCase()}="${value.replaceAll('"', '&quot;')}"`)
    .join('');
  return `<${name}${written}>`;
}

/** `xhtml:P` → `p` */
function localName(written: string): string {
  return written.slice(written.indexOf(':') + 1).toLowerCase();
}
