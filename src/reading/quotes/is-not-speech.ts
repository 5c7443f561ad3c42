import type { Attribution } from './attribution.ts';
import { isCapitalised } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';

/** Words before a title, nickname or term. */
const naming = new Set(
  `so-called called titled entitled nicknamed named dubbed aka known term terms word words phrase song book novel film movie
  episode series album single play musical documentary essay poem hit billed the-so-called`.split(/\s+/),
);
/** Words that are lower case in titles. */
const minor = /^(?:a|an|the|of|and|or|in|on|to|for|with|at|by|from|is|vs?\.?|&)$/i;

/**
 * True if a passage is not speech but a title, a nickname, a term or a scare quote: `Joe "Bama" Smith`, `his book "The
 * Art of the Deal"`, `the so-called "birther" movement`.
 */
export function isNotSpeech(
  tokens: Token[],
  at: number,
  complete: boolean,
  attribution: Attribution | undefined,
): boolean {
  const token = tokens[at];
  if (!token) return true;
  const text = token.text;
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return true;
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  const single = token.passage?.single === true;
  if (single && !attribution?.tight) return true;
  const closed = /[.,?!…—–-]['’]?$/.test(text);
  if (at === 0 && closed && attribution && (attribution.tight || attribution.rule === 'running-quote'))
    return false;
  const introduced = at === 0 || left?.kind === 'mark';
  if (isTitleCase(words) && !/[?!]$/.test(text) && !(introduced && attribution?.tight && words.length > 1))
    return true;
  if (complete && (attribution?.tight || words.length > 3)) return false;
  if (words.length <= 2 && isCapitalised(left) && isCapitalised(right)) return true;
  if (words.length <= 4 && naming.has(left?.lower ?? '')) return true;
  if (!attribution) return true;
  return words.length < (attribution.tight ? 2 : 3);
}

function isTitleCase(words: string[]): boolean {
  if (words.length < 2) return /^\p{Lu}/u.test(words[0] ?? '');
  return words.every((word) => minor.test(word) || /^[^\p{L}]*\p{Lu}|^[^\p{L}]*\p{N}/u.test(word));
}
