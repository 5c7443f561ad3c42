/** A quotation mark and its direction. Real copy uses wrong glyphs, so neighbouring characters count, too. */
export interface QuotationMark {
  /** Offset and length in UTF-16 code units (`''` has length 2). */
  at: number;
  length: number;
  family: 'double' | 'single' | 'guillemet';
  opens: boolean;
  closes: boolean;
}

// Three straight marks in a row close the inner quote first: `'They say, 'It is over,'''`.
const glyphs = /(?<=\S)'(?=''(?!'))|''|``|["“”„‟«»‹›'‘’‚`]/g;
const doubles = new Set(['"', '“', '”', '„', '‟', "''", '``']);
const guillemets = new Set(['«', '»', '‹', '›']);
const before = /[\s([{<—–―\-/:;,.]/;
const after = /[\s)\]}>—–―\-/:;,.?!…]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const otherMark = /["“”„‟«»‹›'‘’‚`]/;
/** Words that begin with an apostrophe, and decades: `'em`, `'til`, `'90s`. */
const elision = /^(?:\d{2}s?\b|(?:em|til|twas|tis|cause|bout|round|n|neath|cuz|hood|burbs)\b)/i;

/**
 * Finds the quotation marks of a text and their possible directions: straight, typographic, doubled single (`''…''`),
 * German low, guillemets. Apostrophes are left out.
 *
 * `"It's his," she said` → marks at 0 and 10, not the apostrophe at 3
 */
export function readQuotationMarks(text: string): QuotationMark[] {
  const marks: QuotationMark[] = [];
  for (const match of text.matchAll(glyphs)) {
    const glyph = match[0];
    const at = match.index;
    const family = familyOf(glyph);
    const left = neighbour(text, at - 1, -1);
    const right = neighbour(text, at + glyph.length, 1);
    const leftOpen = left === '' || before.test(left);
    const rightClosed = right === '' || after.test(right);
    const direction = directionOf(glyph, leftOpen, rightClosed, left, right);
    if (family === 'single' && isApostrophe(text, at, leftOpen)) continue;
    if (direction.opens || direction.closes) marks.push({ at, length: glyph.length, family, ...direction });
  }
  return marks;
}

function familyOf(glyph: string): QuotationMark['family'] {
  if (doubles.has(glyph)) return 'double';
  return guillemets.has(glyph) ? 'guillemet' : 'single';
}

/** Returns the nearest character, up to three away, that is not a quotation mark: `"'Yes,'"` has two in a row. */
function neighbour(text: string, from: number, step: 1 | -1): string {
  for (let at = from; Math.abs(at - from) < 3; at += step) {
    const character = text.charAt(at);
    if (character === '' || !otherMark.test(character)) return character;
  }
  return ' ';
}

function directionOf(
  glyph: string,
  leftOpen: boolean,
  rightClosed: boolean,
  left: string,
  right: string,
): { opens: boolean; closes: boolean } {
  const inWord = letterOrDigit.test(left) && letterOrDigit.test(right);
  switch (glyph) {
    case '„':
    case '‚':
    case '``':
      return { opens: true, closes: false };
    case '“':
    case '‟':
      // Also the closing mark of „German“ copy.
      return {
        opens: !rightClosed || leftOpen,
        closes: !leftOpen || (rightClosed && right !== '' && !/\s/.test(left)),
      };
    case '‘':
      return { opens: !inWord, closes: !leftOpen && rightClosed };
    case '”':
      return { opens: leftOpen && !rightClosed && /^\s?$/.test(left), closes: true };
    case '«':
    case '‹':
      return { opens: leftOpen, closes: !leftOpen || rightClosed };
    case '»':
    case '›':
      return { opens: leftOpen && !rightClosed, closes: !leftOpen || rightClosed };
    case '’':
      return { opens: false, closes: !inWord && rightClosed };
    default: {
      // Between two letters, a double mark lacks a space and a single one is an apostrophe.
      if (inWord) return { opens: glyph !== "'", closes: glyph !== "'" };
      if (leftOpen === rightClosed) return { opens: true, closes: true };
      return { opens: leftOpen, closes: rightClosed };
    }
  }
}

function isApostrophe(text: string, at: number, leftOpen: boolean): boolean {
  return leftOpen && elision.test(text.slice(at + 1, at + 9));
}
