import { readDate } from '../../fields/read-date.ts';
import { readPrintedMeta } from './printed-meta.ts';
import type { FragmentPiece } from './read-fragment.ts';

/** Lines that pages put between and after the paragraphs of an article, by how they begin. */
const openings = new RegExp(
  `^\\W*(?:${[
    'advert(?:isement)?s?\\W*$|advertising\\W*$|sponsored(?: content)?\\W*$|story continues(?: below)?|article continues',
    'continue reading(?: below| the main story)?\\W*$|scroll (?:down )?(?:for more|to continue)|skip (?:advert|ad)\\b',
    '(?:read|see|watch|click|tap|view|listen|learn)(?: also| more| next| now| here)\\b.{0,120}$',
    '(?:also read|also on|you may (?:also )?like|you might (?:also )?like|more from|more on|recommended|trending(?: now)?\\W*$)',
    '(?:related|recommended|popular|latest|top)(?: articles?| stories| story| content| posts?| news| links?| topics?| coverage)?\\s*(?:[:|»-]|$)',
    "don['’]t miss\\W*$|what to read next|most (?:read|popular|viewed)\\W*$|editors?['’]? picks?",
    '(?:first |last |originally )?(?:published|posted|updated|modified)(?: on| at)?\\s*(?::|\\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b).{0,80}$',
    '(?:sign up|subscribe|register)(?: now| today| here)?(?: to| for)\\b.{0,160}$|(?:subscribe|sign in|log in|register|menu|home|search)\\W*$',
    'thank(?:s| you) for reading\\b.{0,120}(?:subscribe|support)|find this (?:article|story) at\\s*:',
    'get (?:the|our|all|more) .{0,60}(?:app|newsletters?|inbox|updates?|alerts)\\b|download (?:the|our) .{0,40}app\\b',
    '(?:follow|like|join|find) (?:us|me|him|her)\\b.{0,80}(?:twitter|facebook|instagram|linkedin|telegram|youtube)',
    '(?:share|tweet|pin|email|e-mail|print|save|copy link|comments?|reply|whatsapp|facebook|twitter|linkedin|reddit)(?: this)?(?: (?:article|story|post|page|on|via|with)\\b.{0,40})?\\W*\\d*\\W*$',
    '(?:leave|post|add|write) (?:a |your )?(?:comment|reply)|(?:\\d+ |no )?comments?\\W*$|join the (?:conversation|discussion)',
    '(?:all rights reserved|copyright (?:©|\\(c\\)|\\d{4})|©\\s*(?:copyright\\s*)?\\d{4}|this (?:material|document|story) (?:may not be|is subject to copyright))',
    '(?:image|photo|picture|video)s? (?:copyright|credit|caption|source|courtesy|by)\\b.{0,60}$|media playback is (?:un|not )supported',
    "(?:never miss|don[’']t miss|join our|be the first to) .{0,80}(?:news|newsletter|inbox|update|story|stories)\\b.{0,120}$",
    '(?:we want to hear|tell us) what you think\\b|do you want to (?:be informed|know more|get)\\b.{0,120}$|photograph(?:s|ed)? (?:by|:)',
    '(?:à lire aussi|lire aussi|a lire aussi|lesen sie auch|auch interessant|mehr zum thema|leggi anche|lee también|lea también|te puede interesar|lees ook|læs også|les også|läs också|читайте также)\\b',
    '(?:hide|show|view) captions?\\W*$|video ad feedback\\W*$|\\d{1,2}:\\d\\d\\s*[-–|]\\s*source:.{0,40}$|now playing\\W*$',
    '[\\d.,]+k? (?:views?|reads|vues|vistas|visitas|aufrufe)\\W*$|visto [\\d.,]+ veces\\W*$|views?\\s*:\\s*[\\d.,]+\\W*$',
    '(?:anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annonse?|reklama?|реклама|διαφήμιση|إعلان|פרסומת|広告|广告|廣告|광고)\\W*$',
    "(?:(?:diesen |den )?(?:artikel|beitrag|seite) )?(?:teilen|partager|partagez|compartir|comparte|condividi|compartilhar|delen|dela|udostępnij|поделиться|paylaş|شارك|שתפו)(?: (?:cet article|l[’']article|en|su|auf|via|op|artykuł|esta noticia).{0,40})?\\W*$",
    '(?:temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|læsetid|czas czytania|время чтения|okuma süresi)(?!\\p{L}).{0,30}$',
    '(?:责任编辑|責任編輯|编辑|編輯|校对|审核)\\s*[:：].{0,40}$|(?:mehr zum thema|siehe auch|voir aussi|ver también|vedi anche|ver também|zie ook|関連(?:記事|ニュース)|相关(?:新闻|阅读|链接)|相關新聞|관련\\s?기사|اقرأ أيضا|قد يهمك|קראו גם)',
    '(?:puedes |puede )?(?:seguir|sigue|síg[ua]e?nos|suivez|folgen sie|folge uns|segui|seguici|siga|volg|follow)\\b.{0,80}\\b(?:twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube)\\b.{0,120}$',
    'filed under|tagged(?: (?:with|as))?\\s*:|tags?\\s*:|categor(?:y|ies)\\s*:|topics?\\s*:|about the author',
    '(?:we|this (?:post|article|page)) (?:may|might|can) (?:earn|receive|contain)[^.]{0,60}(?:commission|affiliate)|as an amazon associate',
  ].join('|')})`,
  'iu',
);

/** Numbers of blocks at the beginning and end of an article among which its byline may stand. */
const maxHeadLines = 8;
const maxFootLines = 3;

/** A label whose value stands in a line of its own. */
const metaLabel =
  /^(?:from|by|authors?|(?:first |last )?(?:published|updated|posted|modified)(?: (?:on|at|by))?|date)\s*:?$/i;

const captionTail =
  /\((?:image|photo|picture|pic|credit|file photo)s?\s*(?::|by|credit|courtesy).{0,80}\)\W*$/i;
/** Matches text that ends like a sentence. */
export const sentenceEnd = /[.!?…。！？؟]["'”’)\]»]*$/;

/**
 * The blocks of a page that are its article: without the lines that lead elsewhere (whole lines of links, lists
 * of links), that speak of the page (dates, sharing, advertisement, rights) or repeat the headline. What stands
 * inside a sentence is never touched: whole blocks go or stay.
 */
export function withoutFurniture(
  pieces: FragmentPiece[],
  headline: string,
  authors: string[] = [],
): FragmentPiece[] {
  const repeated = repeatedLines(pieces);
  const pulled = pullQuotes(pieces);
  const names = new Set(authors.map(lettersOf));
  const kept = pieces.filter((piece, index) => {
    if (repeated.has(piece.text) || pulled.has(piece) || isSignOrNumber(piece) || isDateLine(piece))
      return false;
    const isMargin = index < maxHeadLines || index >= pieces.length - maxFootLines;
    if (isMargin && isPrintedMeta(piece, names)) return false;
    if (index < maxHeadLines && isAfterByline(pieces, index, names)) return false;
    if (isMargin && isHead(piece, headline, names)) return false;
    if (/^tags?\s/i.test(piece.text) && piece.linked > 0.4) return false;
    if (openings.test(piece.text) && (piece.text.length < 200 || piece.linked > 0.6)) return false;
    if (piece.text.length < 300 && captionTail.test(piece.text)) return false;
    if (index < 4 && (sameWords(piece.text, headline) || isCrumbs(piece.text, headline))) return false;
    return !isLinkElsewhere(piece) && !isListOfLinks(pieces, index);
  });
  return withoutDanglingHeadings(kept);
}

/** A line that says who wrote the article or when, and nothing else. */
function isPrintedMeta({ kind, text }: FragmentPiece, names: ReadonlySet<string>): boolean {
  if (kind !== 'paragraph' && kind !== 'list-item') return false;
  return metaLabel.test(text) || names.has(lettersOf(text)) || readPrintedMeta(text) !== undefined;
}

/** True for several lines that are headline, byline and date, as old pages print them in one cell. */
function isHead(piece: FragmentPiece, headline: string, names: ReadonlySet<string>): boolean {
  const lines = piece.text.split('\n');
  return (
    lines.length > 1 &&
    lines.length < 8 &&
    lines
      .map((text) => ({ ...piece, text }))
      .every((line) => sameWords(line.text, headline) || isPrintedMeta(line, names) || isDateLine(line))
  );
}

/** True for a short line under a byline, which says who the author is: `BBC News, Cardiff`. */
function isAfterByline(pieces: FragmentPiece[], index: number, names: ReadonlySet<string>): boolean {
  const [byline, piece] = [pieces[index - 1], pieces[index]];
  if (!byline || piece?.kind !== 'paragraph' || sentenceEnd.test(piece.text)) return false;
  if (piece.text.split(/\s+/).length > 6 || !/^\p{Lu}/u.test(piece.text)) return false;
  const isByline =
    names.has(lettersOf(byline.text)) || (readPrintedMeta(byline.text)?.bylines.length ?? 0) > 0;
  return byline.kind === 'paragraph' && isByline;
}

/** Texts of pages are compared up to this length, in UTF-16 code units. */
const maxComparedLength = 200_000;

/** Returns quotes that a page shows a second time in large type, and captions that repeat a sentence. */
function pullQuotes(pieces: FragmentPiece[]): Set<FragmentPiece> {
  const letters = pieces.map(({ text }) => lettersOf(text));
  const found = new Set<FragmentPiece>();
  if (letters.reduce((sum, { length }) => sum + length, 0) > maxComparedLength) return found;
  let compared = 0;
  for (const [index, piece] of pieces.entries()) {
    const own = letters[index] ?? '';
    if (piece.kind === 'heading' || piece.kind === 'list-item' || own.length < 25 || piece.text.length > 240)
      continue;
    if (compared++ > 100) break;
    // A sentence that stands in several paragraphs is no quote from one.
    const around = letters.filter((each) => each.length > own.length && each.includes(own));
    if (around.length === 1) found.add(piece);
  }
  return found;
}

/** A line that is one link and no sentence is the headline of something else. */
function isLinkElsewhere(piece: FragmentPiece): boolean {
  if (piece.linked < 0.9 || piece.kind === 'heading') return false;
  return piece.text.length < 200 && !sentenceEnd.test(piece.text);
}

/** Three list items or more in a row that are links: navigation or related stories. */
function isListOfLinks(pieces: FragmentPiece[], index: number): boolean {
  const isLink = (at: number): boolean => {
    const piece = pieces[at];
    return piece !== undefined && piece.linked > 0.8 && piece.text.length < 200;
  };
  if (!isLink(index)) return false;
  let first = index;
  let last = index;
  while (isLink(first - 1)) first--;
  while (isLink(last + 1)) last++;
  return last - first >= 2;
}

/** A heading with nothing under it headed something that was furniture. */
function withoutDanglingHeadings(pieces: FragmentPiece[]): FragmentPiece[] {
  const lastText = pieces.findLastIndex((piece) => piece.kind !== 'heading');
  return pieces.slice(0, lastText + 1);
}

/** Short lines that stand there three times and more: the title of a gallery above each of its pictures. */
function repeatedLines(pieces: FragmentPiece[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of pieces) counts.set(text, (counts.get(text) ?? 0) + 1);
  const short = [...counts].filter(
    ([text, count]) => count >= 3 && text.length < 120 && !sentenceEnd.test(text),
  );
  return new Set(short.map(([text]) => text));
}

/** `<<`, `8`, `11`: the buttons and numbers of a gallery. */
function isSignOrNumber({ kind, text }: FragmentPiece): boolean {
  return kind === 'paragraph' && text.length <= 6 && /^[\d\s/<>«»‹›|•·→←–—-]*$/.test(text);
}

/** A line that says when, and hardly anything else: `Wednesday, 28 August 2013, last update 14:00 (GMT+0400)`. */
function isDateLine({ kind, text }: FragmentPiece): boolean {
  if (kind !== 'paragraph' || text.length > 80 || sentenceEnd.test(text)) return false;
  const date = readDate(text, { timeZone: 'UTC' });
  if (!date || date.precision === 'year' || date.precision === 'month') return false;
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  return (rest.match(/\p{L}+/gu) ?? []).length <= 4;
}

/** `HomeNewsTown mends its bridge`: the path to the page, run into its headline. */
function isCrumbs(text: string, headline: string): boolean {
  const [line, title] = [lettersOf(text), lettersOf(headline)];
  return title.length >= 15 && line.endsWith(title) && /^home/.test(line) && line.length - title.length <= 40;
}

function sameWords(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
