import type { Image } from '../../../model/article.ts';
import { isAgency } from '../../fields/agency-names.ts';
import type { Byline } from '../../fields/read-byline.ts';
import { readByline } from '../../fields/read-byline.ts';
import { readCredit } from '../../fields/read-credit.ts';
import { type PrintedDate, readDate } from '../../fields/read-date.ts';
import type { OpeningDateline } from '../../fields/read-dateline.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import type { DateLine } from './date-line.ts';
import type { Metadata } from './metadata-line.ts';
import { readOpeningDay } from './opening-day.ts';
import type { Part, PartSettings } from './recognise-part.ts';
import { canBeHeadline, endsSentence } from './sentence.ts';

/** What the parts of one article say together. */
export interface ArticleParts {
  line: number;
  headline: string | null;
  standfirst: string | null;
  bylines: Byline[];
  dateline: OpeningDateline['dateline'] | null;
  published: PrintedDate | undefined;
  updated: PrintedDate | undefined;
  crawledAt: string | null;
  url: string | null;
  language: string | null;
  keywords: string[];
  /** Sections among the keywords. */
  sections: string[];
  credit: string | null;
  /** Lines about its publication. */
  release: ReleaseField[];
  images: Image[];
  /** The paragraphs of the body. */
  paragraphs: { text: string; indented: boolean }[];
}

/** Maximum number of captions of an article. */
const maxImages = 500;

/**
 * The grammar of an article: a head (metadata, sections, headline, standfirst, byline, dates, captions), a body
 * from the first paragraph that none of these takes, and a tail (credit, copyright, addresses, keywords). What
 * pages print around articles is left out wherever it stands.
 */
export function readArticleParts(parts: Part[], settings: PartSettings): ArticleParts {
  const article: ArticleParts = {
    line: parts[0]?.line ?? 1,
    headline: null,
    standfirst: null,
    bylines: [],
    dateline: null,
    published: undefined,
    updated: undefined,
    crawledAt: null,
    url: null,
    language: null,
    keywords: [],
    sections: [],
    credit: null,
    release: parts.flatMap((part) => (part.kind === 'release' ? [part.release] : [])),
    images: [],
    paragraphs: [],
  };
  const bodyStart = readHead(parts, article, settings);
  const bodyEnd = readTail(parts, bodyStart, article, settings);
  readBody(parts.slice(bodyStart, bodyEnd), article, settings);
  return article;
}

/** Reads the head and gives the index at which the body begins. */
function readHead(parts: Part[], article: ArticleParts, settings: PartSettings): number {
  for (const [index, part] of parts.entries()) {
    switch (part.kind) {
      case 'metadata':
        takeMetadata(part.metadata, article, settings);
        break;
      case 'crumbs':
        article.keywords.push(...part.sections);
        article.sections.push(...part.sections);
        break;
      case 'byline':
        article.bylines.push(part.byline);
        takeDates(part.dates, article);
        break;
      case 'dates':
        takeDates(part.dates, article);
        break;
      case 'caption':
        // "Government Video: Laws you need" only looks credited.
        if (part.sure || !takeHeadline(parts, index, article)) takeImage(part.image, article);
        break;
      case 'credit': {
        // `Reuters` by itself under a headline says who wrote it.
        const byline = readByline(part.credit ?? '');
        if (byline && article.bylines.length === 0) article.bylines.push(byline);
        break;
      }
      case 'contact':
        takeAddresses(part.addresses, article);
        break;
      case 'text': {
        const opens =
          part.dateline && !(isDoubtful(part.dateline.dateline) && takeHeadline(parts, index, article));
        if (opens || (!part.dateline && !takeHeadText(parts, index, article))) return index;
        break;
      }
    }
  }
  return parts.length;
}

/** `IRISH BUDGET - A REPORT`: a headline may have a dash; only a date or a wire makes the dateline sure. */
function isDoubtful({ date, agency }: OpeningDateline['dateline']): boolean {
  return date === null && (agency === null || !isAgency(agency));
}

/** Takes a text for the headline if there is none yet, text follows and it is short enough. */
function takeHeadline(parts: Part[], index: number, article: ArticleParts): boolean {
  const text = parts[index]?.text ?? '';
  if (article.headline !== null || !canBeHeadline(text) || !hasTextAfter(parts, index)) return false;
  article.headline = text;
  return true;
}

function hasTextAfter(parts: Part[], index: number): boolean {
  return parts.findLastIndex(({ kind }) => kind === 'text') > index;
}

/** Headline, standfirst, section or a byline without "By"; false when the text begins the body. */
function takeHeadText(parts: Part[], index: number, article: ArticleParts): boolean {
  const text = parts[index]?.text ?? '';
  if (article.headline !== null && sameWords(text, article.headline)) return true;
  const next = partAfter(parts, index);
  if (article.headline === null) {
    if (!canBeHeadline(text)) return false;
    if (isSection(text) && next?.kind === 'text' && !next.dateline && canBeHeadline(next.text)) {
      article.keywords.push(text);
      article.sections.push(text);
    } else article.headline = text;
    return true;
  }
  const dated = next?.kind === 'dates' || parts[index - 1]?.kind === 'dates';
  const names = dated && article.bylines.length === 0 ? bareByline(text) : undefined;
  if (names) {
    article.bylines.push(names);
    return true;
  }
  const headGoesOn = next !== undefined && ['byline', 'dates', 'credit'].includes(next.kind);
  if (headGoesOn && article.standfirst === null && hasTextAfter(parts, index) && text.length <= 1000) {
    article.standfirst = text;
    return true;
  }
  return false;
}

/** The next part that is neither furniture nor a caption. */
function partAfter(parts: Part[], index: number): Part | undefined {
  for (let next = index + 1; next < parts.length; next++) {
    const part = parts[next];
    if (part?.kind !== 'furniture' && part?.kind !== 'caption' && part?.kind !== 'release') return part;
  }
  return undefined;
}

/** A line of two to four capitalised words, as a name stands under a headline beside the date. */
function bareByline(text: string): Byline | undefined {
  if (text.length > 60 || endsSentence(text)) return undefined;
  const byline = readByline(text);
  const isNamed = byline?.authors.every(
    ({ name, kind }) => kind === 'agency' || /^\S+(?:\s\S+){1,3}$/.test(name),
  );
  return isNamed ? byline : undefined;
}

const sections =
  /^(?:world|national?|nation|local|politics|business|economy|finance|markets|money|sports?|football|soccer|culture|arts|entertainment|lifestyle|life|opinion|editorials?|commentary|science|technology|tech|health|environment|climate|education|travel|weather|crime|metro|region|international|asia|asia pacific|africa|europe|americas|middle east|u\.?s\.?|uk|korea|diplomacy|defen[cs]e|society|news|latest news|top news|breaking news|features?|analysis)(?: news)?$/i;

function isSection(text: string): boolean {
  return sections.test(text.trim());
}

/** Reads the tail from the end and gives the index at which it begins. */
function readTail(parts: Part[], start: number, article: ArticleParts, settings: PartSettings): number {
  let owner: string | null = null;
  let end = parts.length;
  for (; end > start; end--) {
    const part = parts[end - 1];
    if (part?.kind === 'credit') article.credit ??= part.credit;
    else if (part?.kind === 'copyright') owner ??= part.credit;
    else if (part?.kind === 'metadata') takeMetadata(part.metadata, article, settings);
    else if (part?.kind === 'contact') takeAddresses(part.addresses, article);
    else if (part?.kind === 'byline' && article.bylines.length === 0) article.bylines.push(part.byline);
    else if (part?.kind === 'dates' && !(article.published && article.updated))
      takeDates(part.dates, article);
    else if (
      part?.kind !== 'furniture' &&
      part?.kind !== 'related' &&
      part?.kind !== 'crumbs' &&
      part?.kind !== 'release'
    )
      break;
  }
  const last = parts[end - 1];
  if (last && end > start) article.credit ??= trailingCredit(last);
  article.credit ??= owner;
  return end;
}

/** `… according to the Service. (Yonhap)`: the wire that the last paragraph names. */
function trailingCredit(last: Part): string | null {
  if (last.kind !== 'text' && !(last.kind === 'caption' && isSignedText(last))) return null;
  return readCredit(last.text)?.credit ?? null;
}

/** A paragraph that only looks like a caption because it ends in the name of a wire. */
function isSignedText(part: Part): boolean {
  return part.kind === 'caption' && !part.sure && isAgency(part.image.credit ?? '');
}

function readBody(parts: Part[], article: ArticleParts, settings: PartSettings): void {
  let amongRelated = false;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    amongRelated = part.kind === 'related' || (amongRelated && part.kind === 'text' && isLink(part.text));
    if (amongRelated) continue;
    const isText = part.kind === 'text' || part.kind === 'metadata' || part.kind === 'byline';
    if (isText || (isLast && isSignedText(part)) || (part.kind === 'dates' && article.published))
      takeParagraph(part, isLast, article, settings);
    else if (part.kind === 'caption') takeImage(part.image, article);
    else if (part.kind === 'dates') takeDates(part.dates, article);
    else if (part.kind === 'credit') creditLastImage(parts[index - 1], part.credit, article);
  }
}

function takeParagraph(part: Part, isLast: boolean, article: ArticleParts, settings: PartSettings): void {
  const dateline = part.kind === 'text' && article.paragraphs.length === 0 ? part.dateline : undefined;
  if (dateline) article.dateline = dateline.dateline;
  const reporters = dateline?.byline === undefined ? undefined : readByline(dateline.byline);
  if (reporters && article.bylines.length === 0) article.bylines.push(reporters);
  const opening = article.paragraphs.length === 0 ? readOpeningDay(part.text, settings) : undefined;
  if (opening) article.published ??= opening.day;
  const signed = dateline?.rest ?? opening?.rest ?? part.text;
  const credit = isLast ? readCredit(signed) : undefined;
  const text = credit?.kind === 'credit' ? credit.rest : signed;
  const repeatsHeadline = article.paragraphs.length === 0 && sameWords(text, article.headline ?? '');
  if (text !== '' && !repeatsHeadline) article.paragraphs.push({ text, indented: part.indented });
}

/** In a list of other articles, a headline; the article goes on with a sentence. */
function isLink(text: string): boolean {
  return text.length <= 140 && !endsSentence(text);
}

function creditLastImage(before: Part | undefined, credit: string | null, article: ArticleParts): void {
  const image = article.images.at(-1);
  if (before?.kind === 'caption' && image && image.credit === null) image.credit = credit;
}

function takeImage(image: Image, article: ArticleParts): void {
  // More are no pictures of one article, and comparing each with all others would take the square of their number.
  if (article.images.length >= maxImages) return;
  if (!article.images.some(({ caption }) => caption === image.caption)) article.images.push({ ...image });
}

function takeDates(dates: DateLine | undefined, article: ArticleParts): void {
  article.published ??= dates?.published;
  article.updated ??= dates?.updated;
}

function takeAddresses(addresses: string[], article: ArticleParts): void {
  const authors = article.bylines.flatMap((byline) => byline.authors).filter(({ kind }) => kind === 'person');
  if (authors.length !== addresses.length) return;
  for (const [index, author] of authors.entries()) author.email ??= addresses[index] ?? null;
}

function takeMetadata({ key, value }: Metadata, article: ArticleParts, settings: PartSettings): void {
  if (value === '') return;
  switch (key) {
    case 'headline':
      article.headline ??= value;
      break;
    case 'standfirst':
      article.standfirst ??= value;
      break;
    case 'byline': {
      const byline = readByline(value);
      if (byline) article.bylines.push(byline);
      break;
    }
    case 'published':
      article.published ??= readDate(value, { ...settings, farAhead: true });
      break;
    case 'updated':
      article.updated ??= readDate(value, { ...settings, farAhead: true });
      break;
    case 'crawled':
      article.crawledAt ??= crawlTime(value);
      break;
    case 'url':
      if (/^https?:\/\/\S+$/.test(value)) article.url ??= value;
      break;
    case 'language':
      article.language ??= value;
      break;
    case 'section':
    case 'keywords':
      if (key === 'section') article.sections = article.sections.concat(splitKeywords(value, ',;|'));
      article.keywords = article.keywords.concat(splitKeywords(value, ',;|'));
      break;
    case 'credit':
      article.credit ??= value;
      break;
  }
}

/** A day as a day, anything more exact as an instant. */
function crawlTime(value: string): string | null {
  const date = readDate(value, { timeZone: 'UTC' });
  if (!date) return null;
  return date.precision === 'day' ? date.instant.slice(0, 10) : date.instant;
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return words(one) === words(other);
}
