import { joinLines } from './join-lines.ts';
import type { Line } from './printed-lines.ts';
import { type Part, type PartSettings, recognisePart, standsAlone } from './recognise-part.ts';
import { endsSentence, mayBeHeadline } from './sentence.ts';

/** What stands between two pieces of a file: `rule` may also part the sections of one article. */
type Separation = 'end' | 'rule';

/**
 * The parts of each article of a file. Articles are parted by form feeds, marks of the end (`NNNN`, `-30-`) and
 * rules (`=====`, `* * *`), where what follows opens like an article, and where a head like the first one's
 * begins anew.
 */
export function cutArticles(lines: Line[], settings: PartSettings): Part[][] {
  const articles: Part[][] = [];
  for (const { before, lines: piece } of cutAtSeparators(lines)) {
    const paragraphs = joinLines(piece, (text) => standsAlone(text, settings));
    const parts = paragraphs.map((paragraph) => recognisePart(paragraph, settings));
    if (!parts.some(({ kind }) => kind === 'text')) {
      articles.at(-1)?.push(...parts);
      continue;
    }
    for (const [index, article] of cutAtHeads(parts).entries()) {
      const last = articles.at(-1);
      if (index > 0 || !last || opensArticle(article, before)) articles.push(article);
      else last.push(...article);
    }
  }
  return articles;
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
      ['metadata', 'byline', 'dates', 'slug'].includes(part.kind) || (part.kind === 'text' && part.dateline),
  );
  const hasBody = parts.filter(({ kind }) => kind === 'text').length > 1;
  if (isHeaded) return hasBody || (first?.kind === 'text' && first.dateline !== undefined);
  return before === 'end' && hasBody && first !== undefined && isHeadline(first);
}

/** Cuts where metadata of the first one's kind stands again, or a headline with byline and date under it. */
function cutAtHeads(parts: Part[]): Part[][] {
  const articles: Part[][] = [];
  let start = 0;
  const opening = openingKey(parts[0]);
  for (let index = 1; index < parts.length; index++) {
    const hasBody = parts.slice(start + 1, index).filter(({ kind }) => kind === 'text').length > 1;
    if (!hasBody || !(isOpening(parts[index], opening) || isFullHead(parts, index))) continue;
    articles.push(parts.slice(start, index));
    start = index;
  }
  return [...articles, parts.slice(start)];
}

function openingKey(part: Part | undefined): string | undefined {
  return part?.kind === 'metadata' ? part.metadata.key : undefined;
}

function isOpening(part: Part | undefined, opening: string | undefined): boolean {
  return opening !== undefined && openingKey(part) === opening;
}

function isFullHead(parts: Part[], index: number): boolean {
  const [first, ...following] = parts.slice(index, index + 4);
  if (first?.kind !== 'text' || !isHeadline(first)) return false;
  const under = following.slice(0, 3).map(({ kind }) => kind);
  return under.includes('byline') && under.includes('dates') && (under[0] !== 'text' || under[1] !== 'text');
}

function isHeadline(part: Part): boolean {
  return mayBeHeadline(part.text) && !endsSentence(part.text);
}
