import type { NameTarget } from './match-names.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import { isCapital } from './role-words.ts';
import { indexByToken } from './token-index.ts';
import type { LinkedSpan, TokenSpan } from './token-span.ts';

/**
 * Finds names that share their last words with the next name: "South" in "South and North Korea", "Bill" in "Bill and
 * Hillary Clinton". The mention spans only the first word.
 */
export function findSharedHeads(linked: LinkedSpan[], matcher: PhraseMatcher<NameTarget>): LinkedSpan[] {
  const taken = indexByToken(linked);
  return linked.flatMap((whole) => {
    const { tokens } = whole.in;
    const from = whole.from - 2;
    const joiner = tokens[whole.from - 1];
    const first = tokens[from];
    if (!first || !isCapital(first) || !joiner || !/^(?:and|or|&)$/.test(joiner.key)) return [];
    const part: TokenSpan = { in: whole.in, from, to: from + 1 };
    if (whole.to - whole.from < 2 || taken.overlapping(part)) return [];
    const spelled = [first, ...tokens.slice(whole.from + 1, whole.to)];
    const match = matcher(spelled, 0);
    const entries = [...new Set(match?.targets.map(({ entry }) => entry))];
    const [entry] = entries;
    if (match?.to !== spelled.length || entries.length !== 1 || !entry) return [];
    if (entry.type !== whole.entry.type || entry === whole.entry) return [];
    return [{ ...part, entry, method: 'shared-head', confidence: 0.9, role: null }];
  });
}
