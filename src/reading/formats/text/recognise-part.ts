import type { Image } from '../../../model/image.ts';
import { opensByline } from '../../fields/byline-prefix.ts';
import type { DateOrder } from '../../fields/date-order.ts';
import { type Byline, readByline } from '../../fields/read-byline.ts';
import { readCaption } from '../../fields/read-caption.ts';
import { readCredit } from '../../fields/read-credit.ts';
import { readDate } from '../../fields/read-date.ts';
import { type OpeningDateline, readDateline } from '../../fields/read-dateline.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import { wireRelease } from '../../release/wire-release.ts';
import { type DateLine, readDateLine } from './date-line.ts';
import { isFurniture, isRelatedHeading, readContact } from './furniture-line.ts';
import type { Paragraph } from './join-lines.ts';
import { isSlugLine, type Metadata, readCrumbs, readMetadata } from './metadata-line.ts';

/** What a paragraph is by its own words; the grammar decides by its place whether that holds. */
export type Part = Paragraph &
  (
    | { kind: 'metadata'; metadata: Metadata }
    | { kind: 'crumbs'; sections: string[] }
    | { kind: 'byline'; byline: Byline; dates: DateLine | undefined }
    | { kind: 'dates'; dates: DateLine }
    /** `sure` when nothing but a caption looks so; else the paragraph merely ends in a credit. */
    | { kind: 'caption'; image: Image; sure: boolean }
    | { kind: 'credit' | 'copyright'; credit: string | null }
    | { kind: 'contact'; addresses: string[] }
    | { kind: 'release'; release: ReleaseField }
    | { kind: 'furniture' | 'related' | 'slug' }
    | { kind: 'text'; dateline: OpeningDateline | undefined }
  );

export interface PartSettings {
  timeZone: string | null;
  order: DateOrder | undefined;
}

/** Captions run to a few sentences; what is longer is a paragraph that ends in a credit. */
const maxCaptionLength = 600;

/** Recognises what a paragraph is, trying the surest signs first. */
// "By Yonhap" → byline; "A flood. (AP Photo/Jane Doe)" → caption; "(Yonhap)" → credit; "The EU said …" → text
export function recognisePart(paragraph: Paragraph, settings: PartSettings): Part {
  const { text } = paragraph;
  const release = wireRelease(text);
  if (release) return { ...paragraph, kind: 'release', release };
  const dateline = readDateline(text);
  if (dateline) return { ...paragraph, kind: 'text', dateline };
  return (
    (text.length <= 300 ? recogniseLine(paragraph, settings) : undefined) ??
    recogniseCaption(paragraph) ?? { ...paragraph, kind: 'text', dateline: undefined }
  );
}

/** Whether a line is something by itself and no part of a wrapped paragraph. */
export function isOwnParagraph(text: string, settings: PartSettings): boolean {
  // "by Prime Minister Ek" goes on with the line before.
  const part =
    text.length <= 120 && !/^\p{Ll}/u.test(text)
      ? recogniseLine({ text, line: 0, indented: false }, settings)
      : undefined;
  return part !== undefined || /^\s*[[(]?(?:photo|caption|image|picture)\s?:/i.test(text);
}

function recogniseLine(paragraph: Paragraph, settings: PartSettings): Part | undefined {
  const { text } = paragraph;
  const release = wireRelease(text);
  if (release) return { ...paragraph, kind: 'release', release };
  const metadata = readMetadata(text);
  if (metadata) return { ...paragraph, kind: 'metadata', metadata };
  const dates = readDateLine(text, settings);
  if (dates) return { ...paragraph, kind: 'dates', dates };
  const byline = recogniseByline(paragraph, settings);
  if (byline) return byline;
  if (isRelatedHeading(text)) return { ...paragraph, kind: 'related' };
  if (isFurniture(text)) return { ...paragraph, kind: 'furniture' };
  const credit = readCredit(text);
  if (credit && credit.rest === '') return { ...paragraph, kind: credit.kind, credit: credit.credit };
  const addresses = readContact(text);
  if (addresses) return { ...paragraph, kind: 'contact', addresses };
  const sections = readCrumbs(text);
  if (sections) return { ...paragraph, kind: 'crumbs', sections };
  return isSlugLine(text) ? { ...paragraph, kind: 'slug' } : undefined;
}

/** `By Ann Lee`, `By Ann Lee | Nov. 3, 2024`; not `By Monday, the rain had stopped.` */
function recogniseByline(paragraph: Paragraph, settings: PartSettings): Part | undefined {
  const { text } = paragraph;
  const signed = recogniseSignedDate(paragraph, settings);
  if (signed) return signed;
  if (!opensByline(text) || (/^\W*\p{Ll}/u.test(text) && text.length > 60)) return undefined;
  const date = readDate(text, settings);
  const names = date
    ? text.slice(0, date.start).replace(/\b(?:published|posted|updated|on)\b\s*:?\s*$/i, '')
    : text;
  const byline = readByline(names);
  if (!byline || byline.authors.length === 0 || /[\p{Ll}\d][.!?]["”’]?$/u.test(byline.byline))
    return undefined;
  const dates =
    date && (readDateLine(text.slice(names.length), settings) ?? { published: date, updated: undefined });
  return { ...paragraph, kind: 'byline', byline, dates };
}

/** `Posted on November 26, 2024 by Jane Okafor` */
function recogniseSignedDate(paragraph: Paragraph, settings: PartSettings): Part | undefined {
  const { text } = paragraph;
  if (text.length > 160 || !/\d/.test(text)) return undefined;
  const start = /(?<=[\d.,|)–—-]\s+)(?:by|von|par|por|di|door|af|av)\s+\p{Lu}/iu.exec(text)?.index;
  if (start === undefined) return undefined;
  const dates = readDateLine(text.slice(0, start), settings);
  const byline = dates && readByline(text.slice(start));
  return byline ? { ...paragraph, kind: 'byline', byline, dates } : undefined;
}

function recogniseCaption(paragraph: Paragraph): Part | undefined {
  if (paragraph.text.length > maxCaptionLength * 2) return undefined;
  const read = readCaption(paragraph.text);
  if (!read?.mark || (read.caption ?? '').length > maxCaptionLength) return undefined;
  // "(left)" alone may stand in any sentence.
  if (read.mark === 'pictured' && paragraph.text.length > 300) return undefined;
  const image = { url: null, caption: read.caption, credit: read.credit };
  return { ...paragraph, kind: 'caption', image, sure: read.mark !== 'credit' };
}
