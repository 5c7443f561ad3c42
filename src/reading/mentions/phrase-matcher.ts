import type { Shape, Token } from './tokenize.ts';
import { tokenize } from './tokenize.ts';

export interface Phrase<Target> {
  text: string;
  target: Target;
  /** Ignores letter case: "EU High Representative", "the EU's high representative". */
  anyCase?: boolean;
}

/** An occurrence of a phrase: tokens `from` to `to` (exclusive). */
interface PhraseMatch<Target> {
  from: number;
  to: number;
  /** Targets of the longest phrase that begins here. */
  targets: Target[];
}

/** Finds the longest phrase that begins at token `from`. */
export type PhraseMatcher<Target> = (tokens: Token[], from: number) => PhraseMatch<Target> | undefined;

interface Ending<Target> {
  target: Target;
  /** Shapes of the phrase's words; undefined to ignore letter case. */
  shapes: Shape[] | undefined;
}

/**
 * Builds a trie of phrases. Its edges are one flat map from (node, word) to node, so that 100,000 phrases take tens of
 * megabytes; matching costs one lookup per word. Possessives and middle initials in the text are skipped if no phrase
 * has them: "the EU's high representative", "Donald J. Trump".
 */
export function createPhraseMatcher<Target>(phrases: Iterable<Phrase<Target>>): PhraseMatcher<Target> {
  const words = new Map<string, number>();
  const edges = new Map<number, number>();
  const endings: (Ending<Target>[] | undefined)[] = [undefined];

  for (const phrase of phrases) {
    const tokens = tokenize(phrase.text);
    if (tokens.length === 0) continue;
    let node = 0;
    for (const { key } of tokens) {
      const word = words.get(key) ?? words.size;
      words.set(key, word);
      const edge = edgeOf(node, word);
      let next = edges.get(edge);
      if (next === undefined) {
        next = endings.push(undefined) - 1;
        edges.set(edge, next);
      }
      node = next;
    }
    const shapes = phrase.anyCase ? undefined : tokens.map((token) => token.shape);
    const there = endings[node];
    if (there) there.push({ target: phrase.target, shapes });
    else endings[node] = [{ target: phrase.target, shapes }];
  }

  return (tokens, from) => {
    let found: PhraseMatch<Target> | undefined;
    let node = 0;
    const first = tokens[from];
    // Fast path: few words begin a phrase.
    if (!first || !words.has(first.key)) return undefined;
    const path: Token[] = [];
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) break;
      const word = words.get(token.key);
      const next = word === undefined ? undefined : edges.get(edgeOf(node, word));
      if (next === undefined) {
        if (path.length > 0 && (token.key === "'s" || token.shape === 'initial')) continue;
        break;
      }
      node = next;
      path.push(token);
      const here = endings[node];
      if (!here) continue;
      const targets = here.filter((ending) => fits(ending.shapes, path)).map((ending) => ending.target);
      if (targets.length > 0) found = { from, to: at + 1, targets: [...new Set(targets)] };
    }
    return found;
  };
}

function edgeOf(node: number, word: number): number {
  return node * 2 ** 24 + word;
}

/** True if a text has capitals wherever the phrase has, and its acronyms are in capitals. */
function fits(shapes: Shape[] | undefined, path: Token[]): boolean {
  if (!shapes) return true;
  return shapes.every((wanted, index) => {
    const token = path[index];
    if (token === undefined) return false;
    if (wanted === 'upper') {
      return token.shape === 'upper' || (token.key.length >= 4 && token.shape === 'capital');
    }
    if (wanted === 'capital' || wanted === 'initial') return token.shape !== 'lower';
    return true;
  });
}
