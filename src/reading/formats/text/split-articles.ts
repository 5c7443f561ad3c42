import type { Dateline } from '../../../model/article.ts';
import { isAgency } from '../../fields/agency-names.ts';
import { joinLines } from './join-lines.ts';
import type { Line } from './printed-lines.ts';
import { isOwnParagraph, type Part, type PartSettings, recognisePart } from './recognise-part.ts';
import { canBeHeadline, endsSentence } from './sentence.ts';

/** What stands between two pieces of a file: `rule` may also part the sections of one article. */
type Separation = 'end' | 'rule';

/**
 * The parts of each article of a file. Articles are parted by form feeds, marks of the end (`NNNN`, `-30-`) and rules
 * (`=====`, `* * *`), where what follows opens like an article, and where a head like the first one's begins anew.
 */
export function splitArticles(lines: Line[], settings: PartSettings): Part[][] {
  const articles: Part[][] = [];
  /** Embargoes that stand by themselves, above an article. */
  let embargoes: Part[] = [];
  for (const { before, lines: piece } of cutAtSeparators(lines)) {
    const paragraphs = joinLines(piece, (text) => isOwnParagraph(text, settings));
    const parts = paragraphs.map((paragraph) => recognisePart(paragraph, settings));
    if (!parts.some(({ kind }) => kind === 'text')) {
      append(articles.at(-1) ?? [], parts);
      embargoes = [...embargoes, ...parts.filter(isEmbargo)];
      continue;
    }
    const under = [...embargoes, ...parts];
    embargoes = [];
    for (const [index, article] of cutAtHeads(under).entries()) {
      const last = articles.at(-1);
      if (index > 0 || !last || opensArticle(article, before)) articles.push(article);
      else append(last, article);
    }
  }
  return articles;
}

function isEmbargo(part: Part | undefined): boolean {
  return part?.kind === 'release' && part.release.means === 'embargo';
}

/** Appends parts one by one. As arguments of one call, many thousands exceed the stack. */
function append(article: Part[], parts: Part[]): void {
  for (const part of parts) article.push(part);
}

function cutAtSeparators(lines: Line[]): { before: Separation; lines: Line[] }[] {
  const pieces: { before: Separation; lines: Line[] }[] = [{ before: 'end', lines: [] }];
  for (const line of lines) {
    const separation = line.page ? 'end' : separationOf(line.text);
    if (separation) pieces.push({ before: separation, lines: [] });
    if (line.page || !separation) pieces.at(-1)?.lines.push(line);
  }
  return pieces.filter((piece) => piece.lines.some(({ text }) => text !== ''));
}

function separationOf(text: string): Separation | undefined {
  if (/^(?:([=#*])\1{4,}|-\s?30\s?-|NNNN|ENDIT|\(END\)|###)$/.test(text)) return 'end';
  return /^(?:([-_~=*#+•])(?:\s?\1){2,}|⁂)$/u.test(text) ? 'rule' : undefined;
}

/** After a rule, a headline alone may head a section; a byline, a date or metadata makes it an article's. */
function opensArticle(parts: Part[], before: Separation): boolean {
  const head = parts.slice(0, 6);
  const first = head.find(({ kind }) => kind === 'text');
  const isHeaded = head.some(
    (part) =>
      ['metadata', 'byline', 'dates', 'slug', 'release'].includes(part.kind) ||
      (part.kind === 'text' && part.dateline),
  );
  const hasBody = parts.filter(({ kind }) => kind === 'text').length > 1;
  if (isHeaded) return hasBody || (first?.kind === 'text' && first.dateline !== undefined);
  return before === 'end' && hasBody && first !== undefined && isHeadline(first);
}

/** Cuts where the line that opened the first article stands again, or a headline with what belongs under it. */
function cutAtHeads(parts: Part[]): Part[][] {
  const articles: Part[][] = [];
  let start = 0;
  /** Number of texts after the part at `start`. */
  let texts = 0;
  for (let index = 1; index < parts.length; index++) {
    if (texts > 1 && (opensAgain(parts, index) || isFullHead(parts, index))) {
      articles.push(parts.slice(start, index));
      start = index;
      // An embargo above a head is that of the article below it, and may be that of the one above.
      while (isEmbargo(parts[start - 1])) start--;
      texts = 0;
    } else if (parts[index]?.kind === 'text') texts++;
  }
  return [...articles, parts.slice(start)];
}

/** A crawler's line, a slug, or the time of a take above a headline, where the first article has one too. */
function opensAgain(parts: Part[], index: number): boolean {
  const first = parts.find(({ kind }) => kind !== 'release');
  const part = parts[index];
  if (part?.kind === 'metadata')
    return first?.kind === 'metadata' && first.metadata.key === part.metadata.key;
  if (part?.kind !== 'slug' && part?.kind !== 'dates') return false;
  const opensSo = first?.kind === 'slug' || first?.kind === 'dates';
  return opensSo && (part.kind === 'slug' || isFullHead(parts, index + 1));
}

/** A headline with byline and date under it, or with a sure dateline next but for a byline or date. */
function isFullHead(parts: Part[], index: number): boolean {
  const first = parts[index];
  if (first?.kind !== 'text' || !isHeadline(first)) return false;
  const under = new Set<Part['kind']>();
  for (const [offset, part] of parts.slice(index + 1, index + 5).entries()) {
    if (part.kind === 'text' && part.dateline && isSure(part.dateline.dateline)) return true;
    if (part.kind === 'text' && (under.size > 0 || !isStandfirst(parts, index + 1 + offset))) break;
    if (part.kind !== 'text') under.add(part.kind);
  }
  return under.has('byline') && under.has('dates');
}

function isSure({ date, agency }: Dateline): boolean {
  return date !== null || (agency !== null && isAgency(agency));
}

/** A text between a headline and a byline or date. */
function isStandfirst(parts: Part[], index: number): boolean {
  const next = parts[index + 1]?.kind;
  return next === 'byline' || next === 'dates';
}

function isHeadline(part: Part): boolean {
  const isDated = part.kind === 'text' && part.dateline && isSure(part.dateline.dateline);
  return !isDated && canBeHeadline(part.text) && !endsSentence(part.text);
}
