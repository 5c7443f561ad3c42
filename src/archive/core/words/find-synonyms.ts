import { foldedWords } from '../../../model/fold.ts';
import type { Synonym } from './relax-search.ts';
import { isStopWord } from './stop-words.ts';

/** Names of a tag: its name, then others. */
export interface NamedTag {
  names: string[];
  /** Number of its articles. */
  articles: number;
}

/**
 * Maximum number of other names that are looked for in place of one, and their length in UTF-16 code units. Cursors carry
 * them.
 */
const MOST_NAMES = 3;
const LONGEST_NAME = 50;

/** Maximum number of names in a search that have other names. */
const MOST_FOUND = 3;

/** Words of names that acronyms leave out. */
const unlettered = /^(?:of|the|and|for|de|des|du|la|le|les|del|di|der|die|und|y|e|et)$/i;

/**
 * Returns the acronym of a name of three words or more; undefined if it has none.
 *
 *     acronymOf('General Services Administration') → 'GSA'
 */
export function acronymOf(name: string): string | undefined {
  const words = name.split(/[\s-]+/).filter((word) => word !== '' && !unlettered.test(word));
  if (words.length < 3 || !words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) return undefined;
  return words.map((word) => word.charAt(0)).join('');
}

/** A word of a name in a search, and the place of the word that it was typed in. */
interface PlacedWord {
  word: string;
  place: number;
}

function beginsWith(rest: PlacedWord[], words: string[]): boolean {
  return words.length > 0 && words.every((word, index) => rest[index]?.word === word);
}

/** Returns the other names of a tag, without those whose articles all have the words of this one. */
function otherNames({ names }: NamedTag, words: string[]): string[] {
  const others = new Map<string, string>();
  for (const name of names) {
    const folded = foldedWords(name);
    const isNarrower = words.every((word) => folded.includes(word) || isStopWord(word));
    if (!isNarrower && folded.length > 0 && name.length <= LONGEST_NAME) others.set(folded.join(' '), name);
  }
  return [...new Map([...others].reverse()).values()].reverse().slice(0, MOST_NAMES);
}

/**
 * Finds the names of tags among the words of a search, with the other names of the same tag: acronyms with their long
 * form, and the reverse. Of names that begin with the same word, the longest counts, then that of the tag with most articles.
 * `tagsWith` returns tags that have a folded word in a name.
 */
export function findSynonyms(words: string[], tagsWith: (word: string) => NamedTag[]): Synonym[] {
  const placed = words.flatMap((word, place) =>
    foldedWords(word.replace(/['’ʼ]s$/i, '')).map((each): PlacedWord => ({ word: each, place })),
  );
  const found: Synonym[] = [];
  let at = 0;
  while (at < placed.length && found.length < MOST_FOUND) {
    const rest = placed.slice(at);
    const [first] = rest;
    const isWhole = first !== undefined && first.place !== placed[at - 1]?.place;
    const tags = isWhole && !isStopWord(first.word) ? tagsWith(first.word) : [];
    const matches = tags
      .flatMap((tag) => tag.names.map((name) => ({ tag, words: foldedWords(name) })))
      .filter(
        ({ words: name }) =>
          beginsWith(rest, name) && rest[name.length]?.place !== rest[name.length - 1]?.place,
      )
      .map(({ tag, words: name }) => ({ tag, words: name, names: otherNames(tag, name) }))
      .filter(({ names }) => names.length > 0)
      .sort((a, b) => b.words.length - a.words.length || b.tag.articles - a.tag.articles);
    const [best] = matches;
    if (first && best) {
      const last = rest[best.words.length - 1]?.place ?? first.place;
      found.push({ start: first.place, end: last + 1, names: best.names });
    }
    at += best?.words.length ?? 1;
  }
  return found;
}
