import type { Author, Dateline, Warning } from '../../model/article.ts';
import type { Draft, StatedEntity, WithdrawalNotice } from '../../model/draft.ts';
import type { Image } from '../../model/image.ts';
import { type ReleaseStatement, withdrawingStatement } from '../../model/release.ts';
import type { Rights } from '../../model/rights.ts';
import { sourceSlug } from '../../model/source-slug.ts';
import { isOrganization } from '../fields/agency-names.ts';
import { withoutPrefix } from '../fields/byline-prefix.ts';
import { type DateOrder, dateOrderOf } from '../fields/date-order.ts';
import { detectLanguage } from '../fields/detect-language.ts';
import { withGivenNameFirst } from '../fields/inverted-name.ts';
import { readByline } from '../fields/read-byline.ts';
import { readCaption } from '../fields/read-caption.ts';
import { readCredit } from '../fields/read-credit.ts';
import { readDateline } from '../fields/read-dateline.ts';
import { readSections } from '../fields/read-sections.ts';
import type { Reading, ReadingSettings } from '../reader.ts';
import { type ReleaseField, releaseStatements } from '../release/release-statements.ts';
import { printedEmbargoes } from '../release/wire-release.ts';
import { namesOfCodes } from '../topics/topic-codes.ts';
import { bodyOf, type Piece } from './body-of.ts';
import { draftDates } from './draft-dates.ts';
import { languageTag } from './language-tag.ts';

/** Fields of an article in a structured document, as written. Missing ones are null or empty. */
export interface ArticleFields {
  format: string;
  path: string;
  line: number | null;
  /** What identifies the article at its source; without it, the path and ordinal do. */
  key: string | null;
  /** Which article of the file it is, from 0. */
  ordinal: number;
  url: string | null;
  /** Name of the outlet, where the document says it; what the import says goes before. */
  source?: string | null;
  headline: string | null;
  standfirst: string | null;
  /** Bylines or names of authors. */
  bylines: string[];
  /** Authors whose name and address stand apart. */
  authors?: { name: string; email: string | null }[];
  published: (string | null)[];
  updated: (string | null)[];
  /** Order of numeric dates, if the document shows it. Default: that of the language. */
  dateOrder?: DateOrder;
  /** Order of numeric dates in a language that has none, if other records show it. */
  likelyDateOrder?: DateOrder;
  language: string | null;
  keywords: string[];
  /** Sections. Those that are keywords, too, are in both lists. */
  sections?: string[];
  /** Entities that the source states. */
  stated?: StatedEntity[];
  images: Image[];
  pieces: Piece[];
  /** True where the source gives no more than a summary; then, and only then, the text may be empty. */
  summaryOnly: boolean;
  credit?: string | null;
  /** Dateline that a field states. Default: that of the first paragraph. */
  dateline?: Dateline | null;
  crawledAt?: string | null;
  rights?: Rights | null;
  /** From 1 (highest) to 9. */
  urgency?: number | null;
  slugline?: string | null;
  editorsNote?: string | null;
  location?: string | null;
  /** Names of fields of the document that its reader does not use. */
  unused?: string[];
  /** Fields about its publication. */
  release?: ReleaseField[];
  /** Version number that the source states. */
  version?: number | null;
  warnings?: Warning[];
}

/** The longest headline that is made of the text of an article without one. */
const maxHeadlineLength = 80;

/**
 * The draft of what a structured document says; a reject where it says neither headline nor text, or a headline
 * without any text though it is not marked as a summary.
 */
export function composeDraft(fields: ArticleFields, settings: ReadingSettings): Reading {
  const { pieces, credit } = withoutCredit(fields.pieces);
  const body = bodyOf(pieces);
  const warnings = [...(fields.warnings ?? [])];
  const headline =
    fields.headline?.replace(/\s+/g, ' ').trim() ||
    headlineFromText(readDateline(body.text)?.rest ?? body.text);
  const language =
    languageTag(fields.language) ?? languageTag(settings.language) ?? detectLanguage(body.text);
  const order = fields.dateOrder ?? dateOrderOf(language) ?? fields.likelyDateOrder;
  const printed = printedEmbargoes(linesBeforeText(fields));
  const isStated = fields.release?.some(({ means }) => means === 'embargo') === true;
  const release = releaseStatements([...(fields.release ?? []), ...(isStated ? [] : printed)], {
    timeZone: settings.timeZone,
    order,
  });
  const sourceKey = fields.key ?? fields.url ?? `${fields.path}#${fields.ordinal}`;
  const origin = { path: fields.path, line: fields.line, format: fields.format };
  const source =
    settings.source ?? (fields.source ? { slug: sourceSlug(fields.source), name: fields.source } : null);
  const dates = draftDates(fields.published, fields.updated, settings.timeZone, order);
  const version = fields.version ?? null;
  const isText = headline !== '' && (body.text !== '' || fields.summaryOnly);
  if (!isText) {
    const updatedAt = dates.modifiedAt;
    const withdrawal = withdrawalNotice(release, { sourceKey, source, origin, version, updatedAt });
    if (withdrawal) return withdrawal;
  }
  if (headline === '') return reject(fields, 'neither headline nor text found');
  if (!isText) return reject(fields, 'headline without text');
  if (!fields.headline?.trim()) {
    warnings.push({
      code: 'headline-missing',
      message: 'No headline; used the beginning of the text.',
    });
  }
  const opening = readDateline(pieces[0]?.text ?? '');
  const { byline, authors } = readAuthors(fields, opening?.byline);
  const dateline = fields.dateline ?? opening?.dateline ?? null;
  const standfirst = fields.standfirst?.replace(/\s+/g, ' ').trim() || null;
  const draft: Draft = {
    sourceKey,
    origin,
    url: fields.url,
    source,
    headline,
    standfirst: standfirst === headline || body.text.startsWith(standfirst ?? '\0') ? null : standfirst,
    byline,
    authors,
    dateline,
    credit: fields.credit ?? credit,
    language,
    publishedAt: dates.publishedAt,
    publication: dates.publication,
    updatedAt: dates.updatedAt,
    ...(version !== null && { version }),
    ...(dates.modifiedAt !== null && { modifiedAt: dates.modifiedAt }),
    ...(release.length > 0 && { release }),
    crawledAt: fields.crawledAt ?? null,
    images: fields.images.map(withCredit),
    keywords: namesOfCodes(fields.keywords),
    sections: readSections(fields.sections ?? []),
    ...(fields.stated && fields.stated.length > 0 ? { stated: fields.stated } : {}),
    ...statedFields(fields, dateline),
    body,
    summaryOnly: fields.summaryOnly,
    warnings: [...warnings, ...dates.warnings],
  };
  return { kind: 'draft', draft };
}

/** Maximum number of blocks of the text before which an embargo may stand. */
const blocksBeforeText = 3;

/** Returns the lines of the note to editors and of the first blocks. */
function linesBeforeText({ editorsNote, pieces }: ArticleFields): string[] {
  const blocks = pieces.slice(0, blocksBeforeText).map(({ text }) => text);
  return [editorsNote ?? '', ...blocks].flatMap((block) => block.split('\n', 10));
}

/** Returns the fields that a draft has only if the source states them. The dateline is no location apart from it. */
function statedFields(fields: ArticleFields, dateline: Dateline | null) {
  const { rights, urgency, slugline, editorsNote, unused } = fields;
  const isDateline = fields.location?.toLowerCase() === dateline?.place?.toLowerCase();
  const location = isDateline ? null : fields.location;
  const isUrgency = typeof urgency === 'number' && Number.isInteger(urgency) && urgency > 0 && urgency < 10;
  return {
    ...(rights && Object.values(rights).some((value) => value !== null) && { rights }),
    ...(isUrgency && { urgency }),
    ...(slugline && { slugline }),
    ...(editorsNote && { editorsNote }),
    ...(location && { location }),
    ...(unused && unused.length > 0 && { unused }),
  };
}

/** Returns a notice if a document without text takes an article back. */
function withdrawalNotice(
  release: readonly ReleaseStatement[],
  document: Pick<WithdrawalNotice, 'sourceKey' | 'source' | 'origin' | 'version' | 'updatedAt'>,
): WithdrawalNotice | undefined {
  const statement = withdrawingStatement(release);
  if (!statement) return undefined;
  const { field, value } = statement;
  return { kind: 'withdrawal', ...document, field, value, note: null };
}

/** The credit of a wire at the end of the text belongs to the article, not to its last sentence. */
function withoutCredit(pieces: Piece[]): { pieces: Piece[]; credit: string | null } {
  const last = pieces.at(-1);
  const found = last && readCredit(last.text);
  if (!found || (found.rest === '' && pieces.length === 1)) return { pieces, credit: null };
  const rest = { ...last, text: found.rest.trim() };
  return { pieces: [...pieces.slice(0, -1), rest], credit: found.credit };
}

function withCredit(image: Image): Image {
  if (image.caption === null || image.credit !== null) return image;
  const read = readCaption(image.caption);
  return read ? { ...image, caption: read.caption || null, credit: read.credit } : image;
}

function reject(fields: ArticleFields, reason: string): Reading {
  return { kind: 'reject', reject: { path: fields.path, line: fields.line, reason } };
}

/** The first sentence, or as many whole words of it as fit. */
function headlineFromText(text: string): string {
  const sentence = /^.*?[.!?。！？](?=\s|$)|^.*/u.exec(text)?.[0].trim() ?? '';
  if (sentence.length <= maxHeadlineLength) return sentence;
  return `${sentence.slice(0, maxHeadlineLength).replace(/\s+\S*$/, '')} …`;
}

/** Reads bylines and authors; without them, the reporters that the dateline names. */
function readAuthors(fields: ArticleFields, inDateline = ''): { byline: string | null; authors: Author[] } {
  const printed: string[] = [];
  const authors: Author[] = [];
  const whole = (name: string): Author => ({
    name,
    kind: isOrganization(name) ? 'agency' : 'person',
    role: null,
    email: null,
  });
  const read = (given: string): Author[] => {
    const text = withGivenNameFirst(given.replace(/\s+/g, ' ').trim());
    if (text === '') return [];
    const known = readByline(text);
    const name = known?.byline ?? (withoutPrefix(text) || text);
    printed.push(name);
    return known?.authors ?? [whole(name)];
  };
  const isUnsigned = fields.bylines.length === 0 && (fields.authors ?? []).length === 0;
  for (const line of isUnsigned ? [inDateline] : fields.bylines) authors.push(...read(line));
  for (const { name, email } of fields.authors ?? []) {
    authors.push(
      ...read(name).map((author, index) =>
        index === 0 ? { ...author, email: author.email ?? email } : author,
      ),
    );
  }
  return { byline: printed.length > 0 ? printed.join(', ') : null, authors };
}
