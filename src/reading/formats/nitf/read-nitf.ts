import type { Dateline } from '../../../model/article.ts';
import type { StatedEntity } from '../../../model/draft.ts';
import type { Image } from '../../../model/image.ts';
import type { Rights } from '../../../model/rights.ts';
import { versionNumber } from '../../release/record-release.ts';
import { nitfReleaseFields } from '../../release/release-fields.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import type { Piece } from '../body-of.ts';
import { namedBylines } from '../named-bylines.ts';
import { withoutHeader } from '../newsml/without-header.ts';
import { ownStandfirst } from '../own-standfirst.ts';
import { statedDateline } from '../stated-dateline.ts';
import { withoutInitials } from '../without-initials.ts';
import { unusedElements } from '../xml/unused-elements.ts';
import { childrenOf, descendantsOf, outermostOf, type XmlElement } from '../xml/xml-element.ts';
import { nitfEndPieces, nitfPieces } from './nitf-content.ts';
import { nitfEntities } from './nitf-entities.ts';
import { nitfImages } from './nitf-media.ts';
import {
  attributesOf,
  nitfDateline,
  nitfEditorsNote,
  nitfKeywords,
  nitfLocation,
  nitfRights,
  nitfSections,
  nitfSubjects,
} from './nitf-metadata.ts';
import { lineOf, textOf } from './text-of.ts';

/** What a NITF document says. Absent is null or empty; dates are as printed. */
export interface NitfArticle {
  id: string | null;
  headline: string | null;
  standfirst: string | null;
  bylines: string[];
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
  dateline: Dateline | null;
  credit: string | null;
  rights: Rights;
  urgency: number | null;
  slugline: string | null;
  editorsNote: string | null;
  location: string | null;
  unused: string[];
}

/** Marks that wires put before an urgent headline: `>>>ANSA/`, `*`. */
const mark = /^(?:>{2,}|\*+)\s*(?:[A-Z]{2,6}\/)?\s*/;

/** Elements whose content the reader uses. */
const used = new Set([
  ...['docdata', 'doc-id', 'date.issue', 'date.release', 'date.expire', 'ed-msg', 'correction', 'urgency'],
  ...['du-key', 'doc.copyright', 'doc.rights', 'key-list', 'keyword', 'evloc', 'series', 'tobject.subject'],
  ...['title', 'body', 'body.head', 'head', 'tobject', 'note', 'pubdata'],
]);

/** Elements that the reader uses with all that is in them. */
const whole = new Set([
  ...['body.content', 'hedline', 'abstract', 'byline', 'dateline', 'distributor', 'rights', 'copyrite'],
  ...['tagline', 'bibliography', 'identified-content', 'note'],
]);

/**
 * The article of an `<nitf>` element (IPTC News Industry Text Format, 2 and 3): headlines, byline, dateline and abstract
 * of `body.head`, the blocks and media of `body.content`, the tagline of `body.end`, and the metadata of `docdata`.
 */
export function readNitf(nitf: XmlElement): NitfArticle {
  const head = descendantsOf(nitf, 'body.head')[0];
  const inHead = (name: string): string | null =>
    head ? (descendantsOf(head, name).map(textOf).find(Boolean) ?? null) : null;
  const norms = ['date.release', 'date.issue', 'story.date', 'pubdata'].flatMap((name) =>
    descendantsOf(nitf, name).map(
      ({ attributes, text }) => attributes.norm ?? attributes['date.publication'] ?? (text.trim() || null),
    ),
  );
  const end = nitfEndPieces(nitf);
  const bylines = namedBylines(descendantsOf(nitf, 'byline').map(lineOf));
  const signed = end.tagline.length === 1 ? namedBylines([end.tagline[0]?.text ?? null]) : [];
  const isSigned = signed.length > 0 && bylines.length === 0 && (end.tagline[0]?.text.length ?? 0) < 60;
  const headline = inHead('hl1') ?? inHead('hedline') ?? textOf(descendantsOf(nitf, 'title')[0]);
  const key = attributesOf(nitf, 'du-key', 'key')[0] ?? null;
  const content = withoutInitials(withoutHeader(nitfPieces(nitf), [headline, key, ...bylines], new Set()));
  const { place, date } = nitfDateline(head);
  const keywords = nitfKeywords(nitf);
  const subhead = inHead('hl2');
  const urgency = Number(attributesOf(nitf, 'urgency', 'ed-urg')[0] ?? Number.NaN);
  const abstract = inHead('abstract');
  return {
    id: attributesOf(nitf, 'doc-id', 'id-string')[0] ?? null,
    headline: headline?.replace(mark, '') ?? null,
    standfirst: ownStandfirst(
      abstract ?? (subhead !== null && keywords.includes(subhead) ? null : subhead),
      content,
    ),
    bylines: isSigned ? signed : bylines,
    published: norms,
    keywords,
    sections: nitfSections(nitf),
    stated: [...nitfEntities(nitf), ...nitfSubjects(nitf)],
    release: releaseOf(nitf),
    version: versionNumber(descendantsOf(nitf, 'du-key')[0]?.attributes.version),
    language: nitf.language ?? nitf.attributes.baselang ?? null,
    pieces: [...content, ...(isSigned ? [] : end.tagline), ...end.bibliography],
    images: nitfImages(nitf),
    dateline: statedDateline(place, date, content[0]?.text ?? '') ?? null,
    credit: head ? (childrenOf(head, 'distributor').map(lineOf).find(Boolean) ?? null) : null,
    rights: nitfRights(nitf),
    urgency: Number.isInteger(urgency) ? urgency : null,
    slugline: key ?? metaOf(nitf, /^(?:slug(?:line)?|anpa-keyword)$/i),
    editorsNote: nitfEditorsNote(nitf),
    location: nitfLocation(nitf),
    unused: [
      ...unusedElements(nitf, used, whole).filter((name) => name !== 'meta'),
      ...(abstract !== null && subhead !== null && abstract !== subhead ? ['hl2'] : []),
      ...metaNames(nitf),
    ],
  };
}

/** A template that was not filled in: `YYYYMMDD000000-HHMM`. */
const placeholder = /^[YMDHST0:+\s-]*YY[YMDHST0:+\s-]*$/i;

/** Returns what `docdata` states about the publication. */
function releaseOf(nitf: XmlElement): ReleaseField[] {
  return Object.entries(nitfReleaseFields).flatMap(([name, means]) =>
    descendantsOf(nitf, 'docdata').flatMap((docdata) => {
      const status = docdata.attributes[name];
      const dates = descendantsOf(docdata, name).map(({ attributes, text }) => attributes.norm || text);
      return [
        ...(status === undefined ? [] : [status]),
        ...dates.filter((date) => date.length > 40 || !placeholder.test(date)),
      ].map((value) => ({ name, means, value }));
    }),
  );
}

function metaOf(nitf: XmlElement, name: RegExp): string | null {
  const found = descendantsOf(nitf, 'meta').find(
    ({ attributes }) => name.test(attributes.name ?? '') && attributes.content?.trim(),
  );
  return found?.attributes.content?.trim() ?? null;
}

/** Returns the names of `meta` elements with content, as fields that the reader does not use. */
function metaNames(nitf: XmlElement): string[] {
  const names = descendantsOf(nitf, 'meta')
    .filter(({ attributes }) => attributes.name && attributes.content?.trim())
    .map(({ attributes }) => attributes.name ?? '')
    .filter((name) => !/^(?:slug(?:line)?|anpa-keyword|online_sections)$/i.test(name));
  return [...new Set(names)].slice(0, 40).map((name) => `meta ${name}`);
}

/** Returns the `<nitf>` elements of a tree. */
export function nitfElements(root: XmlElement): XmlElement[] {
  return outermostOf(root, 'nitf').filter((element) => element.children.length > 0);
}
