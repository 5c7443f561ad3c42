import { type NounPhrase, nounPhraseAt, nounPhraseBefore } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { speechVerb } from './speech-verbs.ts';
import {
  auxiliaries,
  conjunctions,
  dayWords,
  isAdverb,
  prepositions,
  relativePronouns,
  subordinators,
} from './word-classes.ts';

/** Finds the subject of the clause `tokens[from..to)`: its first noun phrase after any introductory phrases. */
export function clauseSubject(tokens: Token[], from: number, to: number): NounPhrase | undefined {
  let at = afterDateline(tokens, from, to);
  for (let count = 0; count < 6 && at < to; count += 1) {
    const token = tokens[at];
    if (!token) return undefined;
    if (
      token.kind !== 'word' ||
      conjunctions.has(token.lower) ||
      isAdverb(token) ||
      isLeadingAdverb(tokens, at)
    ) {
      at += 1;
      continue;
    }
    if (!opensIntroduction(token, tokens[at + 1])) break;
    const comma = indexOfMark(tokens, at, to, ',');
    if (comma < 0) break;
    at = comma + 1;
  }
  const direct = nounPhraseAt(tokens, at, to);
  if (direct) return direct;
  for (let next = at; next < to; next += 1) {
    const token = tokens[next];
    if (!token || prepositions.has(token.lower) || prepositions.has(tokens[next - 1]?.lower ?? '')) continue;
    const phrase = nounPhraseAt(tokens, next, to);
    if (phrase && phrase.kind !== 'description') return phrase;
  }
  return undefined;
}

/** Finds the subject before the verb at `verb`, at or after `floor`. */
export function subjectBefore(tokens: Token[], verb: number, floor: number): NounPhrase | undefined {
  let at = verb - 1;
  while (at >= floor && isBetweenSubjectAndVerb(tokens, at)) at -= 1;
  const token = tokens[at];
  if (!token || at < floor) return undefined;
  if (token.kind === 'passage') return undefined;
  if (relativePronouns.has(token.lower)) {
    let antecedent = at - 1;
    if (tokens[antecedent]?.text === ',') antecedent -= 1;
    return nounPhraseBefore(tokens, antecedent, floor) ?? clauseSubject(tokens, floor, at);
  }
  if (token.kind === 'mark' || conjunctions.has(token.lower)) {
    return clauseSubject(tokens, clauseStart(tokens, at - 1, floor), verb);
  }
  if (token.lower === 'to' || speechVerb(token.lower)?.kind === 'speech') {
    return clauseSubject(tokens, clauseStart(tokens, at, floor), verb);
  }
  return nounPhraseBefore(tokens, at, floor) ?? clauseSubject(tokens, clauseStart(tokens, at, floor), verb);
}

/** Finds the implied subject of a participle or infinitive: `Borrell condemned …, calling his visit "…"`. */
export function impliedSubject(tokens: Token[], verb: number, floor: number): NounPhrase | undefined {
  const left = tokens[verb - 1];
  if (
    left?.kind === 'word' &&
    left.lower !== 'to' &&
    !prepositions.has(left.lower) &&
    !conjunctions.has(left.lower)
  ) {
    // `with Ms. Ruiz calling it "…"`
    let at = verb - 1;
    while (at >= floor && isBetweenSubjectAndVerb(tokens, at)) at -= 1;
    const own = nounPhraseBefore(tokens, at, floor);
    if (own && own.kind !== 'description') return own;
  }
  return clauseSubject(tokens, floor, verb);
}

function isBetweenSubjectAndVerb(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (auxiliaries.has(token.lower) || isAdverb(token)) return true;
  if (dayWords.has(token.lower.replace(/\.$/, ''))) return true;
  if (token.lower === 'on' || token.lower === 'last' || token.lower === 'this') {
    return dayWords.has(tokens[at + 1]?.lower.replace(/\.$/, '') ?? '');
  }
  return /^\d{1,2}$/.test(token.text) && dayWords.has(tokens[at - 1]?.lower.replace(/\.$/, '') ?? '');
}

/** Returns the start of the clause around `at`: after a semicolon, a colon, a passage, or `that`, `because`, `but`. */
function clauseStart(tokens: Token[], at: number, floor: number): number {
  for (let index = at; index > floor; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'passage' || /^(?:;|:)$/.test(token.text)) return index + 1;
    if (
      (token.lower === 'that' || token.lower === 'because' || token.lower === 'but') &&
      tokens[index + 1]?.kind === 'word' &&
      tokens[index + 2]?.text !== ','
    ) {
      return index + 1;
    }
  }
  return floor;
}

/** Skips a dateline: `SEOUL, Nov. 3 (Yonhap) -- He said`. */
function afterDateline(tokens: Token[], from: number, to: number): number {
  if (from > 0 || !/^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '')) return from;
  for (let index = 1; index < Math.min(to, 14); index += 1) {
    if (/^(?:--+|—|–)$/.test(tokens[index]?.text ?? '')) return index + 1;
  }
  return from;
}

/** True for an adverb and a comma before the subject: `Recently, he said`. */
function isLeadingAdverb(tokens: Token[], at: number): boolean {
  if (!/ly$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.text !== ',') return false;
  return /^(?:\p{Lu}\p{Ll}|he$|she$|they$|it$|the$)/u.test(tokens[at + 2]?.text ?? '');
}

function opensIntroduction(token: Token, next: Token | undefined): boolean {
  // `Warned of the storm, he said`
  if (/^\p{Lu}\p{Ll}+ed$/u.test(token.text) && prepositions.has(next?.lower ?? '')) return true;
  if (prepositions.has(token.lower) || subordinators.has(token.lower)) return true;
  if (dayWords.has(token.lower)) return true;
  return (
    /^(?:last|this|next|earlier|later|asked|speaking|pressed|given|hours|days|weeks|minutes|months)$/.test(
      token.lower,
    ) || /^[a-z]{3,}ing$/.test(token.lower)
  );
}

function indexOfMark(tokens: Token[], from: number, to: number, mark: string): number {
  for (let index = from; index < to; index += 1) if (tokens[index]?.text === mark) return index;
  return -1;
}
