import type { Image } from '../../model/image.ts';
import type { Piece } from './body-of.ts';
import { readFragment } from './html/read-fragment.ts';
import { withoutSignOff } from './standfirst-of.ts';
import { withoutShortcodes } from './wordpress-shortcodes.ts';

const blockTag = /<(?:p|div|li|h[1-6]|blockquote|br|table|pre|figure|ul|ol)[\s/>]/i;

/** Elements of HTML that begin a block where classic content has no paragraphs. */
const blocks =
  'p|div|ul|ol|li|h[1-6]|blockquote|figure|figcaption|table|tr|td|th|thead|tbody|pre|section|hr|iframe';
const alone = new RegExp(String.raw`^\s*</?(?:${blocks})\b`, 'i');

/** A paragraph or line that is nothing but an address is an embed (wordpress.org/documentation/article/embeds). */
const onlyAddress = /^\s*https?:\/\/\S+\s*$/i;

/**
 * Reads the content of a post of WordPress as its site shows it: shortcodes and the comments of blocks are no text, blank
 * lines of classic content are paragraphs, and an address that stands alone is an embed.
 */
export function readWordpressContent(
  content: string,
  base: string | null,
): { pieces: Piece[]; images: Image[] } {
  const isOfBlocks = content.includes('<!-- wp:');
  const plain = withoutBlocks(withoutShortcodes(isOfBlocks ? withFreeform(content) : content));
  const html = withoutSharing(isOfBlocks ? plain : withParagraphs(plain));
  const { pieces, images } = readFragment(html, base);
  const kept = pieces.flatMap((piece) => {
    const text = onlyAddress.test(piece.text) ? '' : withoutSignOff(piece.text);
    return text === '' ? [] : [{ kind: piece.kind, level: piece.level, text }];
  });
  return { pieces: kept, images };
}

/** Buttons and related posts that plug-ins add below the text. Nothing of the text follows them. */
const sharing =
  /<div\b[^>]{0,300}\b(?:class|id)=["'](?:[^"'>]{0,200}\s)?(?:sharedaddy|jp-relatedposts|addtoany_share_save_container|addtoany_content|yarpp|yarpp-related|wp-block-jetpack-related-posts|heateor_sss_sharing_container|crp_related|rp4wp-related-posts|ssba|essb_links|swp_social_panel|molongui-authorship)\b/i;

/** Removes the first of them and what follows, unless much does. */
function withoutSharing(html: string): string {
  const start = html.search(sharing);
  if (start < 0) return html;
  const rest = html.slice(start);
  return (rest.match(/<p\b/gi) ?? []).length > 2 ? html : html.slice(0, start);
}

/** Makes paragraphs of the blocks that have classic content. */
function withFreeform(content: string): string {
  const [first = '', ...parts] = content.split(/<!-- wp:(?:core\/)?freeform -->/);
  const made = parts.map((part) => {
    const end = part.indexOf('<!-- /wp:');
    return end < 0 ? part : withParagraphs(part.slice(0, end)) + part.slice(end);
  });
  return first + made.join('');
}

/** Blocks that show something else than the text of the post. */
const shownBlock =
  /^(?:embed|core-embed\/[\w-]+|latest-posts|latest-comments|query|navigation|social-links|search|button|buttons|jetpack\/[\w-]+|contact-form-7\/[\w-]+|gravityforms\/[\w-]+|newsletter[\w/-]*|yoast-seo\/related[\w-]*|file|loginout|archives|categories|tag-cloud|rss|calendar)$/;

/** Removes blocks that show other pages, and the comments that mark blocks. */
function withoutBlocks(html: string): string {
  let result = '';
  let end = 0;
  let shown: { name: string; end: number } | undefined;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', end)) {
    const close = html.indexOf('-->', start + 4);
    if (close < 0) break;
    const comment = html.slice(start + 4, close).trim();
    const [, slash, name] = /^(\/?)wp:([\w/-]+)/.exec(comment) ?? [];
    if (shown === undefined) result += html.slice(end, start);
    end = close + 3;
    if (shown === undefined && slash === '' && name && shownBlock.test(name) && !comment.endsWith('/'))
      shown = { name, end };
    else if (shown !== undefined && slash === '/' && name === shown.name) shown = undefined;
  }
  // A block that is never closed was none.
  return result + html.slice(shown?.end ?? end);
}

/** Makes the blank lines of classic content paragraphs, as `wpautop` of WordPress does. */
function withParagraphs(html: string): string {
  if (!/\n[^\S\n]*\n/.test(html))
    return blockTag.test(html) || !html.includes('\n') ? html : html.replace(/\n/g, '<br>');
  return html
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((part) => (alone.test(part) ? part : `<p>${part.replace(/\n/g, '<br>')}</p>`))
    .join('\n');
}
