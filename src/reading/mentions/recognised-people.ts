import { nations } from './discovery/lexicon.ts';
import type { FieldText } from './field-text.ts';
import { isCompoundTail } from './name-context.ts';
import { isGrammar, isHonorific, isRoleHead } from './role-words.ts';
import type { TokenSpan } from './token-span.ts';
import type { Token } from './tokenize.ts';

/** A recognised name. Offsets are relative to the text that was given to the recogniser. */
interface RecognisedName {
  start: number;
  end: number;
  exact: string;
  confidence: number;
}

/** Finds names of people in a text. `language` is a BCP 47 tag or `und`. */
export type NameRecogniser = (text: string, language: string | null) => RecognisedName[];

/** A recognised name as tokens, without titles before it. */
export interface RecognisedSpan extends TokenSpan {
  confidence: number;
}

/** Titles that are part of the name if a single name follows: "Pope Francis". */
const regnal = new Set('pope king queen prince princess emperor empress saint st sultan'.split(' '));
/** Role words that are also given names or surnames. */
const nameLike = new Set('dean king duke baron judge marshal bishop pope prince major star'.split(' '));

/**
 * Recognises people in the fields of an article. The recogniser gets all fields as one text, because names in the body
 * help to recognise them in the headline.
 */
export function recognisedPeople(
  fields: FieldText[],
  recognise: NameRecogniser,
  language: string | null,
): RecognisedSpan[] {
  const joint = '\n\n';
  const names = recognise(fields.map(({ text }) => text).join(joint), language);
  let offset = 0;
  return fields.flatMap((field) => {
    const begin = offset;
    offset += field.text.length + joint.length;
    return names
      .filter(({ start, end }) => start >= begin && end <= begin + field.text.length)
      .map((name) => ({
        ...withoutTitles(spanOf(field, name.start - begin, name.end - begin)),
        confidence: name.confidence,
      }))
      .filter(({ from, to }) => to > from);
  });
}

/** Returns the tokens that overlap the range `start` to `end`. */
function spanOf(field: FieldText, start: number, end: number): TokenSpan {
  const from = firstEndingAfter(field.tokens, start);
  let to = from;
  while ((field.tokens[to]?.start ?? Number.POSITIVE_INFINITY) < end) to += 1;
  return { in: field, from, to };
}

function firstEndingAfter(tokens: Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutTitles({ in: field, from, to }: TokenSpan): TokenSpan {
  const { tokens } = field;
  let last = to;
  while (last > from && (tokens[last - 1]?.shape === 'mark' || isCompoundTail(tokens[last - 1]))) last -= 1;
  let first = from;
  for (let at = from; at < last - 1; at += 1) {
    const token = tokens[at];
    if (isHonorific(token) || endsTitle(tokens, at, from, last)) first = at + 1;
  }
  // "envoy to Ukraine Kurt Volker"
  if (last - first > 2 && isNation(tokens[first])) first += 1;
  while (
    first < last &&
    // The initial "A." is not an article.
    (tokens[first]?.shape === 'mark' || (isGrammar(tokens[first]) && tokens[first]?.shape !== 'initial'))
  ) {
    first += 1;
  }
  return { in: field, from: first, to: last };
}

/** True for a country or nationality that is not also a given name. */
function isNation(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    nations.has(token.key) &&
    !/^(?:chad|jordan|georgia|israel|india|kenya|cuba|ireland|france|german)$/.test(token.key)
  );
}

function endsTitle(tokens: Token[], at: number, from: number, to: number): boolean {
  const token = tokens[at];
  if (!token || !isRoleHead(token)) return false;
  if (regnal.has(token.key) && to - at === 2 && !isRoleHead(tokens[at - 1])) return false;
  return at === from ? token.key !== 'dean' : !nameLike.has(token.key);
}
