import type { Token } from './paragraph-tokens.ts';
import { speechVerb } from './speech-verbs.ts';
import {
  attachingPrepositions,
  auxiliaries,
  conjunctions,
  dayWords,
  determiners,
  finiteVerbs,
  isAdverb,
  particles,
  prepositions,
  relativePronouns,
  subjectPronouns,
  subordinators,
} from './word-classes.ts';

/** A phrase that may name a speaker. `from` and `to` are token indexes, end exclusive. */
export interface NounPhrase {
  kind: 'pronoun' | 'name' | 'description';
  from: number;
  to: number;
}

const titles = new Set(
  `president vice speaker senator sen. representative rep. gov. governor mayor secretary minister prime chancellor
  king queen prince princess judge justice chief gen. general col. lt. sgt. capt. major adm. admiral house senate
  republican democratic democrat gop rev. reverend pope cardinal bishop chairman chairwoman former ex-president attorney
  ambassador congressman congresswoman councilman professor prof. doctor officer sheriff first lady majority minority leader
  foreign defense defence interior finance state deputy director commissioner spokesman spokeswoman candidate nominee
  reps. sens. u.s. hon. commander master lord lady sir dame`.split(/\s+/),
);

/** True for a word that begins with a capital, including handles (`@ana`) and names such as `iPhone`. */
export const isCapitalised = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^(?:\p{Lu}|@\w|i\p{Lu})/u.test(token.text);

const isDay = (token: Token): boolean => dayWords.has(token.lower.replace(/\.$/, '')) && isCapitalised(token);

/** True for a word that can be part of a noun phrase. */
function isNominal(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || isDay(token)) return false;
  const { lower } = token;
  if (
    isCapitalised(token) &&
    !subjectPronouns.has(lower) &&
    !prepositions.has(lower) &&
    !subordinators.has(lower) &&
    !conjunctions.has(lower) &&
    !auxiliaries.has(lower)
  )
    return true;
  if (
    prepositions.has(lower) ||
    subordinators.has(lower) ||
    conjunctions.has(lower) ||
    auxiliaries.has(lower) ||
    relativePronouns.has(lower) ||
    finiteVerbs.has(lower)
  )
    return false;
  if (subjectPronouns.has(lower) && !determiners.has(lower)) return false;
  const verb = speechVerb(lower);
  return !(verb && verb.form === 'finite' && !/s$/.test(lower)) && !isAdverb(token);
}

/**
 * Reads the noun phrase that begins at `at`. Undefined if there is none.
 *
 * `Labour mayor Ana Ruiz , who won` → the name `Ana Ruiz`;
 * `a spokesman for the ministry said` → the description `a spokesman for the ministry`.
 */
export function nounPhraseAt(tokens: Token[], at: number, limit = tokens.length): NounPhrase | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word' || at >= limit) return undefined;
  if (
    subjectPronouns.has(first.lower) &&
    !(determiners.has(first.lower) && isNominal(tokens[at + 1]) && at + 1 < limit)
  ) {
    return { kind: 'pronoun', from: at, to: at + 1 };
  }
  let end = at;
  while (end < limit && (isNominal(tokens[end]) || joinsNames(tokens, end, at, limit))) {
    if (end > at && isVerbAfterNoun(tokens, end)) break;
    end += 1;
    // `a Wednesday editorial`
    const day = tokens[end];
    if (day && end + 1 < limit && isDay(day) && determiners.has(tokens[end - 1]?.lower ?? '')) end += 1;
  }
  if (end === at || (end === at + 1 && determiners.has(first.lower))) return undefined;
  return phraseOf(tokens, at, end, limit);
}

/** Reads the noun phrase that ends with token `last` and begins at or after `floor`. */
export function nounPhraseBefore(tokens: Token[], last: number, floor: number): NounPhrase | undefined {
  const token = tokens[last];
  if (token?.kind !== 'word' || last < floor) return undefined;
  if (subjectPronouns.has(token.lower)) return { kind: 'pronoun', from: last, to: last + 1 };
  let from = last + 1;
  while (from - 1 >= floor && reachesBack(tokens, from - 1, last)) from -= 1;
  // Leading prepositions belong to a phrase before the subject: `In the hall Mr. Ek said`.
  if (!isNominal(tokens[from])) {
    const next = nextNominal(tokens, from, last);
    if (next === undefined) return undefined;
    from = innermost(tokens, next, last);
  }
  const phrase = nounPhraseAt(tokens, from, last + 1);
  if (!phrase || phrase.to <= last) {
    const inner = innermost(tokens, from, last);
    return nounPhraseAt(tokens, inner, last + 1) ?? phrase;
  }
  return phrase;
}

function reachesBack(tokens: Token[], at: number, last: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (isNominal(token)) return true;
  if (prepositions.has(token.lower) || isDay(token)) return true;
  return joinsNames(tokens, at, 0, last + 1);
}

function nextNominal(tokens: Token[], from: number, last: number): number | undefined {
  for (let index = from; index <= last; index += 1) if (isNominal(tokens[index])) return index;
  return undefined;
}

/** Returns the start of the shortest noun phrase that ends at `last`: its determiner, or the first nominal word. */
function innermost(tokens: Token[], floor: number, last: number): number {
  let from = last;
  while (from > floor && isNominal(tokens[from - 1]) && !determiners.has(tokens[from]?.lower ?? ''))
    from -= 1;
  return from;
}

/** True for a verb directly after a noun phrase: `Ruiz says`, `the two write`, `Ruiz seemed`. */
function isVerbAfterNoun(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  const left = tokens[at - 1];
  if (!token || !left || isCapitalised(token)) return false;
  const verb = speechVerb(token.lower);
  if (verb?.form === 'finite') return true;
  if (verb?.form === 'base' && verb.kind === 'speech')
    return /[^s]s$|^(?:two|three|people|many|some)$/.test(left.lower);
  return (
    isCapitalised(left) &&
    !determiners.has(left.lower) &&
    /[a-z]{2}ed$/.test(token.lower) &&
    !isCapitalised(tokens[at + 1])
  );
}

/** True for `and` or a particle inside a name: `Smith and Jones`, `Ursula von der Leyen`. */
function joinsNames(tokens: Token[], at: number, from: number, limit: number): boolean {
  const token = tokens[at];
  if (!token || at <= from || at + 1 >= limit) return false;
  if (token.text === '&' || token.lower === 'and')
    return isCapitalised(tokens[at - 1]) && isCapitalised(tokens[at + 1]);
  return token.kind === 'word' && particles.has(token.lower) && isCapitalised(tokens[at - 1]);
}

function phraseOf(tokens: Token[], at: number, end: number, limit: number): NounPhrase {
  const last = end - 1;
  if (
    (isCapitalised(tokens[last]) && !determiners.has(tokens[at]?.lower ?? '')) ||
    endsInFullName(tokens, at, last)
  ) {
    let from = last;
    while (from > at && (isCapitalised(tokens[from - 1]) || joinsNames(tokens, from - 1, at, end))) {
      if (tokens[from - 1]?.lower === 'and') break;
      from -= 1;
    }
    while (from < last && titles.has(tokens[from]?.lower ?? '')) from += 1;
    return { kind: 'name', from, to: end };
  }
  let to = end;
  // Up to two attached phrases: a spokesman for the ministry of defence.
  for (let count = 0; count < 2; count += 1) {
    const preposition = tokens[to];
    if (!preposition || to >= limit || !attachingPrepositions.has(preposition.lower)) break;
    let next = to + 1;
    while (next < limit && (isNominal(tokens[next]) || joinsNames(tokens, next, to + 1, limit))) {
      if (next > to + 1 && isVerbAfterNoun(tokens, next)) break;
      next += 1;
    }
    if (next === to + 1) break;
    to = next;
  }
  return { kind: 'description', from: at, to };
}

/** True if a phrase with lower-case words ends in two capitalised ones: `the mayor Ana Ruiz`. */
function endsInFullName(tokens: Token[], at: number, last: number): boolean {
  if (last - at < 2 || !isCapitalised(tokens[last]) || !isCapitalised(tokens[last - 1])) return false;
  for (let index = at + 1; index < last - 1; index += 1) if (!isCapitalised(tokens[index])) return true;
  return /^(?:Rev|Hon)\.$/.test(tokens[at + 1]?.text ?? '');
}
