import { isAgency } from '../../fields/agency-names.ts';
import { type Byline, readByline } from '../../fields/read-byline.ts';
import type { OpeningDateline } from '../../fields/read-dateline.ts';
import { type ArticleParts, sameWords, takeAddresses, takeDates, takeImage } from './article-parts.ts';
import type { Part, PartSettings } from './recognise-part.ts';
import { canBeHeadline, endsSentence } from './sentence.ts';
import { takeMetadata } from './take-metadata.ts';

/** Reads the head and returns the index at which the body begins. */
export function readHead(parts: Part[], article: ArticleParts, settings: PartSettings): number {
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
