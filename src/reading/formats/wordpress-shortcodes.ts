/** Shortcodes whose content is no text of the article: forms, players, addresses, code, and what others show. */
const shown =
  /^(?:gallery|embed|audio|video|playlist|youtube|vimeo|twitter|tweet|instagram|facebook|soundcloud|googlemaps?|map|ad|ads|adsense|advert|contact-form(?:-7)?|contact-field|gravityforms?|wpforms|formidable|ninja_form|mc4wp_form|mailpoet_form|newsletter|rev_slider|slider|ngg\w*|nggallery|foogallery|envira-gallery|related|related_posts?|recent_posts?|products?|add_to_cart|scribd|slideshare|spotify|iframe|poll|polldaddy|crowdsignal|jetpack\w*|social\w*|share|sc_embed_player|documentcloud|datawrapper|infogram|dailymotion|tiktok|getty|blip|hulu|ted|wufoo|archives|sitemap|toc|tablepress)$/i;

/** `[name]`, `[name attribute="x"]`, `[/name]`, `[name/]`. Brackets of prose have several words or no name. */
const tag = /\[(\/?)([a-z][\w-]{1,40})((?:\s+[^[\]<>\n]{0,2000})?)(\/?)\]/gi;

/** Attributes of a shortcode: `id="3"`, `url=x`, or `"x"` and `x` without a name. */
const attributes = /[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|&quot;.*?&quot;|[^\s"'\]]+)/g;

/**
 * Removes the shortcodes of WordPress (codex.wordpress.org/Shortcode_API): a caption becomes a figure, what shows something
 * else is dropped, of others the inner text stays. Brackets in prose stay: a word in brackets is a shortcode only if it has
 * attributes, is closed, or is known.
 */
// '[dropcap]T[/dropcap]he mayor [sic] left. [gallery ids="1,2"]' → 'The mayor [sic] left. '
export function withoutShortcodes(content: string): string {
  if (!content.includes('[')) return content;
  const text = content.replace(
    /\[(?:wp_)?caption\b([^[\]]{0,2000})\]((?:(?!\[(?:wp_)?caption\b)[\s\S]){0,20000}?)\[\/(?:wp_)?caption\]/gi,
    (_, settings: string, inner: string) => figure(settings, inner),
  );
  let hidden: string | null = null;
  let result = '';
  let end = 0;
  for (const { name, given, isEnd, isClosed, isKnownEnd, start, length } of tagsIn(text)) {
    // The content of what shows something else lasts to its end tag.
    if (hidden !== null) {
      if (isEnd && name === hidden) {
        hidden = null;
        end = start + length;
      }
      continue;
    }
    const isAlone = /(?:^|\n|>)[^\S\n]*$/.test(text.slice(Math.max(0, start - 50), start));
    if (isEnd ? !isKnownEnd : !isShortcode(name, given, isClosed, isAlone)) continue;
    result += text.slice(end, start);
    end = start + length;
    if (isClosed && shown.test(name)) hidden = name;
  }
  return result + text.slice(end);
}

interface Tag {
  /** In lower case. */
  name: string;
  /** Text after the name. */
  given: string;
  isEnd: boolean;
  /** True if its end tag follows before another of its name. */
  isClosed: boolean;
  /** True for an end tag that a start tag precedes. */
  isKnownEnd: boolean;
  start: number;
  length: number;
}

function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  const begun = new Set<string>();
  for (const match of text.matchAll(tag)) {
    const [all, slash = '', written = '', given = ''] = match;
    const name = written.toLowerCase();
    const isEnd = slash === '/';
    if (!isEnd) begun.add(name);
    const isKnownEnd = isEnd && begun.has(name);
    tags.push({ name, given, isEnd, isClosed: false, isKnownEnd, start: match.index, length: all.length });
  }
  const next = new Map<string, Tag>();
  for (const each of tags.toReversed()) {
    each.isClosed = !each.isEnd && next.get(each.name)?.isEnd === true && !each.given.trimEnd().endsWith('/');
    next.set(each.name, each);
  }
  return tags;
}

/** `isAlone` is true at the beginning of a line. */
function isShortcode(name: string, given: string, isClosed: boolean, isAlone: boolean): boolean {
  const words = given
    .replace(attributes, '')
    .replace(/\/\s*$/, '')
    .trim();
  const hasAttributes = given.trim() !== '' && words === '';
  if (isClosed) return true;
  if (shown.test(name))
    return hasAttributes || isAlone || /[_-]/.test(name) || /^["'\d]|^https?:/.test(words);
  return hasAttributes || (/[_-]/.test(name) && words === '' && isAlone);
}

/** Makes a figure of the content of a caption, which is an image and text, or has the text in an attribute. */
function figure(settings: string, inner: string): string {
  const stated = /\bcaption\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(settings);
  const image = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? '';
  const caption = stated?.[1] ?? stated?.[2] ?? inner.replace(image, '');
  return `\n\n<figure>${image}<figcaption>${caption.trim()}</figcaption></figure>\n\n`;
}
