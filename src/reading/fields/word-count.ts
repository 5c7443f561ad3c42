const word = /[\p{L}\p{N}\p{M}]+(?:['’\-.,/&][\p{L}\p{N}\p{M}]+)*/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * How many words a text has: runs of letters and digits, with what joins them inside (`Tae-yul`, `EU's`, `3.5`).
 * Scripts that write no spaces are counted by the segmenter of ICU (Unicode Standard Annex 29), which is slower.
 */
// "The EU's 3.5 million" → 4
export function wordCount(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
