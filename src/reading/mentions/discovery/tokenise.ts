import { abbreviations } from './lexicon.ts';

/** A word, number or sign of a text. Offsets are UTF-16 code units, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** The token opens a sentence, a line of its own or a paragraph: its capital says nothing. */
  opens: boolean;
}

// Initials ("J.", "K.C."), words with inner apostrophes and hyphens ("O'Brien", "el-Sisi"), numbers, single signs.
const pattern =
  /(?:\p{Lu}\.)+(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}]*(?:(?:['’][\p{L}](?=[\p{L}])|[-‐‑]\p{L})[\p{L}\p{M}\p{N}]*)*|\p{N}[\p{N}.,:]*\p{N}|\p{N}|['’]s(?!\p{L})|[^\s]/gu;

const sentenceEnd = /^[.!?…]$/;
const closing = /^["”’')\]]$/;

/** Cuts a text into tokens and marks those that open a sentence. // "Mr. J. Lee's" → ["Mr", ".", "J.", "Lee", "'s"] */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let opens = true;
  let ended = false;
  let previousEnd = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const word = match[0];
    if (start > previousEnd && breaksLine(text, previousEnd, start)) opens = true;
    else if (ended && start > previousEnd) opens = true;
    tokens.push({ start, end: start + word.length, text: word, opens });
    previousEnd = start + word.length;
    const isClosing = closing.test(word) || word === '“' || word === '‘';
    if (!isClosing) {
      const before = tokens[tokens.length - 2];
      const abbreviated =
        word === '.' && before !== undefined && abbreviations.has(before.text.toLowerCase());
      ended = sentenceEnd.test(word) && !abbreviated;
      opens = false;
    }
  }
  return tokens;
}

/** A blank line always breaks; a single line break does unless the line looks wrapped in mid-sentence. */
function breaksLine(text: string, from: number, to: number): boolean {
  // Only the gap is searched: the line after it may be the whole text.
  const gap = text.slice(from, to);
  const first = gap.indexOf('\n');
  if (first === -1) return false;
  if (gap.includes('\n', first + 1)) return true;
  const at = from + first;
  return at - text.lastIndexOf('\n', at - 1) < 50;
}
