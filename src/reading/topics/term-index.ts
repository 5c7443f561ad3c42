import { type Token, tokenize } from '../mentions/tokenize.ts';
import { stem } from './stem.ts';
import type { TokenizedField } from './tokenized-field.ts';

/** An occurrence of a term: token indexes `from` to `to` (exclusive). */
export interface TermMatch<Target> {
  from: number;
  to: number;
  target: Target;
}

interface Node<Target> {
  next: Map<string, Node<Target>>;
  ends: { target: Target; acronym: boolean }[];
}

/** Finds all terms that begin at token `from`, shortest first. */
export type TermIndex<Target> = (
  field: Pick<TokenizedField, 'tokens' | 'stems'>,
  from: number,
) => TermMatch<Target>[];

/**
 * Builds a trie of terms. Lookup ignores plurals (troops, troop), spelling (defence, defense), letter case, hyphens
 * and possessives, but a term in capitals (EU, NPT) matches capitals only. The cost of a lookup depends on the longest
 * match, not on the number of terms.
 */
export function createTermIndex<Target>(terms: Iterable<[text: string, target: Target]>): TermIndex<Target> {
  const root: Node<Target> = { next: new Map(), ends: [] };
  for (const [text, target] of terms) {
    const keys = tokenize(text).filter((token) => token.shape !== 'mark');
    if (keys.length === 0) continue;
    let node = root;
    for (const { key } of keys) {
      const word = stem(key);
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), ends: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    node.ends.push({ target, acronym: keys.length === 1 && keys[0]?.shape === 'upper' });
  }

  return ({ tokens, stems }, from) => {
    const found: TermMatch<Target>[] = [];
    let node = root;
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) break;
      if (at > from && isSkipped(token)) continue;
      const next = node.next.get(stems[at] ?? token.key);
      if (!next) break;
      node = next;
      for (const { target, acronym } of node.ends) {
        if (!acronym || token.shape === 'upper') found.push({ from, to: at + 1, target });
      }
    }
    return found;
  };
}

/** Possessives and hyphens are ignored inside a term. */
function isSkipped(token: Token): boolean {
  return token.key === "'s" || (token.shape === 'mark' && /^[-‐‑–/]$/.test(token.key));
}
