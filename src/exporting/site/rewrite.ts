import { type Place, staticAddress } from './static-address.ts';

/** An answer of the server with addresses that lead to files. Media types are without parameters. */
export function rewritten(body: Buffer, mediaType: string, place: Place): Buffer {
  if (mediaType === 'text/html') return Buffer.from(rewriteHtml(body.toString(), place));
  if (mediaType === 'application/json') return Buffer.from(rewriteJson(body.toString(), place));
  if (/^(text\/|application\/)/.test(mediaType) && !/javascript|css/.test(mediaType)) {
    return Buffer.from(rewriteText(body.toString(), place));
  }
  return body;
}

/** Members of answers that hold addresses by name: those of what only a server answers become null. */
function rewriteJson(text: string, place: Place): string {
  const links = (value: unknown): unknown => {
    if (typeof value === 'string') return staticAddress(value, place)?.href ?? null;
    return value;
  };
  const value = JSON.parse(text, (name, member) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    if (name === 'links') {
      return Object.fromEntries(Object.entries(member).map(([relation, link]) => [relation, links(link)]));
    }
    // Cursors lead nowhere without a server, and a client that sends one would read the first page for ever.
    if (name === 'page' && 'next' in member && 'prev' in member) return { ...member, next: null, prev: null };
    return member;
  });
  return JSON.stringify(value);
}

/** Links of a page: what only a server answers is no link any more, and the form that searches goes. */
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

/** Absolute addresses in feeds and other texts: those with a query are pages of lists, all others stay as they are. */
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
