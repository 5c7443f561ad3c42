import { type Token, tokenize } from '../mentions/tokenize.ts';
import { stem } from './stem.ts';
import type { Stretch } from './stretches.ts';

/** A term as found: tokens `from` up to but not including `to`. */
export interface TermMatch<Target> {
  from: number;
  to: number;
  target: Target;
}

interface Node<Target> {
  next: Map<string, Node<Target>>;
  ends: { target: Target; acronym: boolean }[];
}

/** Finds all terms that begin at one token, shorter before longer. */
export type TermIndex<Target> = (
  stretch: Pick<Stretch, 'tokens' | 'stems'>,
  from: number,
) => TermMatch<Target>[];

/**
 * Prepares terms for look-up whatever their number (troops, troop), spelling (defence, defense), capitals,
 * hyphens and possessives. A term all in capitals (EU, NPT) is found in capitals only. The cost at a token is
 * that of the longest term beginning there, however many terms there are.
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
      if (at > from && stepsOver(token)) continue;
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

/** Possessives and hyphens belong to no term and part none. */
function stepsOver(token: Token): boolean {
  return token.key === "'s" || (token.shape === 'mark' && /^[-‐‑–/]$/.test(token.key));
}
