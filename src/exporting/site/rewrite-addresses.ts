import { type Place, staticAddress } from './static-address.ts';

/** Rewrites the addresses in a response so that they lead to files. `mediaType` has no parameters. */
export function rewriteAddresses(body: Buffer, mediaType: string, place: Place): Buffer {
  if (mediaType === 'text/html') return Buffer.from(rewriteHtml(body.toString(), place));
  if (mediaType === 'application/json') return Buffer.from(rewriteJson(body.toString(), place));
  if (/^(text\/|application\/)/.test(mediaType) && !/javascript|css/.test(mediaType)) {
    return Buffer.from(rewriteText(body.toString(), place));
  }
  return body;
}

/** Rewrites the addresses in `links`. An address that needs a server becomes null. */
function rewriteJson(text: string, place: Place): string {
  const rewritten = (link: unknown): unknown =>
    typeof link === 'string' ? (staticAddress(link, place)?.href ?? null) : link;
  const value = JSON.parse(text, (name, member) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    if (name === 'links') {
      return Object.fromEntries(
        Object.entries(member).map(([relation, link]) => [relation, rewritten(link)]),
      );
    }
    // A file server ignores cursors, so a client that sends one would read the first page for ever.
    if (name === 'page' && 'next' in member && 'prev' in member) return { ...member, next: null, prev: null };
    return member;
  });
  return JSON.stringify(value);
}

/** Rewrites the links of a page. Removes links that need a server, the search form, and the script. */
function rewriteHtml(html: string, place: Place): string {
  const { origin } = place;
  return html
    .replace(/<form\b[^>]*action="\/search"[\s\S]*?<\/form>/g, '')
    .replace(/<script\b[^>]*\btype="module"[^>]*\bsrc="\/assets\/[^>]*><\/script>/g, '')
    .replace(/<(\w+)((?:\s[^>]*?)?)\s(href|src)="([^"]*)"/g, (whole, tag, before, attribute, written) => {
      const address = written.replaceAll('&amp;', '&');
      const path = address.startsWith(`${origin}/oembed`) ? address.slice(origin.length) : address;
      if (!path.startsWith('/')) return whole;
      const found = staticAddress(path, place);
      if (found) return `<${tag}${before} ${attribute}="${found.href.replaceAll('&', '&amp;')}"`;
      return tag === 'link' ? `<link${before} data-gone` : `<${tag}${before}`;
    })
    .replace(/<link\b[^>]*\sdata-gone[^>]*>/g, '');
}

/** Rewrites absolute addresses in feeds and other texts. Only addresses with a query change: pages of lists. */
function rewriteText(text: string, place: Place): string {
  const { origin } = place;
  const before = origin.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const addresses = new RegExp(`${before}/[^\\s"'<>)\\]\\\\]*\\?[^\\s"'<>)\\]\\\\]*`, 'g');
  return text.replace(addresses, (written) => {
    const path = written.slice(origin.length).replaceAll('&amp;', '&');
    const found = staticAddress(path, relative(place));
    return found ? origin + found.href : written;
  });
}

function relative(place: Place): Place {
  const without = (address: string | undefined) =>
    address?.startsWith(place.origin) ? address.slice(place.origin.length) : address;
  const { self, next, previous } = place;
  return { ...place, self: without(self) ?? self, next: without(next), previous: without(previous) };
}
