const word = /[\p{L}\p{N}\p{M}]+(?:['’\-.,/&][\p{L}\p{N}\p{M}]+)*/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Counts the words of a text: runs of letters and digits, joined by marks inside a word (`Tae-yul`, `EU's`, `3.5`).
 * Scripts without spaces are counted with `Intl.Segmenter` (Unicode Standard Annex 29), which is slower.
 */
// "The EU's 3.5 million" → 4
export function wordCount(text: string): number {
  if (isAscii.test(text)) return asciiWordCount(text);
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII includes control characters
const isAscii = /^[\u0000-\u007f]*$/;

/** Does the same for ASCII, ten times as fast. */
function asciiWordCount(text: string): number {
  let count = 0;
  let before = false;
  let joined = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const inWord =
      (unit > 0x60 && unit < 0x7b) || (unit > 0x40 && unit < 0x5b) || (unit > 0x2f && unit < 0x3a);
    if (inWord && !before && !joined) count++;
    // One of ' & , - . / joins the characters on both sides.
    joined = before && !inWord && (unit === 0x27 || unit === 0x26 || (unit > 0x2b && unit < 0x30));
    before = inWord;
  }
  return count;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
