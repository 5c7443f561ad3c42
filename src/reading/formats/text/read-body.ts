import { isAgency } from '../../fields/agency-names.ts';
import { readByline } from '../../fields/read-byline.ts';
import { readCredit } from '../../fields/read-credit.ts';
import { type ArticleParts, sameWords, takeAddresses, takeDates, takeImage } from './article-parts.ts';
import { readOpeningDay } from './opening-day.ts';
import type { Part, PartSettings } from './recognise-part.ts';
import { endsSentence } from './sentence.ts';
import { takeMetadata } from './take-metadata.ts';

/** Reads the tail from the end and returns the index at which it begins. */
export function readTail(
  parts: Part[],
  start: number,
  article: ArticleParts,
  settings: PartSettings,
): number {
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

/** Reads the paragraphs of the body, and the images and dates among them. */
export function readBody(parts: Part[], article: ArticleParts, settings: PartSettings): void {
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
