/**
 * The customary prefixes of the namespaces that feeds use, so that `<x:creator>` and `<dc:creator>` are one
 * name. RSS 1.0 and its forerunners have none: their elements are those of RSS 2.0. Nor have those of IPTC.
 */
const prefixes: Record<string, string> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://backend.userland.com/rss191': '',
  'http://backend.userland.com/blogchannelmodule': 'blogchannel',
  'http://cyber.law.harvard.edu/rss/rss.html': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://base.google.com/ns/1.0': 'g',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://wordpress.org/export/1.0/excerpt/': 'excerpt',
  'http://wordpress.org/export/1.1/excerpt/': 'excerpt',
  'http://wordpress.org/export/1.2/excerpt/': 'excerpt',
  'http://wordpress.org/export/1.0/': 'wp',
  'http://wordpress.org/export/1.1/': 'wp',
  'http://wordpress.org/export/1.2/': 'wp',
  'http://purl.org/atompub/tombstones/1.0': 'at',
  'http://www.w3.org/2007/app': 'app',
  'http://purl.org/atom/app#': 'app',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/xml/1998/namespace': 'xml',
  'http://iptc.org/std/nar/2006-10-01/': '',
  'http://iptc.org/std/newsml/2003-10-10/': '',
  'http://iptc.org/std/nitf/2006-10-18/': '',
};

/** `qualifiedName('Foo:Creator', new Map([['foo', ['http://purl.org/dc/elements/1.1/']]]))` → `'dc:creator'` */
export function qualifiedName(written: string, namespaces: ReadonlyMap<string, readonly string[]>): string {
  const lower = written.toLowerCase();
  const colon = lower.indexOf(':');
  const local = lower.slice(colon + 1);
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const address = namespaces.get(prefix)?.at(-1)?.toLowerCase();
  const customary =
    address === undefined ? undefined : (prefixes[address] ?? prefixes[address.replace(/[#/]+$/, '')]);
  const final = customary ?? prefix;
  return final === '' ? local : `${final}:${local}`;
}
