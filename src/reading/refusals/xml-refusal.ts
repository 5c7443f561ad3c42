import { formats } from '../formats/formats.ts';

/** Roots of XML that has no articles, with what it is. */
const roots: Record<string, string> = {
  svg: 'a drawing (SVG), not articles',
  stylesheet: 'a stylesheet (XSLT), not articles',
  transform: 'a stylesheet (XSLT), not articles',
  schema: 'an XML schema, not articles',
  opml: 'a list of feeds (OPML); import the feeds that it lists',
  plist: 'a property list of Apple, not articles',
  'sports-content': 'sports results (SportsML), which are not read; import the reports of the matches',
  'sports-content-codes': 'codes of SportsML, not articles',
  sitemapindex: 'a list of sitemaps; import the news sitemaps that it lists',
  project: 'a file of software (Maven or an editor), not articles',
  manifest: 'a manifest of software, not articles',
  groupset: 'a part of a NewsML-G2 item; import the whole item',
  contentmeta: 'a part of a NewsML-G2 item; import the whole item',
  kml: 'a map (KML), not articles',
  gpx: 'tracks (GPX), not articles',
  tt: 'subtitles (TTML); save them as text',
  xliff: 'a translation (XLIFF); export the texts as HTML',
  workbook: 'an Excel workbook as XML; export the sheet as CSV',
  worddocument: 'a Word document as XML; save it as .docx or HTML',
  package: 'a document of Office as XML, or the index of a book; save it as .docx or HTML',
  mets: 'a scanned document (METS); convert its text to HTML first',
  alto: 'a scanned page (ALTO); convert its text to HTML first',
  tei: 'a TEI document; convert it to HTML first',
  mediawiki: 'a dump of a wiki; convert its pages to HTML first',
  error: 'the message of an error, not articles',
};

/** Elements that begin a piece of HTML. */
const htmlElements =
  /^(?:!doctype|html|head|body|meta|title|link|script|style|base|main|article|section|header|footer|nav|aside|div|p|h[1-6]|span|a|b|i|em|strong|ul|ol|dl|table|figure|img|blockquote|center|font|hr|br|form|iframe|pre|noscript|picture|video|audio|template|small|u|s|sup|sub|time|code|address|button|label)$/i;

/**
 * Returns what an XML document is that no format reads; undefined for others. It is XML with or without a declaration.
 */
// <?xml version="1.0"?><rbnews>… → "XML with the root <rbnews>, which is not a known format; …"
export function xmlRefusal(head: string): string | undefined {
  const start = withoutProlog(head);
  // `<ITT CANADA LTD> YEAR NET` begins wire copy.
  const root =
    /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/.exec(start);
  const [tag, prefix = '', name = ''] = root ?? [];
  if (tag === undefined || htmlElements.test(prefix + name)) return undefined;
  const isXml = start !== head.trimStart() || /\sxmlns\b/.test(tag) || /<\/[\w:.-]+\s*>|\/>/.test(start);
  if (!isXml || isRead(head)) return undefined;
  const known = roots[name.toLowerCase()];
  // Feeds without a root of their own.
  if (known === undefined && /<item[\s>]/.test(start)) return undefined;
  const written = `${prefix}${name}`.toLowerCase().slice(0, 60);
  return (
    known ??
    `XML with the root <${written}>, which is not a known format; convert it to NITF, NewsML-G2, RSS or HTML`
  );
}

/** True if a format other than HTML, which finds its elements anywhere, recognises the document. */
function isRead(head: string): boolean {
  return formats.some(({ name, recognise }) => name !== 'html' && recognise(head, '') >= 0.5);
}

/** Returns a document without what may precede its root: declaration, comments, instructions, and document type. */
function withoutProlog(head: string): string {
  const prolog = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/iy;
  let end = 0;
  while (prolog.test(head)) end = prolog.lastIndex;
  const rest = head.slice(end);
  return rest.trimStart();
}
