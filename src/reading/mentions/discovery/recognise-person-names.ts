import { titles } from './lexicon.ts';
import { loadNameModel, type NameModel } from './name-model.ts';
import { tagNames } from './tag-names.ts';
import { type Token, tokenise } from './tokenise.ts';

/** A personal name as it stands in a text. Offsets are UTF-16 code units: `text.slice(start, end) === exact`. */
export interface RecognisedName {
  start: number;
  end: number;
  exact: string;
  /** The model's probability, 0 to 1, that exactly this span is a person's name. */
  confidence: number;
}

let shipped: NameModel | undefined;

/**
 * Finds the personal names in an article's whole text, in order and without overlaps: bare names without titles,
 * full or short, known or not. Give the whole article, because what it says elsewhere of a name is evidence.
 * // "Foreign Office Minister Tobias Ellwood said" → ["Tobias Ellwood"]
 *
 * The model is read at the first call and kept; it throws when its file is not installed.
 */
export function recognisePersonNames(text: string, model: NameModel = shippedModel()): RecognisedName[] {
  const tokens = tokenise(text);
  return tagNames(tokens, model).flatMap(({ from, to, confidence }) => {
    const [first, last] = [tokens[afterRanks(tokens, from, to)], tokens[to - 1]];
    if (!first || !last) return [];
    const { start } = first;
    const { end } = last;
    return [{ start, end, exact: text.slice(start, end), confidence }];
  });
}

/** Abbreviated ranks and honorifics ("Brig. Gen.") are no part of a name, even where the model takes them in. */
function afterRanks(tokens: readonly Token[], from: number, to: number): number {
  let first = from;
  while (
    first + 2 < to &&
    tokens[first + 1]?.text === '.' &&
    titles.has(tokens[first]?.text.toLowerCase() ?? '')
  )
    first += 2;
  return first;
}

/** The model of this installation, read at the first call. */
export function shippedModel(): NameModel {
  shipped ??= loadNameModel(new URL('person-names.model', import.meta.url));
  return shipped;
}
