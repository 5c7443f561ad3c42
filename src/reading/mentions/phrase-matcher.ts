import type { Shape, Token } from './tokenize.ts';
import { tokenize } from './tokenize.ts';

/** A phrase to look for and what it stands for. */
export interface Phrase<Target> {
  text: string;
  target: Target;
  /** True when capitals do not matter: "EU High Representative", "the EU's high representative". */
  anyCase?: boolean;
}

/** Where a phrase was found: tokens `from` up to but not including `to`. */
interface PhraseMatch<Target> {
  from: number;
  to: number;
  /** Everything that the longest fitting phrase at this place stands for. */
  targets: Target[];
}

/** Finds, at one token, the longest phrase that begins there. */
export type PhraseMatcher<Target> = (tokens: Token[], from: number) => PhraseMatch<Target> | undefined;

interface Ending<Target> {
  target: Target;
  /** The shapes of the phrase as listed; undefined when capitals do not matter. */
  shapes: Shape[] | undefined;
}

/**
 * Prepares phrases for look-up. The phrases make one trie whose edges lie in a flat map from (node, word) to
 * node, so a hundred thousand phrases cost some tens of megabytes, and matching is one look-up a word however
 * many phrases there are. A possessive in the text is stepped over where no phrase has one, and so is a middle
 * initial: "the EU's high representative", "Donald J. Trump".
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
    // Nearly every word begins no phrase.
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

/** Whether the words of a text are capitalised at least where the phrase is, and acronyms are acronyms. */
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
