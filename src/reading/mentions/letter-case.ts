import type { Token } from './tokenize.ts';

/** How a line uses capitals, which decides what a capital says about a word in it. */
export type LetterCase = 'sentence' | 'title' | 'upper';

/** The use of capitals around each token, judged by the paragraph it stands in. */
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
  // Short words are lower case in any headline style and acronyms upper case in any sentence.
  const telling = tokens.filter((token) => token.end - token.start >= 4 && token.shape !== 'number');
  if (telling.length < 3) return 'sentence';
  const upper = telling.filter((token) => token.shape === 'upper').length;
  const lower = telling.filter((token) => token.shape === 'lower').length;
  if (upper >= telling.length * 0.8) return 'upper';
  const isSentence = tokens.some(({ key }) => key === '.');
  if (lower <= telling.length * 0.25 && tokens.length < 30 && !isSentence) return 'title';
  return 'sentence';
}
