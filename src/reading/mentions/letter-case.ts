import type { Token } from './tokenize.ts';

/** Letter case of a paragraph. Only in `sentence` case do capitals mark names. */
export type LetterCase = 'sentence' | 'title' | 'upper';

/** Returns the letter case of each token's paragraph. */
export function letterCases(tokens: Token[]): LetterCase[] {
  const cases: LetterCase[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && tokens[at]?.key !== '¶') continue;
    const letterCase = letterCaseOf(tokens.slice(from, at));
    while (cases.length <= at && cases.length < tokens.length) cases.push(letterCase);
    from = at + 1;
  }
  return cases;
}

function letterCaseOf(tokens: Token[]): LetterCase {
  // Short words may be lower case in a title, and upper case (acronyms) in a sentence.
  const telling = tokens.filter((token) => token.end - token.start >= 4 && token.shape !== 'number');
  if (telling.length < 3) return 'sentence';
  const upper = telling.filter((token) => token.shape === 'upper').length;
  const lower = telling.filter((token) => token.shape === 'lower').length;
  if (upper >= telling.length * 0.8) return 'upper';
  const isSentence = tokens.some(({ key }) => key === '.');
  if (lower <= telling.length * 0.25 && tokens.length < 30 && !isSentence) return 'title';
  return 'sentence';
}
