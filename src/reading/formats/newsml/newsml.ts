import type { Image } from '../../../model/article.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { versionNumber } from '../../release/record-release.ts';
import { newsmlReleaseFields, nitfReleaseFields } from '../../release/release-fields.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import type { Piece } from '../body-of.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { readFragment } from '../html/read-fragment.ts';
import { lineAt } from '../json/parse-json.ts';
import { nitfIn, readNitf } from '../nitf/read-nitf.ts';
import { textOf } from '../nitf/text-of.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import { elementHtml } from '../xml/element-html.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { newsmlEntities, newsmlSubjects } from './newsml-entities.ts';

/**
 * IPTC NewsML-G2: a news item, or a message of several, with the text inline as NITF, XHTML or plain text. Items
 * of other classes (pictures, packages, planning) are refused by their class.
 */
export const newsml: Format = {
  name: 'newsml',
  extensions: ['newsml'],
  release: { ...newsmlReleaseFields, ...nitfReleaseFields },
  recognise(head) {
    return /<(?:\w+:)?(?:newsItem|newsMessage)[\s>]/.test(head) &&
      /iptc\.org\/std\/nar\/|NewsML-G2/.test(head)
      ? 0.98
      : 0;
  },
  *read(document, settings) {
    const text = decodeMarkup(document.bytes);
    const root = parseXml(text, null);
    const reason = root === undefined ? 'no XML element found' : 'reason' in root ? root.reason : undefined;
    const items = root === undefined || 'reason' in root ? [] : descendantsOf(root, 'newsitem');
    if (items.length === 0) yield reject(document, null, reason ?? 'no <newsItem> found');
    for (const [ordinal, item] of items.entries())
      yield readItem(item, lineAt(text, item.offset), ordinal, document, settings);
  },
};

function readItem(
  item: XmlElement,
  line: number,
  ordinal: number,
  document: Document,
  settings: ReadingSettings,
): Reading {
  const itemMeta = child(item, 'itemmeta');
  const contentMeta = child(item, 'contentmeta');
  const of = (name: string): XmlElement[] => (contentMeta ? childrenOf(contentMeta, name) : []);
  const at = (parent: XmlElement | undefined, ...names: string[]): string | null =>
    parent ? childText(parent, ...names) : null;
  const kind = codeOf(itemMeta && child(itemMeta, 'itemclass'));
  if (kind !== null && kind !== 'text')
    return reject(document, line, `not a text article: NewsML-G2 item class "${kind}"`);

  const nitf = nitfIn(item);
  const inline = nitf ? readNitf(nitf) : undefined;
  const { pieces, images } = inline ?? readContent(item);
  const creators = of('creator').map((creator) => textOf(child(creator, 'name')));
  const byline = textOf(of('by')[0]) ?? inline?.byline ?? null;
  return composeDraft(
    {
      ...{
        format: 'newsml',
        path: document.path,
        line,
        ordinal,
        url: null,
        pieces,
        images,
        summaryOnly: false,
      },
      key: item.attributes.guid ?? null,
      headline: textOf(of('headline')[0]) ?? inline?.headline ?? null,
      standfirst:
        textOf(of('description').find(({ attributes }) => /summary|abstract/.test(attributes.role ?? ''))) ??
        inline?.standfirst ??
        null,
      bylines: (byline === null ? creators : [byline]).filter((name) => name !== null),
      published: [
        at(itemMeta, 'firstcreated'),
        at(contentMeta, 'contentcreated'),
        at(itemMeta, 'versioncreated'),
      ],
      updated: [at(contentMeta, 'contentmodified'), at(itemMeta, 'versioncreated')],
      language: of('language')[0]?.attributes.tag ?? item.language,
      keywords: [
        ...newsmlSubjects(contentMeta),
        ...of('keyword')
          .map(textOf)
          .filter((name) => name !== null),
      ],
      sections: inline?.sections ?? [],
      stated: [...newsmlEntities(contentMeta), ...(inline?.stated ?? [])],
      version: versionNumber(item.attributes.version),
      release: [...releaseOf(item), ...(inline?.release ?? [])],
    },
    settings,
  );
}

/** Returns what the metadata of an item state about its publication. */
function releaseOf(item: XmlElement): ReleaseField[] {
  const metas = childrenOf(item, 'itemmeta', 'contentmeta', 'rightsinfo');
  return Object.entries(newsmlReleaseFields).flatMap(([name, means]) =>
    metas
      .flatMap((meta) => childrenOf(meta, name.toLowerCase()))
      .map((element) => ({ name, means, value: codeOf(element) ?? element.text })),
  );
}

/** `ninat:text` → `text` */
function codeOf(element: XmlElement | undefined): string | null {
  const code = element?.attributes.qcode ?? element?.attributes.uri;
  return code === undefined ? null : (/[^:/]*$/.exec(code)?.[0] ?? null);
}

function readContent(item: XmlElement): { pieces: Piece[]; images: Image[] } {
  for (const inline of descendantsOf(item, 'inlinexml', 'inlinedata')) {
    const html = elementHtml(inline);
    if (html === null) continue;
    const isMarkup = inline.markup !== null || /html/.test(inline.attributes.contenttype ?? '');
    return isMarkup ? readFragment(html, inline.base) : { pieces: piecesOfText(html), images: [] };
  }
  return { pieces: [], images: [] };
}

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}
