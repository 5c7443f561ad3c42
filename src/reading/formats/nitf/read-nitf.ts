import type { Image } from '../../../model/article.ts';
import type { StatedEntity } from '../../../model/draft.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import { versionNumber } from '../../release/record-release.ts';
import { nitfReleaseFields } from '../../release/release-fields.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import { topicOfCode } from '../../topics/topic-codes.ts';
import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { elementHtml } from '../xml/element-html.ts';
import { child, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { nitfEntities } from './nitf-entities.ts';
import { textOf } from './text-of.ts';

/** What a NITF document says. Absent is null or empty; dates are as printed. */
export interface NitfArticle {
  id: string | null;
  headline: string | null;
  standfirst: string | null;
  byline: string | null;
  published: (string | null)[];
  keywords: string[];
  sections: string[];
  stated: StatedEntity[];
  /** Fields about its publication. */
  release: ReleaseField[];
  version: number | null;
  language: string | null;
  pieces: Piece[];
  images: Image[];
}

/**
 * The article of an `<nitf>` element (IPTC News Industry Text Format 3, the forms that IPTC's examples and AP's
 * copy show): headlines, byline and abstract of `body.head`, the blocks and media of `body.content`.
 */
export function readNitf(nitf: XmlElement): NitfArticle {
  const head = descendantsOf(nitf, 'body.head')[0];
  const content = descendantsOf(nitf, 'body.content')[0];
  const inHead = (name: string): string | null => (head ? textOf(descendantsOf(head, name)[0]) : null);
  const norms = ['date.release', 'date.issue', 'story.date', 'pubdata'].flatMap((name) =>
    descendantsOf(nitf, name).map(
      ({ attributes }) => attributes.norm ?? attributes['date.publication'] ?? null,
    ),
  );
  const { pieces, images } = readFragment(htmlOf(elementHtml(content) ?? ''), content?.base ?? null);
  return {
    id: descendantsOf(nitf, 'doc-id')[0]?.attributes['id-string'] ?? null,
    headline: inHead('hl1') ?? textOf(descendantsOf(nitf, 'title')[0]),
    standfirst: inHead('abstract') ?? inHead('hl2'),
    byline: head ? bylineOf(descendantsOf(head, 'byline')[0]) : null,
    published: norms,
    keywords: [
      ...descendantsOf(nitf, 'keyword').map(({ attributes, text }) => attributes.key ?? text),
      ...descendantsOf(nitf, 'tobject.subject').flatMap(
        ({ attributes }) => topicOfCode(attributes['tobject.subject.refnum'] ?? '')?.name ?? [],
      ),
    ],
    sections: sectionsOf(nitf),
    stated: nitfEntities(nitf),
    release: releaseOf(nitf),
    version: versionNumber(descendantsOf(nitf, 'du-key')[0]?.attributes.version),
    language: nitf.language,
    pieces,
    images,
  };
}

/** Returns what `docdata` states about the publication. */
function releaseOf(nitf: XmlElement): ReleaseField[] {
  return Object.entries(nitfReleaseFields).flatMap(([name, means]) =>
    descendantsOf(nitf, 'docdata').flatMap((docdata) => {
      const status = docdata.attributes[name];
      const dates = descendantsOf(docdata, name).map(({ attributes, text }) => attributes.norm || text);
      return [...(status === undefined ? [] : [status]), ...dates].map((value) => ({ name, means, value }));
    }),
  );
}

/** Returns the sections of `pubdata`, and those of the metadata of The New York Times. */
function sectionsOf(nitf: XmlElement): string[] {
  const printed = descendantsOf(nitf, 'pubdata').map(
    ({ attributes }) => attributes['position.section'] ?? '',
  );
  const online = descendantsOf(nitf, 'meta')
    .filter(({ attributes }) => attributes.name === 'online_sections')
    .flatMap(({ attributes }) => splitKeywords(attributes.content ?? '', ';'));
  return [...printed, ...online];
}

/** `By <person>Ann Lee</person><byttl>Staff Reporter</byttl>` → `By Ann Lee, Staff Reporter` */
function bylineOf(byline: XmlElement | undefined): string | null {
  const html = elementHtml(byline)?.replace(/,?\s*<byttl\b/gi, ', <byttl');
  return html === undefined ? null : textOfHtml(html) || null;
}

/** The first `<nitf>` in a tree. */
export function nitfIn(root: XmlElement): XmlElement | undefined {
  return root.name === 'nitf' && child(root, 'body') ? root : descendantsOf(root, 'nitf')[0];
}

/** NITF's own elements in those of HTML; its paragraphs, lists, quotes and tables are called as there. */
function htmlOf(nitf: string): string {
  return nitf
    .replace(/<(\/?)hl([12])\b/gi, '<$1h$2')
    .replace(/<(\/?)block\b/gi, '<$1div')
    .replace(/<(\/?)bq\b/gi, '<$1blockquote')
    .replace(/<media-reference\b([^>]*)\bsource=/gi, '<img $1 src=')
    .replace(/<(\/?)media-caption\b/gi, '<$1figcaption')
    .replace(
      /<media-producer\b[^>]*>([\s\S]*?)<\/media-producer>/gi,
      '<figcaption><span class="credit">$1</span></figcaption>',
    )
    .replace(/<(\/?)media\b(?!-)/gi, '<$1figure');
}
