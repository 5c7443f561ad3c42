import { isStopWord } from './stop-words.ts';

/** A word of the archive that a misspelt word may mean. */
export interface Candidate {
  word: string;
  /** Number of articles with the word. */
  articles: number;
  /** True if it is part of the name of a tag. */
  isName: boolean;
}

/** A word as typed: folded, and the number of articles that have it or a form of it. */
export interface TypedWord {
  form: string;
  articles: number;
  isName: boolean;
  /** Number of articles of the archive. */
  ofArticles: number;
}

/** A word is corrected to one that occurs this many times more often. */
const CLEARLY = 50;

/** The same for a word in one or two articles, which is likely to be a misprint there. */
const CLEARLY_IF_RARE = 10;

/** Number of articles from which a word is no misprint, unless it is long. */
const ESTABLISHED = 3;

/** Shortest established word that is corrected. Of shorter ones, many real words are one slip apart: tide and time. */
const LONG = 7;

/** Shortest word that is corrected; one letter less if a letter of a name is missing. */
const SHORTEST = 4;

/** Longest word that is corrected. */
const LONGEST = 24;

/**
 * Returns the smallest number of articles that a correction of a word must have; infinite if it is not corrected. So that
 * a rare word is not taken for a frequent one, the correction must be clearly better.
 */
export function leastArticles({ form, articles, isName }: Omit<TypedWord, 'ofArticles'>): number {
  const never = Number.POSITIVE_INFINITY;
  if (form.length < SHORTEST - 1 || form.length > LONGEST) return never;
  if (!/^\p{L}+$/u.test(form) || isStopWord(form)) return never;
  if (articles === 0) return 1;
  if (articles >= ESTABLISHED) return isName || form.length < LONG ? never : CLEARLY * articles;
  return (isName || form.length < LONG - 1 ? CLEARLY : CLEARLY_IF_RARE) * articles;
}

/** Factors by which a candidate must be more frequent to be as likely as one with a letter missing or swapped. */
const unlikely = { replaced: 4, extra: 8, first: 10 };

/** Returns how much less likely a slip is than leaving out, swapping or doubling a letter. */
function unlikeliness(typed: string, meant: string): number {
  const first = typed.charAt(0) === meant.charAt(0) ? 1 : unlikely.first;
  if (meant.length > typed.length) return first;
  if (meant.length === typed.length) {
    const isSwapped = [...typed].sort().join('') === [...meant].sort().join('');
    return isSwapped ? first : first * unlikely.replaced;
  }
  return typed.replace(/(.)\1/gu, '$1') === meant.replace(/(.)\1/gu, '$1') ? first : first * unlikely.extra;
}

/**
 * Returns the weight that a correction must have. In a large archive some word is near to any other, so that one which
 * needs an unlikely slip must be frequent or a name.
 */
function leastWeight({ ofArticles }: TypedWord): number {
  return Math.min(3, ofArticles / 400);
}

/**
 * Returns the likeliest correction of a word among those that are clearly better: words of names first, then frequent
 * words, and slips that people make often. Undefined if there is none.
 *
 *     chooseCorrection({ form: 'hansn', … }, [hasn, hansen]) → hansen
 */
export function chooseCorrection(typed: TypedWord, candidates: Candidate[]): string | undefined {
  const least = leastArticles(typed);
  const possible = candidates.filter(({ word, articles, isName }) => {
    const isShort = typed.form.length < SHORTEST && !(isName && word.length > typed.form.length);
    return articles >= least && !isShort && !isStopWord(word);
  });
  const weight = ({ word, articles, isName }: Candidate): number =>
    (articles * (isName ? CLEARLY : 1)) / unlikeliness(typed.form, word);
  possible.sort((a, b) => weight(b) - weight(a) || (a.word < b.word ? -1 : 1));
  const [best] = possible;
  const isLikely = best && (unlikeliness(typed.form, best.word) === 1 || weight(best) >= leastWeight(typed));
  return isLikely ? best.word : undefined;
}
